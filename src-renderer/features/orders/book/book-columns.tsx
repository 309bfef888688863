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
      <span
        className={row.recipient === undefined ? 'log-name one-line faint' : 'log-name one-line'}
        title={row.recipient}
      >
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

interface Mark {
  key: string;
  said: string;
  tone?: 'stop' | 'look' | 'note';
  icon?: 'bolt';
  title?: string | undefined;
}

/** What the eye should stop at, the most pressing first. */
function marksOf({ row, inBox }: BookOrderItem, now: number): Mark[] {
  const late = row.isLate && row.dueAt !== undefined ? koreanDayIndex(now) - koreanDayIndex(row.dueAt) : undefined;
  const [change] = row.pullOut;
  return [
    ...(late === undefined ? [] : [{ key: 'late', said: words.daysLate(late), tone: 'stop' as const }]),
    ...(change === undefined ? [] : [{ key: change.what, said: words.changes[change.what], tone: 'look' as const }]),
    ...row.badges.map((badge) => ({
      key: badge,
      said: badgeWords(badge, row),
      ...(badge === 'today' ? { tone: 'look' as const, icon: 'bolt' as const } : {}),
    })),
    ...(row.memoNamesDay ? [{ key: 'memo', said: words.memoNamesDay, tone: 'look' as const, title: row.memo }] : []),
    ...(inBox?.at === 'last' ? [{ key: 'box', said: words.inBox(inBox.count), tone: 'note' as const }] : []),
  ];
}

/** A badge each; all of their words where they do not have room. */
function Marks({ item }: { item: BookOrderItem }) {
  const marks = marksOf(item, useSlowNow());
  return (
    <span className="book-marks" title={marks.map(({ said }) => said).join(' · ')}>
      {marks.map(({ key, said, tone, icon, title }) => (
        <span key={key} className={tone === undefined ? 'badge' : `badge ${tone}`} title={title}>
          {icon === undefined ? null : <LineIcon name={icon} size={12} />}
          {said}
        </span>
      ))}
      <Star row={item.row} />
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
