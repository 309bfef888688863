import { isBlankText } from '../../src-preload/contract/clean-text';
import type { CheckedLine } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';

/**
 * What a cell of the review shows, not cleaned: the text of the sheet, of a courier the name that was understood, of a
 * line that only names its order that number in the place of the product order's.
 * @param column key of a column of the review (review-columns.tsx)
 */
export function textOfColumn({ line, job }: CheckedLine, column: string, rules: MarketRules): string {
  const cells: Readonly<Record<string, string | undefined>> = line.cells;
  const text = cells[column] ?? '';
  if (column === 'courier' && job?.values.kind === 'dispatch') {
    const { deliveryCompanyCode: code } = job.values.dispatch;
    return (code === undefined ? undefined : rules.shipments.couriers.nameOf(code)) ?? text;
  }
  if (column === 'productOrderId' && isBlankText(text)) return line.cells.orderId ?? '';
  return text;
}
