import { countIn } from '../../src-preload/contract/job-states';
import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { text } from '../text';

/** What stands in between, where that is known, and what becomes of the jobs meanwhile. */
export function barredWords(
  { fault, counts }: Pick<StoreStatus, 'fault' | 'counts'>,
  { market }: Pick<Store, 'market'>,
): { title: string; body: string } | undefined {
  if (fault === undefined) return undefined;
  const { title, body } = text.network.fault(fault, text.settings.markets[market]);
  return { title, body: body + text.network.kept(countIn('underWay', counts)) };
}
