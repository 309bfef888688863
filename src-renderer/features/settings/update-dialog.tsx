import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useRef, useState } from 'react';
import { countIn } from '../../../src-preload/contract/job-states';
import { useFilesInReview } from '../../review/state/reviews-state';
import { hasUnsavedEdits } from '../../review/state/unsaved-edits';
import { announce } from '../../state/announcements';
import { useAppState } from '../../state/app-state';
import { callOrSay } from '../../state/call-or-say';
import { call } from '../../state/ipc-client';
import { openUpdate, useUpdates } from '../../state/updates';
import { text } from '../../text';
import { LineIcon } from '../../ui/shapes';
import { UpdateNews } from './update-news';

const words = text.updates;

/** What changed in the version that is ready, and when it is to take the place of this one. */
export function UpdateDialog() {
  const isOpen = useUpdates((state) => state.isOpen && state.state.is === 'ready');
  const now = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={openUpdate}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog update-dialog" initialFocus={now} data-testid="update-dialog">
          <UpdateQuestion now={now} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function UpdateQuestion({ now }: { now: React.RefObject<HTMLButtonElement | null> }) {
  const state = useUpdates((shown) => shown.state);
  const files = useFilesInReview();
  const underWay = useAppState(({ statuses }) =>
    statuses.reduce((sum, { counts }) => sum + countIn('underWay', counts), 0),
  );
  const [refused, setRefused] = useState<string>();
  const [taking, setTaking] = useState<'now' | 'on-close'>();
  const pressed = useRef<HTMLElement>(undefined);
  // A button that is at work loses the keyboard.
  useEffect(() => (refused === undefined ? undefined : pressed.current?.focus()), [refused]);
  if (state.is !== 'ready') return null;

  async function take(when: 'now' | 'on-close', button: HTMLElement): Promise<void> {
    pressed.current = button;
    setRefused(undefined);
    setTaking(when);
    const answer = await call('updates-take', { when, hasUnsavedEdits: await hasUnsavedEdits() });
    if (!answer.ok) {
      const { code } = answer.failure;
      setTaking(undefined);
      setRefused(
        words.refusals[code === 'bad-input' || code === 'not-our-window' || code === 'internal' ? 'other' : code],
      );
      return;
    }
    // Now: it is at work until the app ends.
    if (when === 'now') return;
    openUpdate(false);
    if (state.is === 'ready') announce(words.onClose(state.version));
  }

  return (
    <>
      <Dialog.Title render={<h2 />}>{words.ready(state.version)}</Dialog.Title>
      <Dialog.Description render={<p className="soft" />}>{words.takes(underWay)}</Dialog.Description>
      <UpdateNews notes={state.notes} />
      {files === 0 ? null : (
        <p className="update-files">
          <LineIcon name="file" />
          <span>{words.files(files)}</span>
        </p>
      )}
      <p className="refused" role="alert" data-testid="update-refused">
        {refused}
      </p>
      <div className="acts">
        <button
          type="button"
          className="button plain quiet first"
          data-testid="update-stop-automatic"
          disabled={taking !== undefined}
          onClick={() => {
            openUpdate(false);
            void callOrSay('updates-automatic', { isOn: false });
          }}
        >
          {words.stopAutomatic}
        </button>
        <button
          type="button"
          className="button large"
          data-testid="update-on-close"
          disabled={taking !== undefined}
          onClick={({ currentTarget }) => void take('on-close', currentTarget)}
        >
          {taking === 'on-close' ? words.takingOnClose : words.takeOnClose}
        </button>
        <button
          type="button"
          className="button primary large"
          data-testid="update-now"
          ref={now}
          disabled={taking !== undefined}
          onClick={({ currentTarget }) => void take('now', currentTarget)}
        >
          {taking === 'now' ? words.takingNow : words.takeNow}
        </button>
      </div>
    </>
  );
}
