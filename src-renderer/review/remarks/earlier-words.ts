import { courierName } from '../../ui/courier-picker';
import { isConflicting } from '../../sheets/already-handled';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { shortTime } from '../../ui/clock';
import { groupsOfFour } from '../../ui/digits';

/** What became of a line's order before; empty where nothing did. */
export function earlierWords({ checked, earlierJob }: ReviewRow): string {
  if (!earlierJob) return '';
  // A line with an item is a stock line: its answers are spoken of, not shipments.
  const words = checked.line.cells.itemId === undefined ? text.send.historyWords : text.send.stockHistoryWords;
  return words[earlierJob.what](shortTime(earlierJob.at));
}

/** Both shipments where another courier or number is registered for the order; undefined where none is. */
export function registeredWords({ checked, earlierJob }: ReviewRow): string | undefined {
  const registered = earlierJob?.registered;
  if (!registered || !isConflicting(checked, earlierJob)) return undefined;
  const values = checked.job?.values;
  const here = values?.kind === 'dispatch' ? values.dispatch : undefined;
  const sheet = { courier: here?.deliveryCompanyCode, number: here?.trackingNumber };
  const { title, advice } = text.send.otherRegistered;
  return `${title} ${text.log.conflictBoth(shipmentWords(registered), shipmentWords(sheet))} ${advice}`;
}

function shipmentWords({ courier, number }: { courier?: string | undefined; number?: string | undefined }): string {
  const grouped = number === undefined ? undefined : groupsOfFour(number).join('-');
  return [courier === undefined ? undefined : courierName(courier), grouped].filter(Boolean).join(' ');
}
