import type { Migration } from '../file/migrate';

/**
 * The address a store was saved under in the place of its market's: such a store never meets the market itself, and a
 * store without one meets nothing else. Earlier stores were saved for the market.
 */
export const testAddress: Migration = {
  number: 70,
  name: 'test-address',
  up: (db) =>
    db.exec(`
ALTER TABLE stores ADD COLUMN test_address TEXT;
DROP INDEX stores_account;
CREATE UNIQUE INDEX stores_account ON stores (market, account_id, (test_address IS NOT NULL)) WHERE removed_at IS NULL;
`),
};
