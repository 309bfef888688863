import { call } from '../../state/ipc-client';
import type { ReviewState } from '../state/reviews-state';
import { closeReview } from './take-files';

/** Takes a file off the list, its draft with it; what went to the outbox stays there. */
export function closeFile({ key, importId }: ReviewState): void {
  if (importId !== undefined) void call('imports-drop', { importId });
  closeReview(key);
}
