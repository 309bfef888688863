import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { Store } from '../../../../src-preload/contract/store';
import { useAppState } from '../../../../src-renderer/state/app-state';
import type { ReviewState } from '../../../../src-renderer/review/state/reviews-state';
import type { Summary, Understood } from '../../../../src-renderer/sheets/protocol';
import { newStoreId } from '../../../support/outbox/test-database';

const {
  addReview,
  chooseOperation,
  forgetUnderstood,
  openTab,
  operationFor,
  removeReview,
  closeChoices,
  showChoices,
  updateReview,
  useCurrentReview,
  useFilesInReview,
  useOperation,
  useReviewsInStore,
  useSend,
} = await import('../../../../src-renderer/review/state/reviews-state');

const [here, there] = [newStoreId(), newStoreId()];
const review = (key: string, storeId: StoreId = here, more: Partial<ReviewState> = {}): ReviewState => ({
  key,
  storeId,
  market: 'naver',
  fileName: `${key}.xlsx`,
  operation: 'dispatch',
  phase: 'ready',
  rowsRead: 0,
  stored: 0,
  tab: 'all',
  ...more,
});
const summary = (all: number, done: number): Summary => ({
  counts: { ok: all, warning: 0, error: 0 },
  waiting: 0,
  tabs: { all, done, send: 0, look: 0, open: 0, available: 0, unavailable: 0, waits: 0, out: 0 },
  going: { lines: 0, warnings: 0, looks: 0, parcels: 0, couriers: [] },
  ticks: {},
  ticksForAll: {},
  hidden: { lines: 0, out: 0 },
  trimmed: 0,
  boxes: 0,
  corrected: 0,
  dated: 0,
  file: [],
  conflicts: 0,
  stock: { available: 0, unavailable: 0, open: 0 },
  goingStock: { available: 0, unavailable: 0, amount: 0 },
});
const understood: Understood = {
  reading: {
    sheetName: 'Sheet1',
    headerRow: 1,
    columns: {},
    headers: [],
    skipped: { empty: 0, titles: 0, totals: 0, otherMalls: 0 },
    lineCount: 1,
  },
  digest: '0'.repeat(64),
  sheets: [{ name: 'Sheet1', hidden: false }],
  columns: [],
  questions: [],
  headerRows: [],
  signature: '',
  unread: [],
  notes: [],
  othersIn: [],
  idKindUnsure: false,
  summary: summary(1, 0),
};
const keysOf = (reviews: readonly ReviewState[]): string[] => reviews.map(({ key }) => key);
const seen = <Value>(hook: () => Value): Value => renderHook(hook).result.current;

const atStart = useSend.getState();
beforeEach(() => {
  vi.restoreAllMocks();
  useSend.setState(atStart, true);
  useAppState.setState({ chosen: here, stores: [] });
});

