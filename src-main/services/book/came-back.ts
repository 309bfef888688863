import type { StoreId } from '../../../src-preload/contract/ids';
import type { FormFile } from '../../database/forms-port';
import type { AppDatabase, Tables } from '../../database/tables';

/** How far the numbers of a form have come. */
export interface FormProgress {
  form: FormFile;
  orders: number;
  withNumber: number;
  /** Those that are still to be sent and have no number. */
  missing: string[];
}

/**
 * How far the orders of a form have come: one has a number when one waits here or is registered; what the book does not
 * know, or what was cancelled, is waited for no more.
 * @param found product orders that are about to get one
 */
export function progressOf(
  { book }: Tables,
  storeId: StoreId,
  form: FormFile,
  productOrderIds: readonly string[],
  found: ReadonlySet<string> = new Set(),
): FormProgress {
  const missing: string[] = [];
  let withNumber = 0;
  for (const id of productOrderIds) {
    const order = book.get(storeId, id);
    const isRegistered = order?.facts.finding.trackingNumber !== undefined;
    if (found.has(id) || isRegistered || book.hasNumber(storeId, id)) withNumber += 1;
    else if (order?.mustSend === true) missing.push(id);
  }
  return { form, orders: productOrderIds.length, withNumber, missing };
}

/** The form a sheet answers: that which most of the orders found in it went out on; undefined where none did. */
export async function formThatCameBack(
  database: AppDatabase,
  storeId: StoreId,
  found: ReadonlySet<string>,
): Promise<FormProgress | undefined> {
  return database.transaction((tables) => {
    const counts = new Map<number, { form: FormFile; n: number }>();
    for (const { form } of tables.forms.newestOf(storeId, [...found]).values()) {
      counts.set(form.id, { form, n: (counts.get(form.id)?.n ?? 0) + 1 });
    }
    const [most] = [...counts.values()].toSorted((one, other) => other.n - one.n || other.form.id - one.form.id);
    if (most === undefined) return undefined;
    return progressOf(tables, storeId, most.form, tables.forms.ordersOf(most.form.id), found);
  });
}
