import type { ReviewController } from '../state/review-controller';

/** The index of the next row after `from` that wants a look, or before it; undefined where none does. */
export async function nextLook(controller: ReviewController, from: number, by: 1 | -1): Promise<number | undefined> {
  const answer = await controller.answerOf((worker) => worker.ask('seek', { from, by }));
  return answer?.at;
}
