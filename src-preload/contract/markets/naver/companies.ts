import type { Company } from '../../market-rules';
import { aliases } from './alias-list';
import { companies } from './company-list';
import { foldName } from './fold-name';

/** Every courier NAVER takes, in the order of its document: the large ones first. */
export const companyList: readonly Company[] = companies.map(([code, name]) => ({ code, name }));

const names = new Map<string, string>(companies);

/** The Korean name of a deliveryCompanyCode; undefined when the market does not list the code. */
export function companyName(code: string): string | undefined {
  return names.get(code);
}

/** Whether the market lists this deliveryCompanyCode. */
export function isCompanyCode(code: string): boolean {
  return names.has(code);
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const syllablesPerInitial = 588;

/** The initial consonant of a Hangul syllable as the keyboard types it alone; any other character as it is. */
function initialOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < firstSyllable || code > lastSyllable) return character;
  return initials.charAt(Math.floor((code - firstSyllable) / syllablesPerInitial));
}

/** Where `query` begins in `name`, a lone consonant standing for any syllable that begins with it; -1 if nowhere. */
function find(name: string, query: string): number {
  for (let at = 0; at + query.length <= name.length; at += 1) {
    let index = 0;
    while (index < query.length) {
      const wanted = query.charAt(index);
      const there = name.charAt(at + index);
      if (wanted !== there && !(initials.includes(wanted) && wanted === initialOf(there))) break;
      index += 1;
    }
    if (index === query.length) return at;
  }
  return -1;
}

// A lone consonant must not be folded: NFKC turns it into a conjoining jamo that equals nothing.
function foldQuery(query: string): string {
  return [...query.trim()].map((each) => (initials.includes(each) ? each : foldName(each))).join('');
}

const searchable = companyList.map((company) => ({
  company,
  words: [foldName(company.name), company.code.toLowerCase(), ...(aliases.get(company.code) ?? []).map(foldName)],
}));

/**
 * Couriers whose name, known spelling or code holds the query; initial consonants work (ㅎㅈ finds 한진택배).
 * Names that begin with it come first, then the market's order. An empty query answers all.
 */
export function searchCompanies(query: string): Company[] {
  const wanted = foldQuery(query);
  if (wanted === '') return [...companyList];
  const starting: Company[] = [];
  const holding: Company[] = [];
  for (const { company, words } of searchable) {
    const places = words.map((word) => find(word, wanted)).filter((at) => at >= 0);
    if (places.length === 0) continue;
    (places.includes(0) ? starting : holding).push(company);
  }
  return [...starting, ...holding];
}
