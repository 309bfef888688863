import type { Migration } from '../file/migrate';

/** Dispatches that are done and are to be read once more: `due_at` says when, and is gone once they were. */
export const readBack: Migration = {
  number: 80,
  name: 'read-back',
  up: (db) =>
    db.exec(`
CREATE INDEX jobs_read_back ON jobs (store_id, due_at) WHERE state = 'succeeded' AND due_at IS NOT NULL;
`),
};
