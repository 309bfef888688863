import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileTabs } from '../../../../src-renderer/review/files/file-tabs';
import { addReview, useSend } from '../../../../src-renderer/review/state/reviews-state';
import type { ReviewState } from '../../../../src-renderer/review/state/reviews-state';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { text } from '../../../../src-renderer/text';
import { newStoreId } from '../../../support/outbox/test-database';

const storeId = newStoreId();
const atStart = useSend.getState();
beforeEach(() => {
  // jsdom lays nothing out, and has nothing to scroll.
  Element.prototype.scrollIntoView = vi.fn();
  Element.prototype.checkVisibility = () => true;
  useSend.setState(atStart, true);
  useAppState.setState({ chosen: storeId, stores: [] });
});
afterEach(cleanup);

const review = (key: string, lines: number, more: Partial<ReviewState> = {}): ReviewState => ({
  key,
  storeId,
  market: 'naver',
  fileName: `${key}.xlsx`,
  operation: 'dispatch',
  phase: 'ready',
  rowsRead: lines,
  stored: 0,
  tab: 'all',
  summary: {
    counts: { ok: lines, warning: 0, error: 0 },
    waiting: 0,
    tabs: { all: lines, done: 0, send: lines, look: 0, open: 0, available: 0, unavailable: 0, waits: 0, out: 0 },
    going: { lines, warnings: 0, looks: 0, parcels: lines, couriers: [] },
    ticks: {},
    ticksForAll: {},
    hidden: { lines: 0, out: 0 },
    trimmed: 0,
    boxes: lines,
    corrected: 0,
    dated: 0,
    file: [],
    conflicts: 0,
    stock: { available: 0, unavailable: 0, open: 0 },
    goingStock: { available: 0, unavailable: 0, amount: 0 },
  },
  ...more,
});

it('say how many lines a file still has, and nothing of one whose lines have all been sent', () => {
  addReview(review('left', 3));
  addReview(review('sent', 0, { phase: 'sent' }));
  addReview(review('current', 5));
  render(<FileTabs />);

  expect(screen.getAllByTestId('file-tab').map(({ textContent }) => textContent)).toEqual([
    'left.xlsx3줄',
    'sent.xlsx',
    'current.xlsx',
  ]);
});

it('close a file that still waits for its password without a question, and ask before lines are lost', async () => {
  const { summary: _, ...unread } = review('locked', 0, { phase: 'password' });
  addReview(review('lines', 3));
  addReview(unread);
  render(<FileTabs />);

  fireEvent.click(screen.getByRole('button', { name: text.send.closeTab('locked.xlsx') }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(screen.getAllByTestId('file-tab').map(({ dataset }) => dataset['file'])).toEqual(['lines.xlsx']);

  fireEvent.click(screen.getByRole('button', { name: text.send.closeTab('lines.xlsx') }));
  expect(await screen.findByRole('alertdialog')).toBeTruthy();
});
