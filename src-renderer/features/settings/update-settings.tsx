import type { UpdateState } from '../../../src-preload/contract/updates';
import { callOrSay } from '../../state/call-or-say';
import { openUpdate, useUpdates } from '../../state/updates';
import { text } from '../../text';
import { shortTime, useSlowNow } from '../../ui/clock';
import { UpdateNews } from './update-news';

const words = text.updates;

/** Of 정보: whether there is a newer version, how it is had, and whether it is looked for. */
export function UpdateSettings() {
  const { state, isAutomatic, lookedAt } = useUpdates();
  const now = useSlowNow();
  const isAtIt = state.is === 'looking' || state.is === 'downloading';
  return (
    <div className="field update-settings" data-testid="updates" data-state={state.is}>
      <p aria-live="polite">
        {sentence(state, isAutomatic)}
        {lookedAt === undefined || isAtIt ? null : (
          <span className="faint"> {words.lookedAt(shortTime(lookedAt, now))}</span>
        )}
      </p>
      {state.is === 'by-hand' ? <p className="soft">{words.byHandBody}</p> : null}
      {state.is === 'ready' || state.is === 'by-hand' ? <UpdateNews notes={state.notes} /> : null}
      {state.is === 'absent' ? null : (
        <>
          <div className="inline-field">
            {state.is === 'ready' ? (
              <button
                type="button"
                className="button small primary"
                data-testid="update-open"
                onClick={() => openUpdate(true)}
              >
                {words.open}
              </button>
            ) : null}
            {state.is === 'by-hand' ? (
              <button
                type="button"
                className="button small primary"
                data-testid="update-page"
                onClick={() => void callOrSay('updates-open-page', {})}
              >
                {words.page}
              </button>
            ) : null}
            <button
              type="button"
              className="button small"
              data-testid="update-look"
              disabled={isAtIt}
              onClick={() => void callOrSay('updates-look', {})}
            >
              {words.look}
            </button>
          </div>
          <label className="tick-label">
            <input
              type="checkbox"
              data-testid="update-automatic"
              checked={isAutomatic}
              onChange={(event) => void callOrSay('updates-automatic', { isOn: event.target.checked })}
            />
            {words.automatic}
          </label>
          <span className="hint">{words.automaticHint}</span>
        </>
      )}
    </div>
  );
}

function sentence(state: UpdateState, isAutomatic: boolean): string {
  switch (state.is) {
    case 'absent':
      return words.absent;
    case 'idle':
      return isAutomatic ? words.idle : words.off;
    case 'looking':
      return words.looking;
    case 'none':
      return words.none;
    case 'downloading':
      return words.downloading(state.version, state.percent);
    case 'ready':
      return state.onClose ? words.onClose(state.version) : `${words.ready(state.version)}.`;
    case 'by-hand':
      return `${words.byHand(state.version)}.`;
    case 'failed':
      return words.failures[state.why];
  }
}
