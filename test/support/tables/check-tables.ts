import { codeClasses } from '../../../src-preload/contract/markets/code-class';
import { foldName } from '../../../src-preload/contract/markets/naver/fold-name';
import type { TrackingFormat } from '../../../src-preload/contract/markets/naver/tracking-formats';
import { foldHeader } from '../../../src-renderer/sheets/understanding/header-words';

/**
 * What the tables of facts must hold, whoever edits them: header words, couriers and their spellings, tracking numbers,
 * the market's codes. Each check answers the problems it finds, in words; none means that the table is sound. The
 * sources of the tables are in resources/docs/sheets.md and resources/docs/markets/naver.md, "Codes".
 */
type Problems = string[];

type WordsByTrust = Readonly<Record<1 | 2 | 3, readonly string[]>>;

/** Words are folded, stand once in their field, mean one field, and are none of those that are never taken. */
export function headerProblems(table: Readonly<Record<string, WordsByTrust>>, never: ReadonlySet<string>): Problems {
  const fieldOf = new Map<string, string>();
  return Object.entries(table).flatMap(([field, byTrust]) =>
    [...byTrust[3], ...byTrust[2], ...byTrust[1]].flatMap((word) => {
      const other = fieldOf.get(word);
      fieldOf.set(word, field);
      return [
        ...(word === foldHeader(word) ? [] : [`${field}: ${word} is not folded`]),
        ...(other === undefined ? [] : [`${word} stands in ${other} and in ${field}`]),
        ...(never.has(word) ? [`${field}: ${word} is never to be taken`] : []),
      ];
    }),
  );
}

interface AliasRow {
  code: string;
  aliases: readonly string[];
  unsourced: readonly string[];
  sources: string;
}

/** The letters of resources/docs/sheets.md, "Couriers". */
const sourceLetter = /^(?:N[12]|A(?:[1-9]|1[0-4]))$/u;

/** Codes and names stand once, every spelling leads to one listed code, and every row says where it is from. */
export function courierProblems(
  companies: readonly (readonly [code: string, name: string])[],
  aliasRows: readonly AliasRow[],
): Problems {
  const codes = new Set(companies.map(([code]) => code));
  const twice = companies.filter(([code], index) => companies.findIndex(([each]) => each === code) !== index);
  const codeOf = new Map<string, string>();
  const spellings = aliasRows.flatMap(({ code, aliases, unsourced }) =>
    [...aliases, ...unsourced].flatMap((spelling) => {
      const other = codeOf.get(foldName(spelling)) ?? code;
      codeOf.set(foldName(spelling), code);
      return other === code ? [] : [`${spelling} means ${other} and ${code}`];
    }),
  );
  const rows = aliasRows.flatMap(({ code, aliases, sources }) => [
    ...(codes.has(code) ? [] : [`${code} is no company of the list`]),
    ...(aliases.length === 0 ? [`${code} has no sourced spelling`] : []),
    ...sources.split(' ').flatMap((letter) => (sourceLetter.test(letter) ? [] : [`${code}: no source ${letter}`])),
  ]);
  return [...twice.map(([code]) => `${code} stands twice`), ...spellings, ...rows];
}

/** The last digit of a number by each rule, worked out apart from the app's own code. */
const lastDigit: Readonly<Record<NonNullable<TrackingFormat['check']>, (number: string) => number>> = {
  cj: (number) => Number(BigInt(number.slice(-10, -1)) % 7n),
  whole: (number) => Number(BigInt(number.slice(0, -1)) % 7n),
  s10: (number) => {
    const weights = [8, 6, 4, 2, 3, 5, 9, 7];
    const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index + 2]), 0);
    const rest = 11 - (sum % 11);
    return rest === 10 ? 0 : rest === 11 ? 5 : rest;
  },
};

/** Formats are of listed companies, check only lengths they take, and hold for every number that was published. */
export function trackingProblems(
  formats: ReadonlyMap<string, TrackingFormat>,
  companies: readonly (readonly [code: string, name: string])[],
  published: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Problems {
  const codes = new Set(companies.map(([code]) => code));
  const rows = [...formats].flatMap(([code, { form, check, checked = [] }]) => [
    ...(codes.has(code) ? [] : [`${code} is no company of the list`]),
    ...(check !== undefined && checked.length === 0 ? [`${code} has a rule and no length it holds for`] : []),
    ...checked
      .filter((length) => check !== 's10' && !form.test('1'.repeat(length)))
      .map((length) => `${code} checks ${length} digits and does not take them`),
  ]);
  const numbers = Object.entries(published).flatMap(([code, some]) =>
    Object.entries(some).flatMap(([number, source]) => {
      const format = formats.get(code);
      if (format?.form.test(number) !== true) return [`${code} does not take ${number} (${source})`];
      const { check, checked = [] } = format;
      if (check === undefined || !checked.includes(number.length)) return [];
      const stands = Number(check === 's10' ? number[10] : number.at(-1));
      return lastDigit[check](number) === stands ? [] : [`${code}'s rule fails for ${number} (${source})`];
    }),
  );
  return [...rows, ...numbers];
}

interface CodeTable {
  codes: readonly string[];
  classOf(kind: 'dispatch' | 'confirm' | 'lookup' | 'read', code: string): string;
}

/**
 * Codes are the market's four to six digits or the gateway's; only the gateway speaks of the store (auth, limited); and
 * what the gateway says of a call whose service gave no answer is unknown for a write.
 */
export function codeProblems({ codes, classOf }: CodeTable): Problems {
  const classes: readonly string[] = codeClasses;
  return codes.flatMap((code) =>
    (['dispatch', 'confirm', 'lookup', 'read'] as const).flatMap((kind) => {
      const is = classOf(kind, code);
      const gateway = code.startsWith('GW.');
      const isWrite = kind === 'dispatch' || kind === 'confirm';
      const noAnswer = /^GW\.(?:PROXY|TIMEOUT|INTERNAL)/u.test(code);
      return [
        ...(gateway || /^\d{4,6}$/u.test(code) ? [] : [`${code} has an odd form`]),
        ...(classes.includes(is) ? [] : [`${code}: ${is} is no class`]),
        ...(!gateway && (is === 'auth' || is === 'limited') ? [`${code}: ${is} is the gateway's to say`] : []),
        ...(noAnswer && isWrite !== (is === 'unknown') ? [`${code} is ${is} for ${kind}`] : []),
      ];
    }),
  );
}
