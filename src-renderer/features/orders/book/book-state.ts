import { create } from 'zustand';
import { cleanText } from '../../../../src-preload/contract/clean-text';
import { rowsPerBookPage } from '../../../../src-preload/contract/chunks';
import type { BookItem, BookOrderItem } from '../../../../src-preload/contract/book/list';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import type { BookFilter, BookTab } from '../../../../src-preload/contract/book/tabs';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { PagedRows } from '../../../grid/paged-rows';
import { atMostEvery } from '../../../state/at-most-every';
import { call, listen } from '../../../state/ipc-client';

/** What of the book is listed: a tab of it, or, with a filter, all that is open; a search alone looks at all of it. */
export interface ShownBook {
  tab?: BookTab | undefined;
  filter?: BookFilter | undefined;
  search: string;
}

interface BookState {
  storeId: StoreId | undefined;
  shown: ShownBook;
  /** The seller has chosen what is listed. */
  isChosen: boolean;
  folded: readonly string[];
  rows: PagedRows<BookItem>;
  /** Product orders that match, those under folded heads too; undefined: not read yet. */
  orders: number | undefined;
  /** The one the panel is about. */
  active: BookRow | undefined;
  /** Chosen ones by their product order numbers. */
  picked: ReadonlyMap<string, BookRow>;
}

const nothing: ReadonlyMap<string, BookRow> = new Map();
const firstShown: ShownBook = { tab: 'waiting', search: '' };

/** The list of 주문 as it is looked at; the book itself is in the main process. */
export const useBook = create<BookState>()(() => ({
  storeId: undefined,
  shown: firstShown,
  isChosen: false,
  folded: [],
  rows: bookRows(undefined, firstShown, []),
  orders: undefined,
  active: undefined,
  picked: nothing,
}));

function bookRows(storeId: StoreId | undefined, shown: ShownBook, folded: readonly string[]): PagedRows<BookItem> {
  if (storeId === undefined)
    return new PagedRows<BookItem>(() => Promise.resolve({ rows: [], total: 0 }), rowsPerBookPage);
  const { tab, filter } = shown;
  const search = cleanText(shown.search);
  const scope = {
    storeId,
    ...(tab === undefined ? {} : { tab }),
    ...(filter === undefined ? {} : { filter }),
    ...(search === '' ? {} : { search }),
  };
  const rows: PagedRows<BookItem> = new PagedRows<BookItem>(
    async (offset, limit) => {
      const answer = await call('book-list', { ...scope, folded: [...folded], offset, limit });
      if (!answer.ok) return undefined;
      const { items, total, orders } = answer.value;
      if (useBook.getState().rows === rows) useBook.setState({ orders });
      return { rows: items, total };
    },
    rowsPerBookPage,
    isSameItem,
  );
  return rows;
}

/** A row read again that says the same: it is not drawn again. */
function isSameItem(one: BookItem, other: BookItem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What an item is known by as long as it is listed. */
export function keyOfItem(item: BookItem): string {
  return item.is === 'head' ? item.key : item.row.productOrderId;
}

/** The row with columns that an item is. */
export function orderOf(item: BookItem): BookOrderItem | undefined {
  return item.is === 'order' ? item : undefined;
}

/** Lists something else of the book. */
export function showBook(shown: Partial<ShownBook>): void {
  const { storeId, shown: before } = useBook.getState();
  const next = { ...before, ...shown };
  useBook.setState({
    shown: next,
    isChosen: true,
    folded: [],
    rows: bookRows(storeId, next, []),
    orders: undefined,
    picked: nothing,
    // The panel next to another list is not about an order of the one before.
    ...(next.tab === before.tab ? {} : { active: undefined }),
  });
}

/** Lists the book of this store; nothing happens when it is listed already. */
export function showBookOf(storeId: StoreId | undefined): void {
  if (storeId === useBook.getState().storeId) return;
  const shown = firstShown;
  useBook.setState({
    storeId,
    shown,
    isChosen: false,
    folded: [],
    rows: bookRows(storeId, shown, []),
    orders: undefined,
    active: undefined,
    picked: nothing,
  });
}

/** Folds the product orders under a head away, or shows them again. */
export function foldHead(key: string): void {
  const { storeId, shown, folded } = useBook.getState();
  const next = folded.includes(key) ? folded.filter((each) => each !== key) : [...folded, key];
  useBook.setState({ folded: next, rows: bookRows(storeId, shown, next) });
}

/** While things change the list is read at most this often. */
const restMs = 700;

/** Reads the list again as the book and the queue change; answers what stops it. */
export function followBook(storeId: StoreId): () => void {
  const life = { gone: false };
  const read = atMostEvery(restMs, async () => {
    if (!life.gone) await useBook.getState().rows.refresh();
    return undefined;
  });
  const ofStore = (change: { storeId: StoreId }): void => {
    if (change.storeId === storeId) read();
  };
  const stops = [listen('book-changed', ofStore), listen('jobs-changed', ofStore)];
  read();
  return () => {
    life.gone = true;
    for (const stop of stops) stop();
  };
}

/** Where a range of choosing began. */
let pickedLast: string | undefined;

/** Chooses a row, or no longer; `range`: all between it and the one chosen before. */
export function pickOrder(row: BookRow, range: boolean): void {
  const { picked, rows } = useBook.getState();
  const next = new Map(picked);
  const from = range ? rows.find((item) => keyOfItem(item) === pickedLast) : -1;
  const to = rows.find((item) => keyOfItem(item) === row.productOrderId);
  if (from >= 0 && to >= 0) {
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      const item = rows.at(at);
      if (item?.is === 'order') next.set(item.row.productOrderId, item.row);
    }
  } else if (!next.delete(row.productOrderId)) next.set(row.productOrderId, row);
  pickedLast = row.productOrderId;
  useBook.setState({ picked: next });
}

/** Ends choosing. */
export function pickNoOrder(): void {
  useBook.setState({ picked: nothing });
}

/** What was to be done with these is done: they are chosen no longer. */
export function unpickOrders(productOrderIds: readonly string[]): void {
  const done = new Set(productOrderIds);
  useBook.setState(({ picked }) => ({ picked: new Map([...picked].filter(([id]) => !done.has(id))) }));
}

/** As many as can be chosen at once: as many as one file or one batch takes. */
const mostPicked = 10_000;

/** Chooses everything that is listed, folded or not; when all of it is chosen, nothing. */
export async function pickAllOrders(): Promise<void> {
  const { storeId, shown, orders, picked, rows } = useBook.getState();
  if (storeId === undefined || orders === undefined) return;
  if (picked.size >= orders) return pickNoOrder();
  const { tab, filter } = shown;
  const search = cleanText(shown.search);
  const next = new Map<string, BookRow>();
  for (let offset = 0; offset < Math.min(orders, mostPicked); offset += rowsPerBookPage) {
    const answer = await call('book-page', {
      storeId,
      ...(tab === undefined ? {} : { tab }),
      ...(filter === undefined ? {} : { filter }),
      ...(search === '' ? {} : { search }),
      offset,
      limit: rowsPerBookPage,
    });
    // Something else is listed by now.
    if (!answer.ok || useBook.getState().rows !== rows) return;
    for (const row of answer.value.rows) next.set(row.productOrderId, row);
  }
  useBook.setState({ picked: next });
}
