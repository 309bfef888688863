import type { WindowInput } from '../../src-preload/contract/bridge';
import { mostFileNotes, mostUnreadTables } from '../../src-preload/contract/chunks';
import type { Reading } from '../../src-preload/contract/import';
import type { Line } from '../../src-preload/contract/line';
import { useDesk } from '../state/app-state';
import { call } from '../state/ipc-client';
import type { Basis, Chosen, SheetCalls } from '../sheets/protocol';
import type { EncodingName } from '../sheets/reading/workbook';
import type { ReviewFace } from './reviews-state';

/** What lines of a review are checked against: its market and operation, and what the seller's answers taught us. */
export function basisOf(face: ReviewFace): Basis {
  const { couriers, columns } = useDesk.getState().memory;
  return { market: face.market, operation: face.operation, couriers, columns, now: Date.now() };
}

/** What all lines of a review are checked with, beside their own cells. */
export function checkedWith(
  face: ReviewFace,
  wholeCourier: string | undefined,
): Pick<SheetCalls['recheck']['input'], 'basis' | 'wholeCourier'> {
  return { basis: basisOf(face), ...(wholeCourier === undefined ? {} : { wholeCourier }) };
}

/** The question that opens a file, with what was chosen and typed for it so far. */
export function openInput(
  face: ReviewFace,
  file: Blob,
  chosen: Chosen,
  password: string | undefined,
  encoding: EncodingName | undefined,
): SheetCalls['open']['input'] {
  return {
    file,
    fileName: face.fileName,
    chosen,
    basis: basisOf(face),
    ...(password === undefined ? {} : { password }),
    ...(encoding === undefined ? {} : { encoding }),
  };
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
  const reading = readingOf(face);
  if (!face?.importId || !reading) return;
  const { importId, operation, storeId } = face;
  await call('imports-finish', { importId, reading, operation, storeId });
}

/** A whole file of few lines, to be kept in one commit. */
export function wholeImport(
  face: ReviewFace | undefined,
  digest: string,
  lines: Line[],
): WindowInput<'imports-keep'> | undefined {
  const reading = readingOf(face);
  if (!face || !reading) return undefined;
  const { importId, storeId, fileName, operation } = face;
  return { ...(importId === undefined ? {} : { importId }), storeId, fileName, operation, digest, reading, lines };
}

/** How a file was understood, as its draft keeps it. */
function readingOf(face: ReviewFace | undefined): Reading | undefined {
  if (!face?.reading) return undefined;
  const { reading, wholeCourier } = face;
  return {
    ...reading,
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
    ...unreadOf(face),
    ...notesOf(face),
  };
}

/** Tables of the file that are in no review are told of after a restart, too; one that was opened beside says nothing of others. */
function unreadOf({ understood, reading, apart }: ReviewFace): Pick<Reading, 'unread'> {
  const unread = understood?.unread ?? reading?.unread ?? [];
  return apart === true || unread.length === 0 ? {} : { unread: unread.slice(0, mostUnreadTables) };
}

/** What the reader noted is of the whole file, and told with its first table alone. */
function notesOf({ understood, reading, apart }: ReviewFace): Pick<Reading, 'notes'> {
  const notes = understood?.notes ?? reading?.notes ?? [];
  return apart === true || notes.length === 0 ? {} : { notes: notes.slice(0, mostFileNotes) };
}
