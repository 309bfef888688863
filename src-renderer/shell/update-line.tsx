import { UpdateDialog } from '../features/settings/update-dialog';
import { announce } from '../state/announcements';
import { useAppState } from '../state/app-state';
import { callOrSay } from '../state/call-or-say';
import { openUpdate, useUpdates } from '../state/updates';
import { text } from '../text';
import { Icon } from '../ui/icons';

const words = text.updates;

/** One calm line while a newer version waits for an answer, and the dialog it leads to. */
export function UpdateLine() {
  const state = useUpdates((shown) => shown.state);
  // 설정 > 정보 says it itself.
  const inSettings = useAppState(({ place }) => place === 'settings');
  const asks = (state.is === 'ready' || state.is === 'by-hand') && state.asks && !inSettings;
  return (
    <>
      {asks ? <Line isByHand={state.is === 'by-hand'} version={state.version} /> : null}
      <UpdateDialog />
    </>
  );
}

function Line({ isByHand, version }: { isByHand: boolean; version: string }) {
  const title = isByHand ? words.byHand(version) : words.ready(version);
  async function putOff(): Promise<void> {
    if (await callOrSay('updates-put-off', {})) announce(words.laterSaid);
  }
  return (
    <section className="notice banner calm" aria-label={title} data-testid="update-line">
      <Icon name="info" size={18} />
      <p className="grow">
        <strong>{title}</strong>
      </p>
      <button type="button" className="button small" data-testid="update-later" onClick={() => void putOff()}>
        {words.later}
      </button>
      {isByHand ? (
        <button
          type="button"
          className="button small"
          data-testid="update-page"
          onClick={() => void callOrSay('updates-open-page', {})}
        >
          {words.page}
        </button>
      ) : (
        <button type="button" className="button small" data-testid="update-see" onClick={() => openUpdate(true)}>
          {words.see}
        </button>
      )}
    </section>
  );
}
