import type { Migration } from '../file/migrate';

/** Forms of the seller's own say in which shape their JSON is, as other rows do since migration 160. */
export const formLayoutShapes: Migration = {
  number: 240,
  name: 'form-layout-shapes',
  up: (db) => db.exec('ALTER TABLE form_layouts ADD COLUMN shape INTEGER NOT NULL DEFAULT 1'),
};
