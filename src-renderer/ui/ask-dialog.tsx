import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { useOnceOpen } from './once-open';

interface Props {
  open: boolean;
  title: string;
  body: string;
  yes: string;
  /** Handle of the button that says yes. */
  yesId?: string;
  no: string;
  /** Red, for what cannot be taken back. */
  danger?: boolean;
  onYes(): void;
  /** The way out: `no`, Escape. */
  onNo(): void;
  /** Where the keyboard goes after a yes, where what asked is gone; undefined: to what asked. */
  focusAfter?(): HTMLElement | undefined;
  /** A further answer, between the two. */
  other?: { label: string; onOther(): void };
}

/** Asks before what cannot be taken back. The buttons name the act; Enter never falls on it, focus starts on the way out. */
export function AskDialog({ open, title, body, yes, yesId, no, danger, onYes, onNo, focusAfter, other }: Props) {
  const wayOut = useRef<HTMLButtonElement>(null);
  const isWanted = useOnceOpen(open);
  if (!isWanted) return null;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next ? undefined : onNo())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-shade" />
        <AlertDialog.Popup className="dialog" initialFocus={wayOut} finalFocus={() => focusAfter?.() ?? true}>
          <AlertDialog.Title render={<h2 />}>{title}</AlertDialog.Title>
          <AlertDialog.Description render={<p />}>{body}</AlertDialog.Description>
          <div className="acts">
            <button type="button" className="button" ref={wayOut} onClick={onNo}>
              {no}
            </button>
            {other ? (
              <button type="button" className="button" onClick={other.onOther}>
                {other.label}
              </button>
            ) : null}
            <button
              type="button"
              className={danger ? 'button danger filled' : 'button primary'}
              data-testid={yesId}
              onClick={onYes}
            >
              {yes}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
