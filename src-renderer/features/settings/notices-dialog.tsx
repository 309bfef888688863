import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useState } from 'react';
import { text } from '../../text';
import { readNotices } from './read-notices';
import type { Notice } from './read-notices';

const words = text.about;

/** 오픈소스 라이선스: a button, and the packages of the app, each with its licence to unfold. */
export function NoticesDialog() {
  return (
    <Dialog.Root>
      <Dialog.Trigger className="button small" data-testid="notices-open">
        {words.notices}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog notices-dialog">
          <Dialog.Title render={<h2 />}>{words.notices}</Dialog.Title>
          <Dialog.Description render={<p className="soft" />}>{words.noticesAbout}</Dialog.Description>
          <Notices />
          <div className="acts">
            <Dialog.Close className="button">{words.close}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Mounted with the dialog: the file is read when it is asked for. */
function Notices() {
  const [notices, setNotices] = useState<readonly Notice[] | 'missing' | undefined>(undefined);
  useEffect(() => {
    void readNotices().then((read) => setNotices(read ?? 'missing'));
  }, []);
  if (notices === undefined) return <p aria-live="polite">{words.reading}</p>;
  if (notices === 'missing') return <p aria-live="polite">{words.missing}</p>;
  return (
    <ul className="notices" tabIndex={0} aria-label={words.notices}>
      {notices.map(({ name, version, licence, text: body }) => (
        <li key={`${name} ${version}`} data-testid="notice" data-package={name}>
          <details>
            <summary>
              <strong>{name}</strong> {version} <span className="faint">{licence}</span>
            </summary>
            <pre>{body}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
