import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useId, useState } from 'react';
import type { SupportPart } from '../../src-preload/contract/support-report';
import { longestSupportNote } from '../../src-preload/contract/support-report';
import { call } from '../state/ipc-client';
import { text } from '../text';
import { dayName } from './clock';
import { saveBytes } from './save-bytes';
import { zipSupportParts } from './support-zip';

const words = text.support;
/** Letters of a part that are shown; a log has millions. */
const mostShown = 20_000;

type Part = { part: SupportPart; text: string };

/** 문제 알리기: a button, and the dialog in which everything can be read before it is saved. Nothing is sent. */
export function SupportReport({ className = 'button small' }: { className?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={className} data-testid="support-report">
        {words.open}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog support-dialog">
          <Dialog.Title render={<h2 />}>{words.open}</Dialog.Title>
          <Dialog.Description render={<p className="soft" />}>{words.about}</Dialog.Description>
          <Report />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Mounted with the dialog: the parts are made each time it is opened. */
function Report() {
  const [made, setMade] = useState<readonly Part[] | 'failed' | undefined>(undefined);
  const [left, setLeft] = useState<ReadonlySet<SupportPart>>(new Set());
  const [note, setNote] = useState('');
  const [saved, setSaved] = useState(false);
  const noteId = useId();
  const parts = made === undefined || made === 'failed' ? [] : made;
  const chosen = parts.filter(({ part }) => !left.has(part));

  useEffect(() => {
    void call('diagnostics-support', {}).then((answer) => setMade(answer.ok ? answer.value.parts : 'failed'));
  }, []);

  async function save(): Promise<void> {
    saveBytes(await zipSupportParts(chosen, note), `${words.fileName}-${dayName(Date.now())}.zip`, 'application/zip');
    setSaved(true);
  }

  return (
    <>
      <label className="support-note" htmlFor={noteId}>
        {words.note} <span className="faint">{words.noteHint}</span>
      </label>
      <textarea
        id={noteId}
        className="input"
        data-testid="support-note"
        rows={2}
        maxLength={longestSupportNote}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <ul className="support-parts">
        {parts.map((each) => (
          <PartRow
            key={each.part}
            {...each}
            isTaken={!left.has(each.part)}
            onTake={(isTaken) => setLeft(changed(left, each.part, !isTaken))}
          />
        ))}
      </ul>
      <p aria-live="polite">
        {made === undefined ? words.working : made === 'failed' ? words.failed : saved ? words.saved : ''}
      </p>
      <div className="acts">
        <Dialog.Close className="button">{words.close}</Dialog.Close>
        <button
          type="button"
          className="button primary"
          data-testid="support-save"
          disabled={chosen.length === 0}
          onClick={() => void save()}
        >
          {words.save}
        </button>
      </div>
    </>
  );
}

function changed(set: ReadonlySet<SupportPart>, part: SupportPart, isIn: boolean): ReadonlySet<SupportPart> {
  const others = [...set].filter((one) => one !== part);
  return new Set(isIn ? [...others, part] : others);
}

function PartRow({ part, text: body, isTaken, onTake }: Part & { isTaken: boolean; onTake(isTaken: boolean): void }) {
  const [isShown, setShown] = useState(false);
  const { name, about } = words.parts[part];
  return (
    <li data-testid="support-part" data-part={part}>
      <div className="support-head">
        <label className="tick-label">
          <input type="checkbox" checked={isTaken} onChange={(event) => onTake(event.target.checked)} />
          <strong>{name}</strong>
        </label>
        <span className="soft grow">{about}</span>
        <button type="button" className="button small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.look}
        </button>
        <span className="faint">{words.size(body.length)}</span>
      </div>
      {isShown ? (
        // Read like any text, by keyboard, too.
        <pre tabIndex={0} aria-label={name}>
          {body === '' ? words.empty : body.slice(0, mostShown)}
          {body.length > mostShown ? `\n${words.more}` : null}
        </pre>
      ) : null}
    </li>
  );
}
