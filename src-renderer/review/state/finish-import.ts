import type { WindowInput } from '../../../src-preload/contract/bridge';
import { mostFileNotes, mostUnreadTables } from '../../../src-preload/contract/chunks';
import type { SheetReading } from '../../../src-preload/contract/import';
import type { Line } from '../../../src-preload/contract/line';
import { useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import type { Basis, Chosen, SheetCalls } from '../../sheets/protocol';
import type { EncodingName } from '../../sheets/reading/workbook';
import type { ReviewState } from './reviews-state';

/** What lines of a review are checked against: its market and operation, and what the seller's answers taught us. */
export function basisOf(review: ReviewState): Basis {
  const { couriers, columns } = useAppState.getState().memory;
  return { market: review.market, operation: review.operation, couriers, columns, now: Date.now() };
}

/** What all lines of a review are checked with, next to their own cells. */
export function checkedWith(
  review: ReviewState,
  wholeCourier: string | undefined,
): Pick<SheetCalls['recheck']['input'], 'basis' | 'wholeCourier'> {
  return { basis: basisOf(review), ...(wholeCourier === undefined ? {} : { wholeCourier }) };
}

/** The question that opens a file, with what was chosen and typed for it so far. */
export function openInput(
  review: ReviewState,
  file: Blob,
  chosen: Chosen,
  password: string | undefined,
  encoding: EncodingName | undefined,
): SheetCalls['open']['input'] {
  return {
    file,
    fileName: review.fileName,
    chosen,
    basis: basisOf(review),
    ...(password === undefined ? {} : { password }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/** Makes the draft of a file that was read; answers it, and whether the same file was here before. */
export async function beginImport(
  { storeId, fileName, operation }: ReviewState,
  digest: string,
): Promise<Pick<ReviewState, 'importId' | 'seenBefore'>> {
  const answer = await call('imports-begin', { storeId, fileName, operation, digest });
  if (!answer.ok) return {};
  const { importId, seenBefore } = answer.value;
  return { importId, ...(seenBefore ? { seenBefore } : {}) };
}

/** Tells the main process how a file was understood; from then on a restart shows it again. */
export async function finishImport(review: ReviewState | undefined): Promise<void> {
  const reading = readingOf(review);
  if (!review?.importId || !reading) return;
  const { importId, operation, storeId } = review;
  await call('imports-finish', { importId, reading, operation, storeId });
}

/** A whole file of few lines, to be kept in one commit. */
export function wholeImport(
  review: ReviewState | undefined,
  digest: string,
  lines: Line[],
): WindowInput<'imports-keep'> | undefined {
  const reading = readingOf(review);
  if (!review || !reading) return undefined;
  const { importId, storeId, fileName, operation } = review;
  return { ...(importId === undefined ? {} : { importId }), storeId, fileName, operation, digest, reading, lines };
}

/** How a file was understood, as its draft keeps it. */
function readingOf(review: ReviewState | undefined): SheetReading | undefined {
  if (!review?.reading) return undefined;
  const { reading, wholeCourier } = review;
  return {
    ...reading,
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
    ...unreadOf(review),
    ...notesOf(review),
  };
}

/** Tables of the file that are in no review are told of after a restart, too; one that was opened next to says nothing of others. */
function unreadOf({ understood, reading, apart }: ReviewState): Pick<SheetReading, 'unread'> {
  const unread = understood?.unread ?? reading?.unread ?? [];
  return apart === true || unread.length === 0 ? {} : { unread: unread.slice(0, mostUnreadTables) };
}

/** What the reader noted is of the whole file, and told with its first table alone. */
function notesOf({ understood, reading, apart }: ReviewState): Pick<SheetReading, 'notes'> {
  const notes = understood?.notes ?? reading?.notes ?? [];
  return apart === true || notes.length === 0 ? {} : { notes: notes.slice(0, mostFileNotes) };
}
