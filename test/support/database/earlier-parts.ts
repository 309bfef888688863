import { createHash } from 'node:crypto';
import { monday, xorPersonal } from '../outbox/test-database';

/** An id that is the same in every run. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whom the rows are of. */
export const ids = {
  store: uuidOf('store'),
  resting: uuidOf('resting store'),
  removed: uuidOf('removed store'),
  import: uuidOf('import'),
  batch: uuidOf('batch'),
  job: (target: string) => uuidOf(`job ${target}`),
} as const;

/** A text of JSON, as it was stored. */
export const json = JSON.stringify;
/** What identifies a person, sealed by the key of tests. */
export const seal = (text: string) => Buffer.from(xorPersonal.seal(text) ?? []);

/** A finding of the first version: what later ones have learnt to keep is not in it. */
export const finding = json({
  at: monday,
  productOrderStatus: 'PAYED',
  placeOrderStatus: 'OK',
  claimType: 'CANCEL',
  claimStatus: 'CANCEL_REQUEST',
  claimId: 'claim-1',
  orderId: '2026030200009999',
});

type Row = Record<string, string | number | Buffer | null>;

/** One row; `since` is the schema that made its table, or the column in `more`. */
export interface EarlierRow {
  table: string;
  since: number;
  row: Row;
  more?: { since: number; row: Row }[];
  /** Columns that bear another name since a later schema. */
  renamed?: Record<string, { since: number; to: string }>;
}
