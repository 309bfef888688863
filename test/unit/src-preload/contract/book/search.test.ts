import { expect, it } from 'vitest';
import { foldPerson, readSearch, wordsOfPerson } from '../../../../../src-preload/contract/book/search';
import { isSentPeriod } from '../../../../../src-preload/contract/book/tabs';

it('finds a person by the beginning of a name and the end of a phone, never by one letter', () => {
  expect(wordsOfPerson({ recipient: ' 김 하늘', phones: ['010-1234-5678', '+82 10 1234 5678', '12'] })).toEqual([
    'name 김하',
    'name 김하늘',
    'phone 5678',
  ]);
  expect(wordsOfPerson({ recipient: '남궁민수정', phones: ['1234'] })).toEqual([
    'name 남궁',
    'name 남궁민',
    'name 남궁민수',
    'phone 1234',
  ]);
  expect(wordsOfPerson({ recipient: '김' })).toEqual([]);
  expect(wordsOfPerson({})).toEqual([]);
});

it.each([
  ['', 'nothing'],
  ['김', 'nothing'],
  ['123', 'nothing'],
  ['5678', 'person'],
  ['12345', 'number'],
  ['2026-0302 0000 0001', 'number'],
  ['010-1234-5678', 'person'],
  // A phone begins with 0, and has 13 digits at most.
  ['0050212345678', 'person'],
  ['00502123456789', 'number'],
  ['김하', 'person'],
  ['김1', 'person'],
] as const)('reads %j as %s', (text, is) => {
  expect(readSearch(text).is).toBe(is);
});

it('looks for the beginning of a number without what stands between its digits', () => {
  expect(readSearch(' 2026-0302 0001')).toEqual({ is: 'number', digits: '202603020001' });
});

/** What is looked up for a text, and whether these people are found by it. */
function found(text: string, ...people: { recipient?: string; phones?: string[] }[]) {
  const search = readSearch(text);
  if (search.is !== 'person') throw new Error(`${text} finds no person`);
  return { word: search.word, isWhole: search.isWhole, found: people.map(search.fits) };
}

it('finds a phone by its last four digits, or by more of them', () => {
  const other = { phones: ['02-345-6789', '010-9876-5678'] };
  expect(found('5678', other, {})).toEqual({ word: 'phone 5678', isWhole: true, found: [true, false] });
  expect(found('010 1234 5678', other, { phones: ['010-1234-5678'] })).toEqual({
    word: 'phone 5678',
    isWhole: false,
    found: [false, true],
  });
});

it('finds a name by its beginning, of which four letters are looked up', () => {
  const people = [{ recipient: 'Kim Ha-Neul' }, { recipient: 'A Kim Ha' }, {}];
  expect(found('kim', ...people)).toEqual({ word: 'name kim', isWhole: true, found: [true, false, false] });
  expect(found('KIMH', ...people)).toEqual({ word: 'name kimh', isWhole: true, found: [true, false, false] });
  expect(found('kim hab', ...people)).toEqual({ word: 'name kimh', isWhole: false, found: [false, false, false] });
  expect(foldPerson(' Kim,  Ha-Neul 2세 ')).toBe('kimhaneul2세');
});

it('tells days of 발송 처리됨 from other filters', () => {
  expect([isSentPeriod('sent-week'), isSentPeriod('late'), isSentPeriod(undefined)]).toEqual([true, false, false]);
});
