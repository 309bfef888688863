import { act, fireEvent, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useFind } from '../../../../src-renderer/review/rows/use-find';
import { useReviewKeys } from '../../../../src-renderer/review/rows/use-review-keys';
import type { ReviewController } from '../../../../src-renderer/review/state/review-controller';

/** A controller whose worker answers a turn of the event loop later. */
function controllerOf(answer: (name: string, input: Record<string, unknown>) => unknown): ReviewController {
  const worker = {
    ask: (name: string, input: Record<string, unknown>) =>
      new Promise((resolve) => setImmediate(() => resolve(answer(name, input)))),
  };
  const fake: Pick<ReviewController, 'answerOf'> = {
    answerOf: (ask) => ask(worker as unknown as Parameters<typeof ask>[0]),
  };
  return fake as ReviewController;
}

const hits = 11;
const found = (_name: string, { want }: Record<string, unknown>) => {
  const { nth = 1 } = want as { nth?: number };
  const at = ((((nth - 1) % hits) + hits) % hits) + 1;
  return { hits, place: { nth: at, at: at * 10, column: 'recipient' } };
};

it('two quick steps back from the second hit lead around the end, not to the first', async () => {
  const controller = controllerOf(found);
  const goTo = vi.fn();
  const { result } = renderHook(() => useFind({ controller, columns: ['recipient'], from: 0, goTo }));
  act(() => result.current.type('시험'));
  act(() => result.current.step(1));
  await waitFor(() => expect(result.current.progress).toMatchObject({ nth: 2 }));
  act(() => {
    result.current.step(-1);
    result.current.step(-1);
  });
  await waitFor(() => expect(result.current.progress).toMatchObject({ nth: 11 }));
  expect(goTo).toHaveBeenLastCalledWith(110, 'recipient');
});

it('steps of words that were typed over go nowhere', async () => {
  const controller = controllerOf(found);
  const goTo = vi.fn();
  const { result } = renderHook(() => useFind({ controller, columns: ['recipient'], from: 0, goTo }));
  act(() => {
    result.current.type('시');
    result.current.step(1);
    result.current.type('시험');
  });
  await waitFor(() => expect(result.current.progress).toMatchObject({ words: '시험', nth: 1 }));
  expect(goTo.mock.calls).toEqual([[10, 'recipient']]);
});

it('a search that was left says nothing of what it found', async () => {
  const answer = vi.fn(found);
  const goTo = vi.fn();
  const find = renderHook(() => useFind({ controller: controllerOf(answer), columns: ['recipient'], from: 0, goTo }));
  act(() => find.result.current.type('시험'));
  await waitFor(() => expect(find.result.current.progress).toMatchObject({ nth: 1 }));
  act(() => find.result.current.end());
  await waitFor(() => expect(goTo).toHaveBeenCalledTimes(2));
  expect(find.result.current.progress).toBeUndefined();
});

it('two quick presses of F8 lead to the second row that wants a look', async () => {
  const looks = [3, 8, 15];
  const controller = controllerOf((_name, { from }) => ({
    at: looks.find((look) => look > Number(from)),
  }));
  document.body.innerHTML = '<main class="screen"></main>';
  const goTo = vi.fn();
  const { rerender } = renderHook(
    ({ from }: { from: number | undefined }) => useReviewKeys({ controller, active: undefined, from, goTo }),
    { initialProps: { from: undefined as number | undefined } },
  );
  fireEvent.keyDown(document.body, { key: 'F8' });
  fireEvent.keyDown(document.body, { key: 'F8' });
  await waitFor(() => expect(goTo.mock.calls).toEqual([[3], [8]]));
  // Back by hand: what comes next is sought from there.
  rerender({ from: 8 });
  rerender({ from: 3 });
  fireEvent.keyDown(document.body, { key: 'F8' });
  await waitFor(() => expect(goTo.mock.calls).toEqual([[3], [8], [8]]));
});
