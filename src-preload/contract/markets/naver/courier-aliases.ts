import { cleanText } from '../../clean-text';
import type { AskReason, CourierAnswer, CourierHints } from '../../market-rules';
import { aliasRows } from './alias-list';
import { companyList, isCompanyCode } from './companies';
import { foldName, withoutTail } from './fold-name';
import { resolveMethod } from './methods';

const code = (value: string): CourierAnswer => ({ is: 'code', code: value, by: 'rule' });
const ask = (why: AskReason, ...candidates: string[]): CourierAnswer => ({ is: 'ask', candidates, why });

/** 우체국: 6 and 7 begin a parcel's number, 1 to 5 a registered letter's (resources/docs/sheets.md, "Couriers"). */
function byFirstDigit(number: string | undefined): string | undefined {
  if (number === undefined || !/^[1-7]\d{12}$/u.test(number)) return undefined;
  return number.startsWith('6') || number.startsWith('7') ? 'EPOST' : 'REGISTPOST';
}

function byPost(number: string | undefined, candidates: string[]): CourierAnswer {
  const decided = byFirstDigit(number);
  return decided === undefined ? ask('post', ...candidates) : code(decided);
}

/** Words that need the number or a question (resources/docs/sheets.md, "Couriers"). Keys are folded. */
const ambiguous = new Map<string, (number: string | undefined) => CourierAnswer>([
  ['편의점', () => ask('convenience-store', 'CVSNET', 'CUPARCEL')],
  // Two couriers have carried its parcels.
  ['세븐일레븐', () => ask('convenience-store', 'HYUNDAI', 'CJGLS')],
  ['세븐일레븐택배', () => ask('convenience-store', 'HYUNDAI', 'CJGLS')],
  ['편의점택배', () => ask('convenience-store', 'CVSNET', 'CUPARCEL')],
  ['우편', (number) => byPost(number, ['EPOST', 'REGISTPOST', 'GENERALPOST'])],
  ['우체국', (number) => byPost(number, ['EPOST', 'REGISTPOST'])],
  ['현대', () => code('HYUNDAI')],
  ['kgb택배', () => ask('closed-courier', 'KGB')],
  ['롯데글로벌로지스', () => code('HYUNDAI')],
  ['건영', () => code('KUNYOUNG')],
  ['농협', () => code('NONGHYUP')],
  // Naver has codes literally called GS25 and CU: quick delivery, not parcels.
  [
    'gs25',
    (number) =>
      number !== undefined && /^\d{10,13}$/u.test(number) ? code('CVSNET') : ask('quick-or-parcel', 'CVSNET', 'GS25'),
  ],
  ['cu', () => code('CUPARCEL')],
  ['롯데경동', () => ({ is: 'two-couriers', codes: ['HYUNDAI', 'KDEXP'] })],
  ['택배', () => ({ is: 'default' })],
]);

/**
 * Words of a sheet's author about the row, found where a courier or a number should stand (resources/docs/sheets.md,
 * "Words in place of a number").
 */
const statusWords: readonly string[] = ['미발급', '품절', '재고소진', '차량배차', '안전재고'];
const foldedStatus = new Set(statusWords.map(foldName));
const plainStatus = new Set(statusWords);

/** Whether a text is one of them, whatever blanks stand in it. */
export function isStatusWord(text: string): boolean {
  return plainStatus.has(text.replace(/\s/gu, ''));
}

const freight = new Set(['화물', '용달']);
const neverFromWords = new Set(['CU', 'GS25', 'GSPOSTBOX', 'KY']);

const officialNames = new Map(companyList.map((company) => [foldName(company.name), company.code]));
const listedCodes = new Map(
  companyList
    .filter((company) => !neverFromWords.has(company.code))
    .map((company) => [foldName(company.code), company.code]),
);

interface AliasHit {
  codes: Set<string>;
  sourced: boolean;
}
const aliasHits = new Map<string, AliasHit>();
for (const row of aliasRows) {
  for (const [spellings, sourced] of [
    [row.aliases, true],
    [row.unsourced, false],
  ] as const) {
    for (const spelling of spellings) {
      const folded = foldName(spelling);
      const hit = aliasHits.get(folded) ?? { codes: new Set<string>(), sourced: false };
      hit.codes.add(row.code);
      hit.sourced ||= sourced;
      aliasHits.set(folded, hit);
    }
  }
}

const foreignCodes = new Map<string, string>();
for (const row of aliasRows) {
  if (row.sweettracker !== undefined) foreignCodes.set(row.sweettracker, row.code);
  if (row.tracker !== undefined) foreignCodes.set(foldName(row.tracker), row.code);
}

function byAlias(folded: string): CourierAnswer | undefined {
  const tailless = withoutTail(folded);
  // A shortened spelling never reaches a word of the ambiguous list: KGB택배 is not KGB, 우편택배 is not 우편.
  const shortened = tailless === undefined || ambiguous.has(tailless) ? undefined : aliasHits.get(tailless);
  const hit = aliasHits.get(folded) ?? shortened;
  if (hit === undefined) return undefined;
  const [first, ...others] = hit.codes;
  if (first === undefined) return undefined;
  if (others.length > 0) return ask('several-hits', first, ...others);
  // 기타 says that the courier is none of the list; which name goes out then is the seller's to say.
  if (first === 'CH1' && !hit.sourced) return ask('unlisted', first);
  return { is: 'code', code: first, by: hit.sourced ? 'alias' : 'unsourced' };
}

