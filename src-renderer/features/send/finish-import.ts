import { useDesk } from '../../shell/desk-state';
import { call } from '../../desk';
import type { Basis } from '../../sheets/protocol';
import type { ReviewFace } from './send-state';

/** What lines of a review are checked against: its market and operation, and what the seller's answers taught us. */
export function basisOf(face: ReviewFace): Basis {
  const { couriers, columns } = useDesk.getState().memory;
  return { market: face.market, operation: face.operation, couriers, columns, now: Date.now() };
}

/** Makes the draft of a file that was read; answers it, and whether the same file was here before. */
export async function beginImport(
  { storeId, fileName, operation }: ReviewFace,
  digest: string,
): Promise<Pick<ReviewFace, 'importId' | 'seenBefore'>> {
  const answer = await call('imports-begin', { storeId, fileName, operation, digest });
  if (!answer.ok) return {};
  const { importId, seenBefore } = answer.value;
  return { importId, ...(seenBefore ? { seenBefore } : {}) };
}

/** Tells the main process how a file was understood; from then on a restart shows it again. */
export async function finishImport(face: ReviewFace | undefined): Promise<void> {
  if (!face?.importId || !face.reading) return;
  const { importId, reading, operation, storeId, wholeCourier } = face;
  const told = wholeCourier === undefined ? reading : { ...reading, wholeCourier };
  await call('imports-finish', { importId, reading: told, operation, storeId });
}
