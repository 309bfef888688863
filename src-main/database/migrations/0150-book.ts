import type { Migration } from '../file/migrate';

/**
 * The order book: product orders as the market last told of them, what changed about them, and how far the market's
 * change feed has been read. What identifies a person is sealed; it is found by keyed digests of words
 * (resources/docs/decisions/0013-searching-sealed-names.md).
 */
export const book: Migration = {
  number: 150,
  name: 'book',
  up(db) {
    db.exec(`
CREATE TABLE book_orders (
  n INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES stores (id),
  product_order_id TEXT NOT NULL,
  order_id TEXT,
  stage TEXT NOT NULL,
  -- ms UTC; far in the future where the market told none
  due_at INTEGER NOT NULL,
  -- its due date runs: the seller can dispatch it
  must_send INTEGER NOT NULL,
  untracked INTEGER NOT NULL,
  sent_at INTEGER,
  settled_at INTEGER,
  -- the newest row of the feed that was taken in: market time in ms UTC, and its type
  told_at INTEGER,
  told_type TEXT,
  -- ms UTC; 0: to be read again
  read_at INTEGER NOT NULL,
  facts TEXT NOT NULL,
  personal BLOB
) STRICT;
CREATE UNIQUE INDEX book_orders_id ON book_orders (store_id, product_order_id);
CREATE INDEX book_orders_order ON book_orders (store_id, order_id);
-- Lists and counts are answered by it alone; rows are read of a page only.
CREATE INDEX book_orders_stage ON book_orders (store_id, stage, due_at, n, must_send, product_order_id);
CREATE INDEX book_orders_due ON book_orders (store_id, due_at, product_order_id) WHERE must_send = 1;
CREATE INDEX book_orders_untracked ON book_orders (store_id, due_at, n) WHERE untracked = 1;
CREATE INDEX book_orders_read ON book_orders (store_id, read_at) WHERE stage IN ('new', 'waiting');
CREATE INDEX book_orders_settled ON book_orders (settled_at) WHERE personal IS NOT NULL AND settled_at IS NOT NULL;

CREATE TABLE book_words (
  digest BLOB NOT NULL,
  n INTEGER NOT NULL REFERENCES book_orders (n),
  PRIMARY KEY (digest, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX book_words_order ON book_words (n);

-- Asked for once more: a reading left it out.
CREATE TABLE book_left_out (
  store_id TEXT NOT NULL REFERENCES stores (id),
  product_order_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (store_id, product_order_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE book_changes (
  n INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES stores (id),
  product_order_id TEXT NOT NULL,
  what TEXT NOT NULL,
  -- ms UTC: when it happened, as far as it is known; when it was found
  at INTEGER NOT NULL,
  found_at INTEGER NOT NULL,
  -- it had a number or a label by then: the box has to be pulled out, until the seller has looked
  pull_out INTEGER NOT NULL,
  seen_at INTEGER,
  -- what it was and is, sealed
  detail BLOB
) STRICT;
CREATE UNIQUE INDEX book_changes_once ON book_changes (store_id, product_order_id, what, at);
CREATE INDEX book_changes_open ON book_changes (store_id, product_order_id) WHERE pull_out = 1 AND seen_at IS NULL;

CREATE TABLE book_feeds (
  store_id TEXT NOT NULL PRIMARY KEY REFERENCES stores (id),
  -- market time in ms UTC: everything up to here has been read
  through INTEGER NOT NULL,
  -- a window that was begun: where it goes on, its end and the market's mark
  next_from INTEGER,
  next_to INTEGER,
  next_sequence TEXT,
  -- ms UTC: when the last reading came to the feed's end
  filled_at INTEGER
) STRICT, WITHOUT ROWID;

-- Which product orders have a number in a draft.
CREATE INDEX drafts_numbered ON drafts (
  (CASE WHEN json_valid(line) AND COALESCE(line ->> '$.cells.trackingNumber', '') <> ''
    THEN line ->> '$.cells.productOrderId' END)
) WHERE job_id IS NULL;
`);
  },
};
