import type { Import } from '../../../src-preload/contract/import';
import type { ImportId } from '../../../src-preload/contract/ids';
import { call } from '../../state/ipc-client';
import { useAppState } from '../../state/app-state';
import { loadSteps } from './edit-history';
import { ReviewController, reviewControllers } from './review-controller';
import { addReview, useSend } from './reviews-state';
import { startRun } from './runs-state';

/**
 * Brings back the earlier drafts: a tab each; lines are read when the tab is looked at. What was on its way when the app
 * was left is followed again from where it stands.
 */
export async function restoreImports(): Promise<void> {
  const answer = await call('imports-list', {});
  if (!answer.ok) return;
  const { reviews, current } = useSend.getState();
  const known = new Set(reviews.map((each) => each.importId));
  let firstOpen: string | undefined;
  await loadSteps(answer.value.map(({ id }) => id));
  for (const draft of answer.value.toSorted((one, other) => one.createdAt - other.createdAt)) {
    if (known.has(draft.id) || (draft.open === 0 && !draft.underWay)) continue;
    const key = addDraft(draft);
    if (draft.open > 0) firstOpen ??= key;
    if (key !== undefined && draft.underWay) await followRun(key, draft);
  }
  // What is to be looked at comes before what goes out by itself.
  if (current === undefined && firstOpen !== undefined) useSend.setState({ current: firstOpen });
}

/** No batch can be taken back from here: the foot says so where one still can. */
async function followRun(key: string, { storeId, id, sent }: Import): Promise<void> {
  await startRun({ key, storeId, importId: id, batchId: undefined, dueAt: Date.now(), jobs: sent });
}

/** @returns the key of its tab; undefined where its store is gone */
function addDraft({ id, storeId, fileName, operation, reading }: Import): string | undefined {
  const market = useAppState.getState().stores.find((store) => store.id === storeId)?.market;
  if (market === undefined) return undefined;
  const key = crypto.randomUUID();
  const before = useSend.getState().current;
  addReview({
    key,
    storeId,
    market,
    fileName,
    operation,
    phase: 'kept',
    rowsRead: 0,
    importId: id,
    stored: 0,
    tab: 'all',
    ...(reading ? { reading } : {}),
    ...(reading?.wholeCourier === undefined ? {} : { wholeCourier: reading.wholeCourier }),
  });
  if (before !== undefined) useSend.setState({ current: before });
  reviewControllers.set(key, new ReviewController(key, undefined));
  return key;
}

/** After an undo: the lines are back in the draft, and its tab shows them. */
export async function reopenImport(importId: ImportId): Promise<void> {
  const open = useSend.getState().reviews.find((each) => each.importId === importId);
  const controller = open ? reviewControllers.get(open.key) : undefined;
  if (open && controller) {
    useSend.setState({ current: open.key });
    await controller.restore(importId);
    return;
  }
  await restoreImports();
  const back = useSend.getState().reviews.find((each) => each.importId === importId);
  if (back) useSend.setState({ current: back.key });
}
