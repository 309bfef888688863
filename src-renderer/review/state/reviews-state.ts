import { create } from 'zustand';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { SheetReading } from '../../../src-preload/contract/import';
import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { marketOperations } from '../../../src-preload/contract/market-facts';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import { chosenStore, useAppState } from '../../state/app-state';
import type { LineSort } from '../../sheets/sort-lines';
import type { LineTab } from '../../sheets/line-place';
import type { OpenFailure, Summary, Understood } from '../../sheets/protocol';

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
  /** As it was understood when it was opened, before anything was chosen. */
  opened?: Understood;
  reading?: SheetReading;
  summary?: Summary;
  stored: number;
  tab: LineTab;
  /** The order of the lines within their groups; absent: that of the sheet. */
  sort?: LineSort;
  /** Only lines with remarks of these kinds are shown; absent: all. */
  remarks?: readonly string[];
  wholeCourier?: string;
  /** Its lines were saved as a 일괄발송 file. */
  byFile?: boolean;
}

interface SendState {
  reviews: readonly ReviewState[];
  /** The open tab of each store. */
  current: string | undefined;
  operations: Partial<Record<MarketName, JobKind>>;
  /** The review whose choices of sheet, header row and columns are open at the side: of another one they are closed. */
  choicesOf: string | undefined;
}

/** The files under review and which of them is looked at. */
export const useSend = create<SendState>()(() => ({
  reviews: [],
  current: undefined,
  operations: {},
  choicesOf: undefined,
}));

/** Opens the side sheet with the choices of sheet, header row and columns. */
export function showChoices(key?: string): void {
  useSend.setState(({ current, reviews }) => ({ choicesOf: key ?? current ?? reviews.at(-1)?.key }));
}

/** Closes it; the keyboard goes back to what opened it. */
export function closeChoices(): void {
  useSend.setState({ choicesOf: undefined });
  document.querySelector<HTMLElement>('[data-testid=columns-open]')?.focus();
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

/** How the lines of a review are shown; what is given as undefined is as in the sheet again. */
export function arrangeReview(
  key: string,
  change: { sort?: LineSort | undefined; remarks?: readonly string[] | undefined },
): void {
  useSend.setState(({ reviews }) => ({
    reviews: reviews.map((each) => {
      if (each.key !== key) return each;
      const { sort: _sort, remarks: _remarks, ...rest } = each;
      const { sort, remarks } = { sort: each.sort, remarks: each.remarks, ...change };
      return { ...rest, ...(sort ? { sort } : {}), ...(remarks ? { remarks } : {}) };
    }),
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

/** Whether something of a file is still to be sent or mended: not where every line was dealt with or left out. */
function waitsForSeller({ phase, summary }: ReviewState): boolean {
  if (phase === 'sent' || phase === 'failed') return false;
  return !(phase === 'ready' && summary !== undefined && summary.tabs.all > 0 && isDealtWith(summary));
}

/** Whether lines of a file are under review still, of other malls' among them. */
export function hasLinesLeft({ summary, reading }: ReviewState): boolean {
  return (summary?.tabs.all ?? 0) + (reading?.skipped.otherMalls ?? 0) > 0;
}

function isDealtWith({ tabs }: Summary): boolean {
  return tabs.all === tabs.done;
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

/** The file that is next to be looked at after this one, around the end; undefined where none waits for the seller. */
export function useNextFile(key: string): ReviewState | undefined {
  const here = useReviewsInStore();
  const at = here.findIndex((each) => each.key === key);
  return [...here.slice(at + 1), ...here.slice(0, Math.max(0, at))].find(waitsForSeller);
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

/** The seller says what a file is for; with no file to review, what the next ones of this market are read for in this run. */
export function chooseOperation(market: MarketName, operation: JobKind, review: ReviewState | undefined): void {
  if (review && review.phase !== 'sent' && review.phase !== 'failed') return;
  useSend.setState(({ operations }) => ({ operations: { ...operations, [market]: operation } }));
}
