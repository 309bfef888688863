import { useCallback } from 'react';
import type { KeyboardEvent } from 'react';
import type { BookItem, BookOrderItem } from '../../../../src-preload/contract/book/list';
import { isSentPeriod } from '../../../../src-preload/contract/book/tabs';
import { shortcutLetter } from '../../../grid/grid-key';
import { isNeverMeasured } from '../../../grid/grid-props';
import type { DataAttributes } from '../../../grid/grid-row';
import { MixedGrid } from '../../../grid/virtual-grid';
import { useBookCounts } from '../../../state/book-counts';
import { text } from '../../../text';
import { bookColumns } from './book-columns';
import { BookHeadRow } from './book-head';
import { sentColumns } from '../sent/sent-columns';
import { keyOfItem, orderOf, pickAllOrders, pickNoOrder, pickOrder, showBook, useBook } from './book-state';

const words = text.book;
/** px of a head and of a row (styles/log-groups.css, log-rows.css). */
const headHeight = 32;
const rowHeight = 36;
const boxClass = { first: 'box-first', between: 'box-between', last: 'box-last' } as const;

const headOf = (item: BookItem) => (item.is === 'head' ? <BookHeadRow head={item} /> : null);
const heightOf = (item: BookItem): number => (item.is === 'head' ? headHeight : rowHeight);

/** The row the keyboard came to is what the panel is about. */
function onSpot(index: number | undefined): void {
  const item = index === undefined ? undefined : useBook.getState().rows.at(index);
  if (item?.is === 'order') useBook.setState({ active: item.row });
}

/** The orders of the tab, the filter or the search, under heads of their due dates. */
export function BookList() {
  const rows = useBook((state) => state.rows);
  const picked = useBook((state) => state.picked);
  const activeId = useBook((state) => state.active?.productOrderId);
  const isSent = useBook(({ shown: { tab, search } }) => tab === 'sent' && search === '');
  const label = useBook(({ shown: { tab, search }, orders }) =>
    words.list.label(
      search === '' ? (tab === undefined ? words.list.all : words.tabs[tab]) : words.list.found,
      orders ?? 0,
    ),
  );
  const rowAttributes = useCallback(
    ({ row, inBox }: BookOrderItem): DataAttributes => ({
      'data-testid': 'order-row',
      'data-product-order-id': row.productOrderId,
      'data-order-id': row.orderId ?? '',
      'data-due': row.dueAt === undefined ? '' : new Date(row.dueAt).toISOString(),
      'data-badges': row.badges.join(' '),
      'data-number': row.trackingNumber ?? row.pendingNumber ?? '',
      'aria-selected': picked.has(row.productOrderId),
      className: [
        picked.has(row.productOrderId) ? 'picked' : '',
        activeId === row.productOrderId ? 'current' : '',
        inBox === undefined ? '' : boxClass[inBox.at],
      ].join(' '),
    }),
    [picked, activeId],
  );
  return (
    <div className={picked.size > 0 ? 'log-list picking' : 'log-list'} onKeyDownCapture={onListKey}>
      <MixedGrid<BookItem, BookOrderItem>
        label={label}
        testId="orders-grid"
        className={isSent ? 'log-grid book-grid sent-grid' : 'log-grid book-grid'}
        rows={rows}
        columns={isSent ? sentColumns : bookColumns}
        estimate={rowHeight}
        heightOf={heightOf}
        isMeasured={isNeverMeasured}
        itemKey={keyOfItem}
        rowOf={orderOf}
        wide={headOf}
        rowAttributes={rowAttributes}
        onSpot={onSpot}
        empty={<EmptyList />}
      />
    </div>
  );
}

/** Space ticks the row with the keyboard, Ctrl+A all of them, Escape ends choosing. */
function onListKey(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.nativeEvent.isComposing) return;
  const origin = event.target instanceof HTMLElement ? event.target : undefined;
  if (shortcutLetter(event) === 'a') void pickAllOrders();
  else if (event.key === 'Escape' && useBook.getState().picked.size > 0) pickNoOrder();
  else if (event.key === ' ' && origin?.closest('button,a,input') === null) {
    const id = origin.closest('[data-testid=order-row]')?.getAttribute('data-product-order-id');
    const { rows } = useBook.getState();
    const item = rows.at(rows.find((each) => each.is === 'order' && each.row.productOrderId === id));
    if (item?.is !== 'order') return;
    pickOrder(item.row, event.shiftKey);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Nothing to show: because nothing was fetched yet, or because nothing is in this list. */
function EmptyList() {
  const { tab, filter, search } = useBook((state) => state.shown);
  const isFilled = useBookCounts((state) => state.counts?.filledAt !== undefined);
  if (!isFilled && search === '') {
    return (
      <div className="place">
        <h2>{words.empty.title}</h2>
        <p>{words.empty.body}</p>
      </div>
    );
  }
  const said =
    search !== ''
      ? words.empty.nothingFound
      : filter !== undefined
        ? words.empty.filters[filter]
        : tab === undefined
          ? words.noneOpen
          : words.empty.tabs[tab];
  return (
    <div className="place">
      <p>{said}</p>
      {search === '' && (filter === undefined || isSentPeriod(filter)) ? null : (
        <button
          type="button"
          className="button"
          onClick={() => showBook({ tab: 'waiting', filter: undefined, search: '' })}
        >
          {words.filterOff}
        </button>
      )}
    </div>
  );
}
