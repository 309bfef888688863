import type { UpdateNote } from '../../../src-preload/contract/updates';
import { text } from '../../text';

/** What changed, as plain text. */
export function UpdateNews({ notes }: { notes: readonly UpdateNote[] }) {
  if (notes.length === 0) return <p className="faint">{text.updates.noNotes}</p>;
  return (
    <ul className="news" tabIndex={0} aria-label={text.updates.notes} data-testid="update-news">
      {notes.map((note, at) => (
        <li key={at}>{note.isHeading ? <b>{note.text}</b> : note.text}</li>
      ))}
    </ul>
  );
}
