import '../../../support/window/match-media';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { courierForms } from '../../../../src-preload/contract/courier-forms/layouts';
import { FormSender } from '../../../../src-renderer/features/orders/forms/form-sender';
import { openForm, takeRow, useForm } from '../../../../src-renderer/features/orders/forms/form-state';
import {
  addColumn,
  closeLayout,
  openLayout,
  useLayout,
} from '../../../../src-renderer/features/orders/forms/layout-state';
import { chooseBox, openJoin, undoJoin, useJoins } from '../../../../src-renderer/review/join/joins-state';
import { ReviewController, reviewControllers } from '../../../../src-renderer/review/state/review-controller';
import { useSend } from '../../../../src-renderer/review/state/reviews-state';
import { hasUnsavedEdits } from '../../../../src-renderer/review/state/unsaved-edits';
import { createFakeBridge } from '../../../support/window/fake-bridge';
import { importId, lines, review, storeId, suggested } from '../../../support/window/joining';

beforeEach(() => {
  createFakeBridge({
    'join-suggest': () => suggested,
    'imports-lines': () => ({ lines, earlierJobs: [], earlierUses: [] }),
    'form-preview': () => ({ header: [], rows: [], already: [], leftOut: [] }),
    'form-layouts': () => ({ layouts: [] }),
    'form-files': () => ({ files: [] }),
  });
  useSend.setState({ reviews: [review] });
  useJoins.setState({ joins: {} });
  useForm.setState({ open: false });
  closeLayout();
});
afterEach(() => {
  cleanup();
  reviewControllers.clear();
  useSend.setState({ reviews: [] });
  vi.restoreAllMocks();
});

it('a file that is read or stored is not written down yet, one that is reviewed is', async () => {
  expect(await hasUnsavedEdits()).toBe(false);
  for (const phase of ['reading', 'storing'] as const) {
    useSend.setState({ reviews: [{ ...review, phase }] });
    expect(await hasUnsavedEdits(), phase).toBe(true);
  }
});

it('nor is an edit that could not be stored', async () => {
  const settled = vi.spyOn(ReviewController.prototype, 'settled').mockResolvedValue(true);
  reviewControllers.set('a', Object.create(ReviewController.prototype));
  expect(await hasUnsavedEdits()).toBe(false);
  settled.mockResolvedValue(false);
  expect(await hasUnsavedEdits()).toBe(true);
});

it('nor are pairs that were decided and not joined, as long as their file is open', async () => {
  await openJoin('a', storeId, importId);
  expect(await hasUnsavedEdits()).toBe(false);
  chooseBox('a', 3, { orders: ['20262'], ticked: true });
  expect(await hasUnsavedEdits()).toBe(true);
  undoJoin('a');
  expect(await hasUnsavedEdits()).toBe(false);
  chooseBox('a', 3, { orders: ['20262'], ticked: true });
  useSend.setState({ reviews: [] });
  expect(await hasUnsavedEdits()).toBe(false);
});

it.each([
  { memos: { 4: '문 앞' } },
  { phones: { 5: '010-5555-6666' } },
  { cutMemos: ['4'] },
  { keepMemos: ['4'] },
  { again: ['6'] },
])('nor is what was said of the rows of a courier’s form: %o', async (typed) => {
  await openForm(storeId);
  expect(await hasUnsavedEdits()).toBe(false);
  useForm.setState(typed);
  expect(await hasUnsavedEdits()).toBe(true);
  useForm.setState({ open: false });
  expect(await hasUnsavedEdits()).toBe(false);
});

it('nor are rows that were taken out of it', async () => {
  await openForm(storeId);
  takeRow('1', false);
  expect(await hasUnsavedEdits()).toBe(true);
});

it('nor is who sends, while it is typed', async () => {
  const sender = { name: '하늘상점', phone: '02-555-0100', postcode: '', address: '' };
  const { rerender } = render(<FormSender storeId={storeId} sender={sender} />);
  fireEvent.click(screen.getByTestId('form-sender-open'));
  expect(await hasUnsavedEdits()).toBe(false);
  fireEvent.change(screen.getByTestId('form-sender-name'), { target: { value: '바다상점' } });
  expect(await hasUnsavedEdits()).toBe(true);
  rerender(<FormSender storeId={storeId} sender={{ ...sender, name: '바다상점' }} />);
  expect(await hasUnsavedEdits()).toBe(false);
});

it('nor is a form that is edited, until it is closed', async () => {
  openLayout(courierForms[0], undefined);
  expect(await hasUnsavedEdits()).toBe(false);
  useLayout.setState({ name: '우리 가게' });
  expect(await hasUnsavedEdits()).toBe(true);
  openLayout(courierForms[0], undefined);
  addColumn();
  expect(await hasUnsavedEdits()).toBe(true);
  closeLayout();
  expect(await hasUnsavedEdits()).toBe(false);
});
