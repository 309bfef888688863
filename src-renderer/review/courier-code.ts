import { companyList } from '../../src-preload/contract/markets/naver/companies';

/** The code of a courier by its exact name, or the text itself when it is one already. */
export function codeOfCourier(name: string): string {
  return companyList.find((company) => company.name === name)?.code ?? name;
}
