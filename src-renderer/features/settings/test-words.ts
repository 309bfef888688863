import type { Store, TestReport } from '../../../src-preload/contract/store';
import { text } from '../../text';

const words = text.settings;

/** What the test of a store found, or what is known to stand between this computer and the market. */
export function testWords({ market }: Pick<Store, 'market'>, { code, fault }: TestReport): string {
  if (fault === undefined) return words.byMarket[market].tests[code];
  const { title, body } = text.network.fault(fault, words.markets[market]);
  return `${title} ${body}`;
}
