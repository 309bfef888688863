import { describe, expect, it } from 'vitest';
import { boxOf, mergeFacts, numbersIn, personFacts } from '../../../../../src-preload/contract/join/facts';
import type { JoinLine } from '../../../../../src-preload/contract/join/facts';

describe('numbers of the market in a cell', () => {
  it.each<[string, string[]]>([
    ['20261127-1236-1251', ['2026112712361251']],
    ['2026-11271236-1251', ['2026112712361251']],
    ['2026-1127-12361251', ['2026112712361251']],
    ['2026 1127 1236 1251', ['2026112712361251']],
    ['★2026112712361251-1, 2026112712361268', ['2026112712361251', '2026112712361268']],
    ['2024 2026112712361251', ['2026112712361251']],
    ['2026112712361251 2026112712361251', ['2026112712361251']],
    ['1026112712361251', []],
    ['1026112712361220', []],
    ['12026112712361251', []],
    ['20261127123612510', []],
    ['문 앞에 놓아 주세요, 감사합니다', []],
  ])('%j: %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});

describe('what several lines say of one person', () => {
  const road = '서울 은평구 가람길 21, 1동 402호';
  const kim = personFacts({ recipient: '김하루', address: road, zipCode: '03300' });
  const covered = personFacts({ recipient: '김*루', address: '서울 은평구 ****', zipCode: '' });
  const silent = personFacts({});
  const other = personFacts({ recipient: '김하루님', address: '서울 은평구 나루길 3', zipCode: '03301' });
  const merged = (...each: (typeof kim)[]): ReturnType<typeof mergeFacts> => mergeFacts(each, () => kim.phones);

  it('is what the first says of it that says it whole', () => {
    expect(merged(covered, kim, other)).toEqual(kim);
    expect(merged(silent, covered, kim, other)).toEqual(kim);
    expect(merged(other, kim)).toEqual(other);
  });

  it('is what the first says where none says it whole', () => {
    expect(merged(covered, silent)).toEqual(covered);
    expect(merged(silent, silent)).toEqual(silent);
  });
});

describe('what is in a box', () => {
  const lineOf = (row: number, more: Partial<JoinLine> = {}): JoinLine => ({ row, ...more });
  const box = (...lines: JoinLine[]): ReturnType<typeof boxOf> => boxOf(lines, lines.map(personFacts), false);

  it('is what its lines name, each once', () => {
    const [one, other] = ['2026112712361251', '2026112712361268'];
    const odd = '2026112112345';
    const both = box(
      lineOf(1, { product: '유자차', references: [one, `★${one}`], namedAs: [odd], phones: ['010-9876-5432'] }),
      lineOf(2, { product: '' }),
      lineOf(3, { product: '린넨 앞치마', references: [other, one], namedAs: [odd], phones: ['02-345-6789'] }),
    );
    expect(both).toMatchObject({ numbers: [one, other], oddNumbers: [odd], goods: { folded: '유자차린넨앞치마' } });
    expect(both.facts.phones.map(({ digits }) => digits)).toEqual(['1098765432', '23456789']);
    expect(box(lineOf(1, { references: [one], product: '유자차' }))).toMatchObject({
      numbers: [one],
      goods: { folded: '유자차' },
    });
    expect(box(lineOf(1))).toMatchObject({ numbers: [], oddNumbers: [], goods: { folded: '' }, tracking: '' });
    expect(box(lineOf(1), lineOf(2))).toMatchObject({ numbers: [], oddNumbers: [], goods: { folded: '' } });
  });

  it.each<[string, string[]]>([
    [' 2026112112345 ', ['2026112112345']],
    ['A2026112112345', []],
    ['2026112112345-1', []],
    ['202611211', []],
    // Of the market's own form it counts wherever it stands.
    ['2026112712361251', []],
    ['가나다', []],
  ])('of a number of another form in %j is %j', (text, oddNumbers) => {
    expect(box(lineOf(1, { namedAs: [text] })).oddNumbers).toEqual(oddNumbers);
  });
});
