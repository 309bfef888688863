import type { BookOrderItem } from '../../../../src-preload/contract/book/list';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { koreanDayIndex } from '../../../../src-preload/contract/korean-time';
import { figure } from '../../../../src-preload/contract/text/numbers';
import type { Column } from '../../../grid/grid-row';
import { text } from '../../../text';
import { useSlowNow } from '../../../ui/clock';
import { Digits } from '../../../ui/digits';
import { LineIcon, StateShape } from '../../../ui/shapes';
import type { StateName } from '../../../ui/shapes';
import { pickAllOrders, pickOrder, useBook } from './book-state';
import { Star } from './star';

const words = text.book.list;
const { columns } = words;

/** The columns of the order book: who and what before the numbers. */
export const bookColumns: readonly Column<BookOrderItem>[] = [
  { key: 'pick', header: <PickAll />, cell: ({ row }) => <Pick row={row} /> },
  {
    key: 'state',
    header: <span className="hidden-words">{columns.state}</span>,
    cell: ({ row }) => {
      const { shape, word } = stateOf(row);
      return <StateShape name={shape} label={word} />;
    },
  },
  {
    key: 'who',
    header: columns.who,
    cell: ({ row }) => (
      <span className={row.recipient === undefined ? 'log-name one-line faint' : 'log-name one-line'}>
        {row.recipient ?? words.noName}
      </span>
    ),
    value: ({ row }) => row.recipient ?? '',
  },
  {
    key: 'what',
    header: columns.what,
    cell: ({ row }) => (
      <span className="one-line" title={productOf(row)}>
        {row.product ?? <span className="faint">{words.noProduct}</span>}{' '}
        <span className="book-option">{row.option ?? ''}</span>
      </span>
    ),
    value: ({ row }) => productOf(row),
  },
  {
    key: 'quantity',
    header: <span className="book-quantity">{columns.quantity}</span>,
    cell: ({ row }) => (
      <span className="book-quantity">
        {row.quantity === undefined ? '' : figure(row.remainQuantity ?? row.quantity)}
      </span>
    ),
  },
  {
    key: 'number',
    header: columns.number,
    cell: ({ row }) => <NumberCell row={row} />,
    value: ({ row }) => row.trackingNumber ?? row.pendingNumber ?? '',
  },
  { key: 'marks', header: columns.marks, cell: (item) => <Marks item={item} /> },
];

/** Product and option, as the market calls them. */
export function productOf({ product, option }: BookRow): string {
  return [product, option].filter((part) => part !== undefined).join(' ');
}

/** Where a product order stands, as a shape and a word. */
export function stateOf(row: BookRow): { shape: StateName; word: string } {
  const { states } = words;
  if (row.pullOut.length > 0) return { shape: 'held', word: states.held };
  if (row.stage === 'sent') return { shape: 'done', word: states.sent };
  if (row.stage === 'closed') return { shape: 'none', word: states.closed };
  if (row.claimStatus === 'CANCEL_REQUEST') return { shape: 'held', word: states.cancel };
  if (row.badges.includes('partner-ships')) return { shape: 'none', word: states.partner };
  return row.hasNumber ? { shape: 'ready', word: states.ready } : { shape: 'yet', word: states.yet };
}

function NumberCell({ row }: { row: BookRow }) {
  const number = row.trackingNumber ?? row.pendingNumber;
  if (number !== undefined) return <Digits value={number} />;
  if (row.badges.includes('partner-ships')) return <span className="book-none">{words.partner}</span>;
  return <span className="book-none">{row.hasNumber ? words.numberInQueue : words.noNumber}</span>;
}

/** What the eye should stop at: a badge each, the most pressing first. */
function Marks({ item: { row, inBox } }: { item: BookOrderItem }) {
  const now = useSlowNow();
  const late = row.isLate && row.dueAt !== undefined ? koreanDayIndex(now) - koreanDayIndex(row.dueAt) : undefined;
  return (
    <span className="book-marks">
      {late === undefined ? null : <span className="badge stop">{words.daysLate(late)}</span>}
      {row.pullOut.slice(0, 1).map(({ what }) => (
        <span key={what} className="badge look">
          {words.changes[what]}
        </span>
      ))}
      {row.badges.map((badge) => (
        <span key={badge} className={badge === 'today' ? 'badge look' : 'badge'}>
          {badge === 'today' ? <LineIcon name="bolt" size={12} /> : null}
          {badgeWords(badge, row)}
        </span>
      ))}
      {row.memoNamesDay ? (
        <span className="badge look" title={row.memo}>
          {words.memoNamesDay}
        </span>
      ) : null}
      {inBox?.at === 'last' ? <span className="badge note">{words.inBox(inBox.count)}</span> : null}
      <Star row={row} />
    </span>
  );
}

/** A badge, with the day or the count it is about. */
export function badgeWords(
  badge: BookRow['badges'][number],
  { hopeDay, initialQuantity, remainQuantity }: BookRow,
): string {
  if (badge === 'hope-date' && hopeDay !== undefined && /^\d{8}$/u.test(hopeDay)) {
    return words.hopeDate(`${Number(hopeDay.slice(4, 6))}/${Number(hopeDay.slice(6))}`);
  }
  if (badge === 'partly-cancelled' && initialQuantity !== undefined && remainQuantity !== undefined) {
    return words.partly(initialQuantity, initialQuantity - remainQuantity);
  }
  return words.badges[badge];
}

function Pick({ row }: { row: BookRow }) {
  const isPicked = useBook((state) => state.picked.has(row.productOrderId));
  return (
    <input
      type="checkbox"
      className="book-pick"
      tabIndex={-1}
      aria-label={words.pick(row.recipient ?? row.productOrderId)}
      checked={isPicked}
      onClick={(event) => pickOrder(row, event.shiftKey)}
      // The press above says with which keys; this one is for the space bar of a screen reader.
      onChange={() => undefined}
    />
  );
}

function PickAll() {
  const picked = useBook((state) => state.picked.size);
  const listed = useBook((state) => state.orders ?? 0);
  return (
    <input
      type="checkbox"
      className="book-pick"
      data-testid="orders-select-all"
      aria-label={words.pickAll}
      ref={(box) => {
        if (box) box.indeterminate = picked > 0 && picked < listed;
      }}
      checked={picked > 0 && picked >= listed}
      onChange={() => void pickAllOrders()}
    />
  );
}
