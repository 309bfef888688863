import { create } from 'zustand';
import type { Job } from '../../../src-preload/contract/job';

/** The cancel request that is being decided about; undefined: none. */
export const useHold = create<{ job: Job | undefined }>()(() => ({ job: undefined }));

/** Asks what is to become of the box of this job. */
export function openHold(job: Job): void {
  useHold.setState({ job });
}

/** Leaves it as it is. */
export function closeHold(): void {
  useHold.setState({ job: undefined });
}
