import type { FormOrder } from '../../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { BookPageRow } from '../../database/book/book-port';
import type { FormPlace } from '../../database/forms-port';
import type { AppDatabase } from '../../database/tables';

/** An open order of the book with what went out of it. */
export interface OpenOrder {
  row: BookPageRow;
  /** The newest courier's form it is on. */
  place: FormPlace | undefined;
}

/** So many are opened in one go: unsealing takes some microseconds each. */
const ordersAStep = 400;

/**
 * All open product orders of a store, opened in memory only, in steps between which others get their turn.
 * @param now ms UTC
 */
export async function readOpenOrders(database: AppDatabase, storeId: StoreId, now: number): Promise<OpenOrder[]> {
  const all: OpenOrder[] = [];
  const seen = new Set<string>();
  for (let offset = 0; ; offset += ordersAStep) {
    const page = await database.transaction(({ book, forms }) => {
      const { orders } = book.bookPage({ storeId, now, endOfToday: now, offset, limit: ordersAStep });
      const places = forms.newestOf(
        storeId,
        orders.map(({ productOrderId }) => productOrderId),
      );
      return orders.map((row): OpenOrder => ({ row, place: places.get(row.productOrderId) }));
    });
    // One that a reading moved between two pages may come twice.
    for (const order of page) {
      if (seen.has(order.row.productOrderId)) continue;
      seen.add(order.row.productOrderId);
      all.push(order);
    }
    if (page.length < ordersAStep) return all;
  }
}

/** As the join and the forms compare it. What went out in one row of a form is one parcel. */
export function toFormOrder({ row, place }: OpenOrder): FormOrder {
  const { productOrderId, orderId, facts, personal, pending } = row;
  return {
    productOrderId,
    orderId,
    packageNumber: place === undefined ? facts.packageNumber : `form ${place.form.id} ${place.row}`,
    recipient: personal?.recipient,
    phones: personal?.phones,
    address: personal?.address,
    zipCode: personal?.zipCode,
    product: personal?.product,
    option: personal?.option,
    memo: personal?.memo,
    quantity: facts.quantity,
    hasNumber: pending !== undefined,
  };
}
