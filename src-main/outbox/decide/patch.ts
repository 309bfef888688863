import type { JobRow } from '../../database/rows';

/** The fields of a job that a decision may set next to its state, which the table of transitions says. */
export type Patch = Partial<Omit<JobRow, 'seq' | 'id' | 'storeId' | 'kind' | 'target' | 'state' | 'createdAt'>>;
