import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { ImportId } from '../../../src-preload/contract/ids';
import type { KnownBefore, Line } from '../../../src-preload/contract/line';
import { call } from '../../state/ipc-client';

/** All lines of a draft, with what is known of them from before; undefined if they could not be read. */
export async function readDraft(
  importId: ImportId,
  progress: (lines: number) => void,
): Promise<{ lines: Line[]; known: KnownBefore } | undefined> {
  const lines: Line[] = [];
  const known: KnownBefore = { earlierJobs: [], earlierUses: [] };
  for (let afterRow = 0; ;) {
    const answer = await call('imports-lines', { importId, afterRow });
    if (!answer.ok) return undefined;
    lines.push(...answer.value.lines);
    known.earlierJobs.push(...answer.value.earlierJobs);
    known.earlierUses.push(...answer.value.earlierUses);
    const { bookLines = [] } = answer.value;
    if (bookLines.length > 0) known.bookLines = [...(known.bookLines ?? []), ...bookLines];
    const last = answer.value.lines.at(-1);
    if (!last || answer.value.lines.length < linesPerChunk) return { lines, known };
    afterRow = last.row;
    progress(lines.length);
  }
}