function byForeignCode(text: string, folded: string): CourierAnswer | undefined {
  const digits = /^\d{1,2}$/u.test(text) ? text.padStart(2, '0') : folded;
  const found = foreignCodes.get(digits);
  return found === undefined ? undefined : ask('foreign-code', found);
}

const separators = /[/,;&+|\n、]|\s및\s/u;

/** Where a second name may begin that nothing but a blank or a bracket parts from the first. */
const edges = /[\s()（）[\]{}→>~-]+/u;

/**
 * Two known couriers in one cell: the first is never taken (resources/docs/sheets.md, "Words in place of a number").
 */
function severalCouriers(text: string, by: RegExp): readonly string[] | undefined {
  if (!by.test(text)) return undefined;
  const found = new Set<string>();
  for (const part of text.split(by)) {
    const answer = resolveCourier(part);
    if (answer.is === 'code') found.add(answer.code);
  }
  return found.size > 1 ? [...found] : undefined;
}

/** Shorter names than this stand in many words; they count only at the beginning. */
const leastInside = 3;

/** The one courier whose name stands in a longer text: `CJ대한통운 강남대리점`. Never taken for it, only asked. */
function byDecorated(folded: string): CourierAnswer | undefined {
  const bare = folded.replace(/^[^\p{L}]+/u, '');
  const found = new Set<string>();
  const consider = (name: string, value: string): void => {
    const stands = name.length >= leastInside ? bare.includes(name) : name.length > 1 && bare.startsWith(name);
    if (stands) found.add(value);
  };
  for (const [name, value] of officialNames) consider(name, value);
  for (const [name, hit] of aliasHits) for (const value of hit.codes) consider(name, value);
  return found.size === 1 ? ask('decorated', ...found) : undefined;
}

const suggestionsAtMost = 5;

function suggest(folded: string): string[] {
  if (folded.length < 2) return [];
  const found = new Map<string, number>();
  const consider = (name: string, value: string): void => {
    if (name.length < 2 || !(name.includes(folded) || folded.includes(name))) return;
    const distance = Math.abs(name.length - folded.length);
    found.set(value, Math.min(found.get(value) ?? distance, distance));
  };
  for (const [name, value] of officialNames) consider(name, value);
  for (const [name, hit] of aliasHits) for (const value of hit.codes) consider(name, value);
  return [...found]
    .toSorted((one, other) => one[1] - other[1])
    .slice(0, suggestionsAtMost)
    .map(([value]) => value);
}

/** (주), ㈜ and 주식회사 say what kind of company it is, not which; undefined where a text has none, or nothing else. */
function withoutCompanyForm(text: string): string | undefined {
  const bare = text.replaceAll(/\(\s*주\s*\)|주식회사/gu, ' ').trim();
  return bare === '' || bare === text ? undefined : bare;
}

/**
 * What a courier cell says, matched in the order of resources/docs/sheets.md, "Couriers": official name, the seller's
 * own answers, the ambiguous list, exact spelling, the code itself; what merely contains a name is only suggested.
 * Pure; an empty text is `unknown` without suggestions.
 */
export function resolveCourier(written: string, hints: CourierHints = {}): CourierAnswer {
  const text = cleanText(written);
  const folded = foldName(text);
  if (folded === '') return { is: 'unknown', suggestions: [] };
  const official = officialNames.get(folded);
  if (official !== undefined) return { is: 'code', code: official, by: 'name' };
  if (foldedStatus.has(folded)) return { is: 'status-text', text };

  const doubtful = ambiguous.get(folded);
  const decided = doubtful?.(hints.trackingNumber);
  if (decided?.is === 'two-couriers' || decided?.is === 'default') return decided;
  const remembered =
    hints.memory !== undefined && Object.hasOwn(hints.memory, folded) ? hints.memory[folded] : undefined;
  if (remembered !== undefined && isCompanyCode(remembered)) return { is: 'code', code: remembered, by: 'memory' };
  if (decided !== undefined) return decided;

  const alias = byAlias(folded);
  if (alias !== undefined) return alias;
  const method = resolveMethod(text);
  if (method !== undefined) return { is: 'method', method };
  if (freight.has(folded)) return ask('freight');
  const listed = listedCodes.get(folded);
  if (listed !== undefined) return { is: 'code', code: listed, by: 'code' };
  const foreign = byForeignCode(text, folded);
  if (foreign !== undefined) return foreign;
  const bare = withoutCompanyForm(text);
  if (bare !== undefined) return resolveCourier(bare, hints);
  const several = severalCouriers(text, separators) ?? severalCouriers(text, edges);
  if (several !== undefined) return { is: 'two-couriers', codes: several };
  const decorated = byDecorated(folded);
  if (decorated !== undefined) return decorated;
  return { is: 'unknown', suggestions: suggest(folded) };
}

/**
 * Whether an answer about a spelling may be kept for the next file: only where the words themselves leave it open. A
 * seller who puts one line of "CJ" right to Hanjin has not said that CJ means Hanjin.
 */
export function leavesCourierOpen(spelling: string): boolean {
  const answer = resolveCourier(spelling);
  return answer.is === 'ask' || answer.is === 'unknown' || (answer.is === 'code' && answer.by === 'unsourced');
}
