import { describe, expect, it } from 'vitest';
import {
  areOne,
  compareFacts,
  isRival,
  mayBeOne,
  strengthOf,
  weightOf,
  type Evidence,
} from '../../../../../src-preload/contract/join/evidence';
import { personFacts } from '../../../../../src-preload/contract/join/facts';
import type { Likeness } from '../../../../../src-preload/contract/join/likeness';

const likenesses: Readonly<Record<string, Likeness>> = { s: 'same', n: 'near', '-': 'unknown', d: 'different' };

/** `sn-` is a name that is the same, a phone that is near and a place that says nothing; then the postcode. */
function evidenceOf(letters: string): Evidence {
  const [name = 'unknown', phone = 'unknown', place = 'unknown', postcode = 'unknown'] = [...letters].map(
    (letter) => likenesses[letter],
  );
  return { name, phone, place, postcode };
}

const person = (recipient: string, zipCode = '', address = ''): ReturnType<typeof personFacts> =>
  personFacts({ recipient, zipCode, address });

describe('how much evidence is worth', () => {
  it.each([
    ['proven', ['sss', 'ss-', 's-s', '-ss', 'ssn', 'nss']],
    ['likely', ['ssd', 'dss', 'sds', 'sn-', 'nn-', 'nnn', '-sn', 's--s', 'n--s']],
    ['faint', ['s--', '-s-', '--s', 'n--', 'sdn', 'snd', 'sdd', '--ns', 'sdnd', '---s']],
    ['none', ['---', 'd--', '-dd', 'ddd', '---d', '--ds']],
  ] as const)('is %s of %j', (strength, all) => {
    for (const letters of all) expect(strengthOf(evidenceOf(letters)), letters).toBe(strength);
  });

  it('puts the likelier first', () => {
    const chain = [
      'sss',
      'ss-',
      '-ss',
      'sds',
      'sn-',
      's-n',
      '-s-s',
      's--',
      '--s',
      '-s-',
      'sd-',
      '-n-',
      'n--',
      '---',
      'd--',
    ];
    const sorted = chain.toReversed().toSorted((one, other) => weightOf(evidenceOf(other)) - weightOf(evidenceOf(one)));
    expect(sorted).toEqual(chain);
    // Only what says nothing of its place is helped by a postcode.
    expect(weightOf(evidenceOf('s-ds'))).toBe(weightOf(evidenceOf('s-d')));
  });

  it.each([
    [true, ['sss', 'sn-', '---', '---d']],
    [false, ['dss', 'sds', 'ssd']],
  ])('lets two persons be one: %s of %j', (may, all) => {
    for (const letters of all) expect(mayBeOne(evidenceOf(letters)), letters).toBe(may);
  });
});

describe('a second candidate', () => {
  it.each([
    ['proves as much', true, 'ss-', 'ss-'],
    ['differs in what the first has exactly', false, 'sss', 'ssd'],
    ['differs in what the first has nearly', true, 'nss', 'dss'],
    ['differs in what the first does not say', true, 'ss-', 'ssd'],
    ['is nearly the same in two', true, 'ss-', 'nn-'],
    ['has one exactly, and nothing against it', true, 'ss-', 's--'],
    ['has one exactly, and another against it', false, 's--', 'sd-'],
    ['has one nearly', false, 'ss-', 'n--'],
    ['has nothing', false, 'ss-', '---'],
  ])('that %s is a rival: %s', (_, rival, first, second) => {
    expect(isRival(evidenceOf(first), evidenceOf(second))).toBe(rival);
  });
});

describe('postcodes', () => {
  it.each([
    ['12345', '12345', 'same'],
    ['12-345', '12345', 'same'],
    ['12345', '54321', 'different'],
    ['1234', '12345', 'unknown'],
    ['12345', '1234', 'unknown'],
    ['123', '123', 'unknown'],
    ['', '12345', 'unknown'],
    ['', '', 'unknown'],
  ])('%j and %j are %s', (one, other, likeness) => {
    expect(compareFacts(person('', one), person('', other)).postcode).toBe(likeness);
  });

  it('tell which of two districts with one name is meant', () => {
    const [whole, short] = ['서울 중구 을지로 10', '중구 을지로 10'];
    expect(compareFacts(person('', '04500', whole), person('', '04500', short)).place).toBe('same');
    expect(compareFacts(person('', '04500', whole), person('', '48900', short)).place).toBe('near');
    expect(compareFacts(person('', '045', whole), person('', '045', short)).place).toBe('near');
  });
});

it('several are one person where none of them speaks against another', () => {
  const [kim, none, lee] = ['김하루', '', '이바다'].map((name) => person(name));
  if (kim === undefined || none === undefined || lee === undefined) throw new Error('no names');
  expect([areOne([]), areOne([kim]), areOne([kim, none, kim]), areOne([none, kim, lee])]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([areOne([kim, lee, none]), areOne([kim, none, lee])]).toEqual([false, false]);
});
