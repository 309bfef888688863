import { monday } from '../outbox/test-database';
import { finding, ids, json, seal } from './earlier-parts';
import type { EarlierRow } from './earlier-parts';

/** Who sends what goes out on forms. */
export const sender = { name: '하늘상점', phone: '0212345678', postcode: '04524', address: '서울 중구 세종대로 110' };
/** A form of the seller's own. */
export const ownForm = {
  id: 'own-1',
  name: '창고 양식',
  format: 'xlsx',
  sheetName: 'Sheet1',
  columns: [{ header: '받는분', puts: 'recipient' }],
  memoLetters: 45,
};
/** The order book, steps of editing and courier's forms, as a version of the app had written them. */
export const bookRows: readonly EarlierRow[] = [
  {
    table: 'book_orders',
    since: 150,
    row: {
      n: 1,
      store_id: ids.store,
      product_order_id: 'dispatch-held',
      order_id: '2026030200009999',
      stage: 'waiting',
      due_at: monday + 86_400_000,
      must_send: 0,
      untracked: 0,
      told_at: monday - 60_000,
      told_type: 'CLAIM_REQUESTED',
      read_at: monday,
      facts: json({ finding: JSON.parse(finding), quantity: 2 }),
      personal: seal(json({ recipient: '김하늘', product: '유자차' })),
    },
    renamed: { told_at: { since: 220, to: 'feed_at' }, told_type: { since: 220, to: 'feed_type' } },
  },
  { table: 'book_words', since: 150, row: { digest: Buffer.from('digest of a word'), n: 1 } },
  {
    table: 'book_left_out',
    since: 150,
    row: { store_id: ids.store, product_order_id: '2026030200000001', since: monday },
  },
  {
    table: 'book_changes',
    since: 150,
    row: {
      store_id: ids.store,
      product_order_id: 'dispatch-held',
      what: 'cancel-requested',
      at: monday - 60_000,
      found_at: monday,
      pull_out: 1,
    },
  },
  { table: 'book_feeds', since: 150, row: { store_id: ids.store, through: monday, filled_at: monday } },
  { table: 'edit_steps', since: 170, row: { id: 1, import_id: ids.import, label: json({ what: 'ticked', lines: 1 }) } },
  {
    table: 'edit_parts',
    since: 170,
    row: { step_id: 1, part: 0, patches: json([{ row: 2, before: { chosen: false }, after: { chosen: true } }]) },
  },
  {
    table: 'form_files',
    since: 210,
    row: { id: 1, store_id: ids.store, made_at: monday, layout: 'cj', file_name: '접수.xlsx' },
  },
  {
    table: 'form_orders',
    since: 210,
    row: { form_id: 1, row: 0, store_id: ids.store, product_order_id: '2026030200000001' },
  },
  { table: 'form_senders', since: 210, row: { store_id: ids.store, sealed: seal(json(sender)) } },
  { table: 'form_layouts', since: 230, row: { id: ownForm.id, sealed: seal(json(ownForm)) } },
];
