import '../../../support/window/match-media';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { editStepIdSchema } from '../../../../src-preload/contract/edit-step';
import { enqueue, useSending } from '../../../../src-renderer/review/send/enqueue';
import { walkHistory } from '../../../../src-renderer/review/send/walk-history';
import { useHistory } from '../../../../src-renderer/review/state/edit-history';
import { ReviewController, reviewControllers } from '../../../../src-renderer/review/state/review-controller';
import { useSend } from '../../../../src-renderer/review/state/reviews-state';
import { SheetClient } from '../../../../src-renderer/sheets/client';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { createFakeBridge, Refusal } from '../../../support/window/fake-bridge';
import { importId, lines, review, storeId } from '../../../support/window/joining';
import { pending } from '../../../support/window/pending';

/** What the seller presses right behind an edit, or behind the way back, sees what that came to. */

const [line] = lines;
const changed = { lines: [line], patches: [{ row: 2, before: {}, after: {} }], summary: {} };
const patch = { row: 2, before: { cells: { trackingNumber: '60002' } }, after: { cells: { trackingNumber: '1' } } };
const step = (id: number) =>
  ({ id: editStepIdSchema.parse(id), importId, label: { what: 'typed', lines: 1 }, undone: false }) as const;

const emptyPage = { rows: [], total: 0, foldedCount: 0, look: 0 };

let controller: ReviewController;
/** The reader's answers to edits, given by the test. */
let answers: ReturnType<typeof pending>[];
let calls: ReturnType<typeof createFakeBridge>['calls'];
const answerNext = async (): Promise<void> => {
  await vi.waitFor(() => expect(answers).not.toEqual([]));
  answers.shift()?.resolve(changed);
};
/** What went to the main process, as far as lines are concerned. */
const written = (): string[] =>
  calls.map(({ name }) => name).filter((name) => /^(imports-put|edits-|outbox-)/u.test(name));
const sent = () => vi.waitFor(() => expect(useSending.getState().busy).toBe(false));

beforeEach(() => {
  answers = [];
  vi.spyOn(SheetClient.prototype, 'ask').mockImplementation((name: string): Promise<never> => {
    if (name !== 'change' && name !== 'putBack') return Promise.resolve((name === 'page' ? emptyPage : {}) as never);
    const answer = pending<unknown>();
    answers.push(answer);
    return answer.promise as Promise<never>;
  });
  ({ calls } = createFakeBridge({
    'imports-put-lines': () => ({ earlierJobs: [], earlierUses: [] }),
    'edits-add': () => ({ step: 9 }),
    'edits-patches': () => ({ patches: [patch], more: false }),
    'edits-mark': () => undefined,
    'outbox-add': () => new Refusal('nothing-to-send'),
  }));
  useAppState.setState({ chosen: storeId });
  useSend.setState({ reviews: [review] });
  useHistory.setState({ steps: [] });
  controller = new ReviewController('a', undefined);
  reviewControllers.set('a', controller);
});
afterEach(() => {
  reviewControllers.clear();
  useSend.setState({ reviews: [] });
  useHistory.setState({ steps: [] });
  vi.restoreAllMocks();
});

it('an edit that is still being checked is in the draft before the lines are sent', async () => {
  void controller.edit(2, 'trackingNumber', '1');
  void enqueue(review, false);
  await setImmediate();
  expect(written()).toEqual([]);
  await answerNext();
  await sent();
  expect(written()).toEqual(['imports-put-lines', 'edits-add', 'outbox-add']);
});

it('what is taken back is taken back before the lines are sent, each press of it', async () => {
  useHistory.setState({ steps: [step(1), step(2)] });
  void walkHistory('undo');
  void walkHistory('undo');
  void enqueue(review, false);
  await answerNext();
  await answerNext();
  await sent();
  const put = ['edits-patches', 'imports-put-lines', 'edits-mark'];
  expect(written()).toEqual([...put, ...put, 'outbox-add']);
});

it('nothing is taken back while the lines are on their way', async () => {
  useHistory.setState({ steps: [step(1)] });
  void enqueue(review, false);
  await walkHistory('undo');
  await sent();
  expect(written()).toEqual(['outbox-add']);
});

it('an edit that is still being checked is what is taken back next', async () => {
  useHistory.setState({ steps: [step(1)] });
  void controller.edit(2, 'trackingNumber', '1');
  void walkHistory('undo');
  await answerNext();
  await answerNext();
  await vi.waitFor(() => expect(written()).toContain('edits-mark'));
  expect(calls.find(({ name }) => name === 'edits-mark')?.input).toEqual({ step: 9, undone: true });
});
