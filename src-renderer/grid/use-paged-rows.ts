import { useSyncExternalStore } from 'react';
import type { PagedRows } from './paged-rows';

/** Draws again whenever the kept rows change. */
export function usePagedRows<Row>(rows: PagedRows<Row>): PagedRows<Row> {
  useSyncExternalStore(rows.subscribe, rows.version);
  return rows;
}
