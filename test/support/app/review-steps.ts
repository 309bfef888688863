import type { Locator } from 'playwright';
import type { Desk } from './launch';
import { reviewSheet } from './sheet-steps';
import { shipment, shipmentHead } from './workbook';

/** The tracking number of the nth made-up shipment (workbook.ts). */
export const numberOf = (n: number): string => shipment(n)[2] ?? '';

/** What stories do in the lines of a file under review. The desk is asked for at each step: a story may start it again. */
export function reviewSteps(desk: () => Desk) {
  const cell = (row: number, field: string): Locator =>
    desk().page.locator(`[data-testid=review-cell][data-row="${row}"][data-field=${field}]`);
  /** What a cell holds, without the hyphens and words that are for the eye. */
  const valueOf = async (row: number, field = 'trackingNumber'): Promise<string> =>
    (await cell(row, field).locator('.cell-text').innerText()).replaceAll(/[-\s]|고친 값|직접 고침/gu, '');
  const opened = (name: string): Locator =>
    desk().page.locator(`[data-testid=review][data-file="${name}"][data-ready=true]`);
  return {
    cell,
    valueOf,
    opened,
    /** The box that ticks a line. */
    box: (row: number): Locator =>
      desk().page.locator(`[data-testid=review-row][data-row="${row}"]`).getByTestId('line-chosen'),
    numbers: (...rows: number[]): Promise<string[]> => Promise.all(rows.map((row) => valueOf(row))),
    press: (key: string): Promise<void> => desk().page.keyboard.press(key),
    type: (words: string): Promise<void> => desk().page.keyboard.type(words),
    /** Brings a file of these shipments under review, and waits until its lines are kept. */
    async review(name: string, lines: readonly (readonly string[])[]): Promise<void> {
      await reviewSheet(desk(), name, [shipmentHead, ...lines]);
      await opened(name).waitFor();
    },
  };
}
