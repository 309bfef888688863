import type { Migration } from '../file/migrate';

/** What is held for something that ends by itself, by when it ends. */
export const heldDue: Migration = {
  number: 110,
  name: 'held-due',
  up(db) {
    db.exec(`CREATE INDEX jobs_held_due ON jobs (store_id, due_at) WHERE state = 'held' AND due_at IS NOT NULL;`);
  },
};
