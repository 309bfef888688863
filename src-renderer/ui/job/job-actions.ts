import type { Action, LetGo } from '../../../src-preload/contract/actions';
import type { Result } from '../../../src-preload/contract/result';
import type { StoreId } from '../../../src-preload/contract/ids';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { takeBackOf } from '../../state/take-back';
import { text } from '../../text';

/**
 * Does it to everything of the store that it can change, and says to how many. 발주 확인 before 발송 처리 is by this also
 * the answer of a store that asks (resources/docs/domain.md, "Confirmed first").
 */
export async function takeActionOnAll(storeId: StoreId, action: 'retry' | 'confirm-then-dispatch'): Promise<void> {
  const answer = await call('log-act-all', { storeId, action });
  if (!answer.ok) return announce(text.shell.callFailed);
  const { changed, undo } = answer.value;
  return announce(text.log.decided[action](changed), undo === undefined ? undefined : takeBackOf(undo));
}

/** Does it, and says what came of it when that is not plain from the row. */
export async function takeAction(action: Action): Promise<boolean> {
  const answer = await call('log-act', action);
  if (!answer.ok) {
    announce(text.shell.callFailed);
    return false;
  }
  const { changed, refused, undo } = answer.value;
  const [first] = refused;
  const say = decidedWords(action);
  if (first) announce(text.log.refused[first.why], undo === undefined ? undefined : takeBackOf(undo));
  else if (undo !== undefined && say) announce(say(changed), takeBackOf(undo));
  return !first;
}

/** Says what a look of the seller has let go, with the way back; nothing where nothing was held for it. */
export function sayLetGo(answer: Result<LetGo, string>): void {
  if (!answer.ok) return announce(text.shell.callFailed);
  const { jobs, undo } = answer.value;
  if (jobs > 0) announce(text.log.decided.approve(jobs), undo === undefined ? undefined : takeBackOf(undo));
}

/** What to say of an act that can be taken back: what it does, in its own verb. */
function decidedWords(action: Action): ((jobs: number) => string) | undefined {
  const { decided } = text.log;
  switch (action.action) {
    case 'settled-by-hand':
      return action.sent ? decided['settled-by-hand'] : decided.retry;
    case 'reread':
    case 'by-file':
      return undefined;
    default:
      return decided[action.action];
  }
}
