import type { BookOrderItem } from '../../../../src-preload/contract/book/list';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import type { Column } from '../../../grid/grid-row';
import { text } from '../../../text';
import { shortTime, timeOfDayOf } from '../../../ui/clock';
import { courierName } from '../../../ui/courier-picker';
import { Digits, groupsOfFour } from '../../../ui/digits';
import { bookColumns } from '../book/book-columns';

const words = text.book.sent;

const named = (...keys: string[]): Column<BookOrderItem>[] => bookColumns.filter(({ key }) => keys.includes(key));

/** The columns of 발송 처리됨: registered at the market and scanned by a courier are two of them. */
export const sentColumns: readonly Column<BookOrderItem>[] = [
  ...named('pick', 'state', 'who', 'what'),
  {
    key: 'ship',
    header: words.columns.ship,
    cell: ({ row }) => <Ship row={row} />,
    value: ({ row }) => row.trackingNumber ?? '',
  },
  {
    key: 'sent',
    header: words.columns.sent,
    cell: ({ row: { sentAt } }) => (sentAt === undefined ? '' : <span className="meta num">{shortTime(sentAt)}</span>),
  },
  { key: 'scan', header: words.columns.scan, cell: ({ row }) => <Scan row={row} /> },
  ...named('marks'),
];

function Ship({ row: { courier, trackingNumber } }: { row: BookRow }) {
  const name = courier === undefined ? '' : courierName(courier);
  return (
    <span className="sent-ship" title={[name, ...groupsOfFour(trackingNumber ?? '')].join(' ')}>
      <span className="one-line">{name}</span>
      {trackingNumber === undefined ? null : <Digits value={trackingNumber} />}
    </span>
  );
}

function Scan({ row: { parcel, pickedUpAt } }: { row: BookRow }) {
  if (parcel === undefined) return null;
  const said =
    parcel === 'scanned' && pickedUpAt !== undefined ? words.pickedUp(timeOfDayOf(pickedUpAt)) : words.parcels[parcel];
  return (
    <span className={parcel === 'not-scanned' ? 'meta faint' : 'meta'} data-parcel={parcel}>
      {said}
    </span>
  );
}
