import type { Migration } from '../file/migrate';

/**
 * Kept answers are pruned by age and by their total size: the row says so, and an index over those that are left finds
 * the oldest and adds up their bytes without reading one of them.
 */
export const prunedBodies: Migration = {
  number: 120,
  name: 'pruned-bodies',
  up(db) {
    db.exec(`
ALTER TABLE calls ADD COLUMN body_pruned INTEGER NOT NULL DEFAULT 0 CHECK (body_pruned IN (0, 1));
CREATE INDEX calls_bodies ON calls (started_at, octet_length(body)) WHERE body IS NOT NULL;
`);
  },
};
