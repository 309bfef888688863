import { countIn } from '../../src-preload/contract/job-states';
import type { StoreStatus } from '../../src-preload/contract/store';
import { text } from '../text';

type Status = Pick<StoreStatus, 'connection' | 'counts' | 'progress' | 'undo'>;

/** The line at the foot of the navigation: what the outbox of a store does, in one short phrase. */
export function engineWords({ connection, counts, progress, undo }: Status): string {
  const words = text.shell.engine;
  const underWay = countIn('underWay', counts);
  if (underWay === 0) return words.empty;
  if (connection !== 'online') return words.kept(underWay);
  if (undo !== undefined && progress.done === 0) return words.queued(underWay);
  return words.progress(progress.done, progress.total);
}
