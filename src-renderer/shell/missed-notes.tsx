import { create } from 'zustand';
import { Icon } from '../ui/icons';
import { text } from '../text';

interface Note {
  title: string;
  body: string;
  /** A later note of it takes the place of this one. */
  topic?: string | undefined;
}

/** As many as are worth reading; older ones go. */
const mostNotes = 5;

const useNotes = create<{ notes: readonly Note[] }>()(() => ({ notes: [] }));

/** What may not have been seen: a notice the system did not show, or what was left when the computer shut down. */
export function keepNote(note: Note): void {
  useNotes.setState(({ notes }) => ({
    notes: [...notes.filter(({ topic }) => topic === undefined || topic !== note.topic), note].slice(-mostNotes),
  }));
}

/** Such notes, on every screen, each until the seller puts it away. */
export function MissedNotes() {
  const notes = useNotes((state) => state.notes);
  return notes.map((note, index) => (
    <section
      key={`${index} ${note.title}`}
      className="notice banner calm"
      data-testid="missed-note"
      aria-label={note.title}
    >
      <Icon name="info" size={18} />
      <p className="grow">
        <strong>{note.title}</strong>
        {note.body}
      </p>
      <button
        type="button"
        className="button small"
        data-testid="missed-note-close"
        onClick={() => useNotes.setState({ notes: notes.filter((each) => each !== note) })}
      >
        {text.shell.noteRead}
      </button>
    </section>
  ));
}