describe('the files under review', () => {
  it('are looked at as they come, and only those of the chosen store are seen', () => {
    expect(seen(useCurrentReview)).toBeUndefined();
    addReview(review('a'));
    addReview(review('other', there));
    addReview(review('b'));
    expect(keysOf(seen(useReviewsInStore))).toEqual(['a', 'b']);
    expect(seen(useCurrentReview)?.key).toBe('b');
    openTab('a');
    expect(seen(useCurrentReview)?.key).toBe('a');
    useAppState.setState({ chosen: there });
    expect(seen(useCurrentReview)?.key, 'what is looked at in another store is not shown here').toBe('other');
  });

  it('change one at a time, and what is gone does not come back', () => {
    addReview(review('a'));
    addReview(review('b'));
    updateReview('a', { stored: 5 });
    updateReview('gone', { stored: 9 });
    expect(useSend.getState().reviews).toEqual([review('a', here, { stored: 5 }), review('b')]);
  });

  it('of an earlier run cannot be read another way', () => {
    addReview(review('a', here, { understood }));
    addReview(review('b', here, { understood }));
    forgetUnderstood('a');
    const [a, b] = useSend.getState().reviews;
    expect(a).not.toHaveProperty('understood');
    expect(b).toHaveProperty('understood');
  });

  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
  ])('that are closed, like %s, give way to the next of their store, or the one before: %s', (closed, next) => {
    addReview(review('other 1', there));
    for (const key of ['a', 'b', 'c']) addReview(review(key));
    addReview(review('other 2', there));
    openTab(closed);
    removeReview(closed);
    expect(useSend.getState().current).toBe(next);
    expect(keysOf(seen(useReviewsInStore))).not.toContain(closed);
  });

  it('that are closed while another is looked at leave that one', () => {
    for (const key of ['a', 'b', 'c']) addReview(review(key));
    removeReview('a');
    removeReview('gone');
    expect(useSend.getState().current).toBe('c');
    expect(keysOf(useSend.getState().reviews)).toEqual(['b', 'c']);
  });

  it('leave nothing to look at with the last of their store, though another store has some', () => {
    addReview(review('other', there));
    addReview(review('a'));
    removeReview('a');
    expect(useSend.getState().current).toBeUndefined();
    expect(seen(useCurrentReview)).toBeUndefined();
  });
});

describe('what the navigation counts', () => {
  it.each<[string, Partial<ReviewState>, number]>([
    ['is being read', { phase: 'reading' }, 1],
    ['is kept from an earlier run', { phase: 'kept' }, 1],
    ['was sent', { phase: 'sent' }, 0],
    ['cannot be used', { phase: 'failed' }, 0],
    ['is ready', { phase: 'ready' }, 1],
    ['has a line left', { phase: 'ready', summary: summary(3, 2) }, 1],
    ['has only lines that were dealt with', { phase: 'ready', summary: summary(3, 3) }, 0],
    ['has no lines', { phase: 'ready', summary: summary(0, 0) }, 1],
    ['is not kept yet', { phase: 'storing', summary: summary(3, 3) }, 1],
  ])('of a file that %s', (_what, more, count) => {
    addReview(review('a', here, more));
    addReview(review('other', there));
    expect(seen(useFilesInReview)).toBe(count);
  });
});

describe('what files are read for', () => {
  const store: Store = {
    id: here,
    market: 'brightmall',
    label: '하늘상점',
    practice: false,
    accountId: 'v1',
    hasSecrets: true,
    confirmFirst: 'ask',
  };

  it('is the first thing a market can do, until the seller chose another for this run', () => {
    expect([operationFor('naver'), operationFor('brightmall')]).toEqual(['dispatch', 'stock']);
    chooseOperation('naver', 'confirm', undefined);
    expect([operationFor('naver'), operationFor('brightmall')]).toEqual(['confirm', 'stock']);
  });

  it('follows the chosen store, and is nothing without one', () => {
    expect(seen(useOperation)).toBeUndefined();
    useAppState.setState({ stores: [store] });
    expect(seen(useOperation)).toBe('stock');
    useAppState.setState({ stores: [{ ...store, market: 'naver' }] });
    chooseOperation('naver', 'confirm', undefined);
    expect(seen(useOperation)).toBe('confirm');
  });
});

describe('what a file is for', () => {
  it('is said of the file under review alone, and of the next files only where there is none', () => {
    chooseOperation('naver', 'confirm', review('one'));
    expect(operationFor('naver')).toBe('dispatch');
    chooseOperation('naver', 'confirm', review('one', here, { phase: 'sent' }));
    expect(operationFor('naver')).toBe('confirm');
  });
});

describe('the choices of sheet, header row and columns', () => {
  it('are open for one file, and closed for every other', () => {
    addReview(review('one'));
    showChoices();
    expect(useSend.getState().choicesOf).toBe('one');
    showChoices('two');
    expect(useSend.getState().choicesOf).toBe('two');
    closeChoices();
    expect(useSend.getState().choicesOf).toBeUndefined();
  });
});
