import type { FormSender } from '../../src-preload/contract/courier-forms/form-rows';
import type { FormLayout } from '../../src-preload/contract/courier-forms/layouts';
import type { StoreId } from '../../src-preload/contract/ids';

/** A form that was saved. `madeAt` in ms UTC. */
export interface FormFile {
  id: number;
  madeAt: number;
  /** The layout's id. */
  layout: string;
  fileName: string;
}

/** Where a product order went out. */
export interface FormPlace {
  form: FormFile;
  /** Its row on the form, from 0 on: those of one row are one parcel. */
  row: number;
}

export interface FormsTable {
  /** Keeps a form with the product orders of each of its rows. Answers its id. */
  add(storeId: StoreId, form: Omit<FormFile, 'id'>, rows: readonly (readonly string[])[]): number;
  /** Newest first, each with all its product orders. */
  list(storeId: StoreId, limit: number): { form: FormFile; productOrderIds: string[] }[];
  /** The newest form each of these product orders went out on; those that never did are left out. */
  newestOf(storeId: StoreId, productOrderIds: readonly string[]): Map<string, FormPlace>;
  ordersOf(formId: number): string[];
  /** undefined: never told, or its key is not at hand. */
  sender(storeId: StoreId): FormSender | undefined;
  /** Without a key that lasts it is kept until the app ends. */
  setSender(storeId: StoreId, sender: FormSender): void;
}

/** Forms of the seller's own. Without a key that lasts they are kept until the app ends. */
export interface FormLayoutsTable {
  /** By name; one that cannot be opened is left out. */
  all(): FormLayout[];
  put(layout: FormLayout): void;
  drop(id: string): void;
}
