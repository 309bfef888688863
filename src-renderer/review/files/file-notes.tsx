import type { FileNote } from '../../../src-preload/contract/file-notes';
import { Icon } from '../../ui/icons';
import { text } from '../../text';
import type { ReviewState } from '../state/reviews-state';

const words = text.send;
/** More would push the rows out of sight. */
const shownAtMost = 4;

/** What the reader noted about a file; a table that was opened next to another leaves it to that one. */
export function notesOf({ understood, reading, apart }: ReviewState): readonly FileNote[] {
  return apart === true ? [] : (understood?.notes ?? reading?.notes ?? []);
}

/** Each note is said calmly, in a line. */
export function FileNotes({ notes }: { notes: readonly FileNote[] }) {
  const rest = notes.length - shownAtMost;
  return (
    <>
      {notes.slice(0, shownAtMost).map((note, index) => (
        <p key={`${note.code} ${index}`} className="remark note" data-testid="file-note" data-code={note.code}>
          <Icon name="info" />
          <span>{words.fileNotes[note.code](note)}</span>
        </p>
      ))}
      {rest > 0 ? (
        <p className="remark note" data-testid="file-notes-more">
          <Icon name="info" />
          <span>{words.moreFileNotes(rest)}</span>
        </p>
      ) : null}
    </>
  );
}
