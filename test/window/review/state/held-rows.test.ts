import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KnownBefore } from '../../../../src-preload/contract/line';
import { ReviewDraft } from '../../../../src-renderer/review/state/review-draft';
import { ReviewRows } from '../../../../src-renderer/review/state/review-rows';
import type { ReviewState } from '../../../../src-renderer/review/state/reviews-state';
import type { ReviewWorker } from '../../../../src-renderer/review/state/review-worker';
import type { ReviewItem } from '../../../../src-renderer/sheets/protocol';
import { ReviewSession } from '../../../../src-renderer/sheets/review-session';
import { createFakeBridge } from '../../../support/window/fake-bridge';
import { importId, lines, review } from '../../../support/window/joining';
import { pending } from '../../../support/window/pending';

const reading = {
  sheetName: 'Sheet1',
  headerRow: 1,
  columns: {},
  headers: [],
  skipped: { empty: 0, titles: 0, totals: 0, otherMalls: 0 },
  lineCount: lines.length,
};
const opened = { lines, digest: '00', reading };
const unknownOrder: KnownBefore = { earlierJobs: [], earlierUses: [], bookLines: [{ row: 2, is: 'unknown' }] };

/** A small file whose draft the main process keeps when the test says so. */
function smallFile() {
  const kept = pending<KnownBefore & { importId: typeof importId }>();
  createFakeBridge({ 'imports-keep': () => kept.promise });
  const session = new ReviewSession({
    decodeCp949: () => '',
    onProgress: () => undefined,
    digest: () => Promise.resolve('00'),
  });
  session.restore({
    lines,
    basis: { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 27) },
  });
  const { importId: _, ...unkept } = review;
  let state: ReviewState = { ...unkept, phase: 'storing', reading };
  const asked: string[] = [];
  const ask = (async (name: string, input: never) => {
    asked.push(name);
    return name === 'page' ? session.page(input) : session.earlierJobs(input);
  }) as ReviewWorker['ask'];
  const rows = new ReviewRows({ ask: (input) => ask('page', input), about: () => state });
  const draft = new ReviewDraft({
    state: () => state,
    show: (change) => (state = { ...state, ...change }),
    worker: { ask, attempt: (run) => run() },
    rows,
    onWhole: () => undefined,
  });
  return { draft, rows, asked, keep: (known: KnownBefore) => kept.resolve({ importId, ...known }), state: () => state };
}

/** The row of a line, as it would be drawn. */
function rowOf({ paged }: ReviewRows, row: number): ReviewItem {
  const found = paged.inView().find((item) => 'checked' in item && item.checked.line.row === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the rows of a small file are drawn once, with what is known of them', async () => {
  const { draft, rows, asked, keep, state } = smallFile();
  const drawn = vi.fn();
  const keeping = draft.keep(opened);
  rows.paged.subscribe(drawn);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual([]);
  keep(unknownOrder);
  await keeping;
  expect(asked).toEqual(['earlierJobs', 'page']);
  expect(drawn).toHaveBeenCalledTimes(1);
  expect(rowOf(rows, 2)).toMatchObject({ book: { is: 'unknown' } });
  expect(state()).toMatchObject({ phase: 'ready', stored: 4, importId });
});

it('where nothing is known the worker is asked for the rows alone', async () => {
  const { draft, asked, keep } = smallFile();
  const keeping = draft.keep(opened);
  keep({ earlierJobs: [], earlierUses: [] });
  await keeping;
  expect(asked).toEqual(['page']);
});

it('a slow disk does not keep the rows from the seller; they say afterwards what was learnt', async () => {
  const { draft, rows, asked, keep, state } = smallFile();
  const keeping = draft.keep(opened);
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual(['page']);
  expect(rowOf(rows, 2)).not.toHaveProperty('book');
  expect(state().phase).toBe('storing');
  keep(unknownOrder);
  await keeping;
  expect(asked).toEqual(['page', 'earlierJobs', 'page']);
  expect(rowOf(rows, 2)).toMatchObject({ book: { is: 'unknown' } });
});

it('rows that stand on the screen are not held when their file is read again', async () => {
  const { draft, asked, keep } = smallFile();
  const first = draft.keep(opened);
  keep({ earlierJobs: [], earlierUses: [] });
  await first;
  const again = draft.keep(opened);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['page', 'page']);
  await again;
});
