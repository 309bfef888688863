import { z } from 'zod';
import { actionSchema, actionsOnAll, decisionUndoMs } from '../../../src-preload/contract/actions';
import { useAppState } from '../../../src-renderer/state/app-state';
import type { World } from '../outbox/world';
import { createFakeBridge } from './fake-bridge';

const takeBackSchema = z.object({ undo: z.string() });
const onAllSchema = z.object({ action: z.enum(actionsOnAll) });

/** No test waits so long: it ends what hangs on a busy machine. */
export const soon = { timeout: 60_000 };

/** What the seller does to jobs in the window is done to the outbox of a story. */
export function bridgeTo({ outbox, storeId }: World): ReturnType<typeof createFakeBridge> {
  return createFakeBridge({
    'log-act': (input) => outbox.act(actionSchema.parse(input), decisionUndoMs),
    'log-act-all': (input) => outbox.actAll(storeId, onAllSchema.parse(input).action, decisionUndoMs),
    'log-counts-all': () => outbox.countsAll(storeId),
    'log-take-back': async (input) => ({ back: await outbox.takeBack(takeBackSchema.parse(input).undo) }),
    'log-files': () => ({ files: [], more: false, sums: { jobs: 0, done: 0, tasks: 0, earlier: 0 } }),
  });
}

/** Its store is the one that is looked at. */
export async function lookAtStoreOf({ outbox, storeId }: World): Promise<void> {
  useAppState.setState({
    stores: [
      {
        id: storeId,
        market: 'naver',
        label: '하늘상점',
        practice: false,
        accountId: 'a',
        hasSecrets: true,
        confirmFirst: 'ask',
      },
    ],
    chosen: storeId,
    statuses: [await outbox.status(storeId)],
  });
}
