import type { Company } from '../../market-rules';
import { aliases } from './alias-list';
import { companies } from './company-list';
import { foldTyped, placeOf } from '../../initial-consonants';
import { foldName } from './fold-name';
import { formerCodes } from './renamed-companies';

/** Every courier NAVER takes, in the order of its document: the large ones first. */
export const companyList: readonly Company[] = companies.map(([code, name]) => ({ code, name }));

const names = new Map<string, string>(companies);

/** The Korean name of a deliveryCompanyCode; also of a code it had before. undefined when the market does not list it. */
export function companyName(code: string): string | undefined {
  return names.get(formerCodes.get(code) ?? code);
}

/** Whether the market lists this deliveryCompanyCode, or did before it renamed it. */
export function isCompanyCode(code: string): boolean {
  return names.has(formerCodes.get(code) ?? code);
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
  const wanted = foldTyped(query, foldName);
  if (wanted === '') return [...companyList];
  const starting: Company[] = [];
  const holding: Company[] = [];
  for (const { company, words } of searchable) {
    const places = words.map((word) => placeOf(word, wanted)).filter((at) => at >= 0);
    if (places.length === 0) continue;
    (places.includes(0) ? starting : holding).push(company);
  }
  return [...starting, ...holding];
}
