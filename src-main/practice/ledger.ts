import { openLedgerFile, readLedgerFile } from './ledger-file';
import type { LedgerEntry } from './ledger-file';
import { isShipped } from './product-order';
import type { Change, ProductOrder, StockItem } from './product-order';

/** What one act changes; rows are whole and replace those of the same id. */
type Changes = Pick<LedgerEntry, 'orders' | 'changes' | 'items' | 'sown'>;

export interface Ledger {
  order(productOrderId: string): ProductOrder | undefined;
  /** Of one order, in the order they were made. */
  ordersOf(orderId: string): ProductOrder[];
  orders(): ProductOrder[];
  changes(): readonly Change[];
  item(ordPrdNo: string): StockItem | undefined;
  items(): StockItem[];
  hasSown(what: string): boolean;
  /** Product orders shipped under this tracking number. */
  shippedUnder(trackingNumber: string): ProductOrder[];
  /** Applies all of it at once, and before it returns hands it to the file. */
  apply(changes: Changes): void;
  /** Runs `act` so that all it applies becomes one line of the file: a call of 30 is kept as a whole or not at all. */
  together<Result>(act: () => Result): Result;
  /** Resolves when everything applied so far is on the disk; answers go out after it. */
  flush(): Promise<void>;
  close(): void;
}

/**
 * Opens the practice market's memory. Starting compacts the file: one line for each row as it stands.
 * The market's state lives in memory; the file is only for the next start.
 */
export async function openLedger(path: string): Promise<Ledger> {
  const orders = new Map<string, ProductOrder>();
  const byOrder = new Map<string, Set<string>>();
  const byTracking = new Map<string, Set<string>>();
  const items = new Map<string, StockItem>();
  const changes: Change[] = [];
  const sown = new Set<string>();

  const take = (entry: Changes): void => {
    for (const order of entry.orders ?? []) {
      orders.set(order.productOrderId, order);
      addTo(byOrder, order.orderId, order.productOrderId);
      for (const { trackingNumber } of order.dispatches) {
        if (trackingNumber !== undefined) addTo(byTracking, trackingNumber, order.productOrderId);
      }
    }
    for (const item of entry.items ?? []) items.set(item.ordPrdNo, item);
    if (entry.changes !== undefined) changes.push(...entry.changes);
    if (entry.sown !== undefined) sown.add(entry.sown);
  };

  for (const entry of readLedgerFile(path)) take(entry);
  const file = await openLedgerFile(path, [
    ...[...orders.values()].map((order) => ({ orders: [order] })),
    ...[...items.values()].map((item) => ({ items: [item] })),
    ...(changes.length > 0 ? [{ changes: [...changes] }] : []),
    ...[...sown].map((what) => ({ sown: what })),
  ]);

  let gathered: Changes | undefined;

  const pick = (ids: Iterable<string> | undefined): ProductOrder[] =>
    [...(ids ?? [])].flatMap((id) => orders.get(id) ?? []);

  return {
    order: (id) => orders.get(id),
    ordersOf: (orderId) => pick(byOrder.get(orderId)),
    orders: () => [...orders.values()],
    changes: () => changes,
    item: (ordPrdNo) => items.get(ordPrdNo),
    items: () => [...items.values()],
    hasSown: (what) => sown.has(what),
    shippedUnder: (trackingNumber) => pick(byTracking.get(trackingNumber)).filter(isShipped),
    apply(entry) {
      take(entry);
      if (gathered === undefined) file.append(entry);
      else gathered = merge(gathered, entry);
    },
    together(act) {
      if (gathered !== undefined) return act();
      gathered = {};
      try {
        return act();
      } finally {
        if (Object.keys(gathered).length > 0) file.append(gathered);
        gathered = undefined;
      }
    },
    flush: () => file.flush(),
    close: () => file.close(),
  };
}

function merge(first: Changes, second: Changes): Changes {
  const merged: Changes = { ...first, ...second };
  if (first.orders !== undefined) merged.orders = [...first.orders, ...(second.orders ?? [])];
  if (first.changes !== undefined) merged.changes = [...first.changes, ...(second.changes ?? [])];
  if (first.items !== undefined) merged.items = [...first.items, ...(second.items ?? [])];
  return merged;
}

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([value]));
  else known.add(value);
}
