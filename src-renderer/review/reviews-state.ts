import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { CallOutput } from '../../src-preload/contract/calls';
import type { SheetReading } from '../../src-preload/contract/import';
import type { ImportId, StoreId } from '../../src-preload/contract/ids';
import type { JobKind } from '../../src-preload/contract/job-states';
import { marketOperations } from '../../src-preload/contract/market-facts';
import type { MarketName } from '../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from '../state/app-state';
import type { LineTab, OpenFailure, Summary, Understood } from '../sheets/protocol';

/** `out-of-memory`, `no-progress`: its reader was ended beyond its budget. */
export type ReviewFailure = OpenFailure | 'folder' | 'stopped' | 'out-of-memory' | 'no-progress';

/**
 * reading: the worker is at it. password: it waits for one. failed: the file cannot be used. storing: every row is read
 * and checked, and goes into the draft. ready: all is kept. kept: an earlier draft, not loaded yet. sent: nothing is left.
 */
export type Phase = 'reading' | 'password' | 'failed' | 'storing' | 'ready' | 'kept' | 'sent';

/** One file under review: what its tab and its screen show. Lines are in the worker and in the draft. */
export interface ReviewState {
  key: string;
  storeId: StoreId;
  market: MarketName;
  fileName: string;
  /** One table of a file whose other tables have reviews of their own. */
  apart?: boolean;
  operation: JobKind;
  phase: Phase;
  rowsRead: number;
  failure?: { code: ReviewFailure; detail?: string };
  /** The file was written again after it was read. */
  changedOnDisk?: boolean;
  /** A password was tried and was wrong. */
  wrongPassword?: boolean;
  importId?: ImportId;
  seenBefore?: CallOutput<'imports-begin'>['seenBefore'];
  /** Absent for an earlier draft: its file is not at hand any more. */
  understood?: Understood;
  reading?: SheetReading;
  summary?: Summary;
  stored: number;
  tab: LineTab;
  wholeCourier?: string;
  /** Its lines were saved as a 일괄발송 file. */
  byFile?: boolean;
}

interface SendState {
  reviews: readonly ReviewState[];
  /** The open tab of each store. */
  current: string | undefined;
  operations: Partial<Record<MarketName, JobKind>>;
  /** Whether the seller opened or closed the choices of sheet, header row and columns; undefined: neither yet. */
  choicesOpen: boolean | undefined;
}

/** In a lower window the rows need the room; the line above them says what was understood all the same. */
const roomForChoices = window.matchMedia('(min-height: 720px)');

/** The files under review and which of them is looked at. */
export const useSend = create<SendState>()(() => ({
  reviews: [],
  current: undefined,
  operations: {},
  choicesOpen: undefined,
}));

/** Whether the choices are open: as the seller left them, otherwise as the window's height has room for them now. */
export function useChoicesOpen(): boolean {
  const chosen = useSend((state) => state.choicesOpen);
  const hasRoom = useSyncExternalStore(onRoomChange, () => roomForChoices.matches);
  return chosen ?? hasRoom;
}

/** Opens the choices where they are closed; where they are open already nothing is settled for other windows' heights. */
export function showChoices(): void {
  if (!(useSend.getState().choicesOpen ?? roomForChoices.matches)) useSend.setState({ choicesOpen: true });
}

function onRoomChange(listener: () => void): () => void {
  roomForChoices.addEventListener('change', listener);
  return () => roomForChoices.removeEventListener('change', listener);
}

/** Puts a further file under review, and looks at it. */
export function addReview(review: ReviewState): void {
  useSend.setState(({ reviews }) => ({ reviews: [...reviews, review], current: review.key }));
}

/** Changes what the window knows of a review; nothing happens when it is gone. */
export function updateReview(key: string, change: Partial<ReviewState>): void {
  useSend.setState(({ reviews }) => ({
    reviews: reviews.map((each) => (each.key === key ? { ...each, ...change } : each)),
  }));
}

/** The file is not at hand any more, as for a draft of an earlier run: nothing of how it is read can be chosen. */
export function forgetUnderstood(key: string): void {
  useSend.setState(({ reviews }) => ({
    reviews: reviews.map((each) => {
      if (each.key !== key) return each;
      const { understood: _, ...rest } = each;
      return rest;
    }),
  }));
}

/** No courier is chosen for the whole file any more. */
export function forgetWholeCourier(key: string): void {
  useSend.setState(({ reviews }) => ({
    reviews: reviews.map((each) => {
      if (each.key !== key) return each;
      const { wholeCourier: _, ...rest } = each;
      return rest;
    }),
  }));
}

/** Takes a review off the screen; its neighbour is looked at then. */
export function removeReview(key: string): void {
  useSend.setState(({ reviews, current }) => {
    const gone = reviews.find((each) => each.key === key);
    const siblings = reviews.filter((each) => each.storeId === gone?.storeId);
    const at = siblings.findIndex((each) => each.key === key);
    const next = siblings[at + 1] ?? siblings[at - 1];
    return { reviews: reviews.filter((each) => each.key !== key), current: current === key ? next?.key : current };
  });
}

/** Looks at another file under review. */
export function openTab(key: string): void {
  useSend.setState({ current: key });
}

/** The files under review of the chosen store. */
export function useReviewsInStore(): readonly ReviewState[] {
  const reviews = useSend((state) => state.reviews);
  const chosen = useAppState((state) => state.chosen);
  return reviews.filter((each) => each.storeId === chosen);
}

/** Whether something of a file is still to be sent or mended: not where every line was dealt with already. */
function waitsForSeller({ phase, summary }: ReviewState): boolean {
  if (phase === 'sent' || phase === 'failed') return false;
  return !(
    phase === 'ready' &&
    summary !== undefined &&
    summary.tabs.all > 0 &&
    summary.tabs.done === summary.tabs.all
  );
}

/** Of these, the files that still wait for the seller: what the navigation counts. */
export function useFilesInReview(): number {
  return useReviewsInStore().filter(waitsForSeller).length;
}

/** The review that is looked at: the current one, or the last of the chosen store. */
export function useCurrentReview(): ReviewState | undefined {
  const here = useReviewsInStore();
  const current = useSend((state) => state.current);
  return here.find((each) => each.key === current) ?? here.at(-1);
}

/** What new files are read for: the seller's choice for this market, or the first thing it can do. */
export function operationFor(market: MarketName): JobKind {
  return useSend.getState().operations[market] ?? marketOperations[market][0];
}

/** What files of the chosen store are read for; undefined without a store. */
export function useOperation(): JobKind | undefined {
  const market = useAppState(chosenStore)?.market;
  const chosen = useSend((state) => (market === undefined ? undefined : state.operations[market]));
  return market === undefined ? undefined : (chosen ?? marketOperations[market][0]);
}

/** Remembers for this run what files of a market are read for. */
export function setOperation(market: MarketName, operation: JobKind): void {
  useSend.setState(({ operations }) => ({ operations: { ...operations, [market]: operation } }));
}
