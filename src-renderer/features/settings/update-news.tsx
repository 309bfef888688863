import type { UpdateNote } from '../../../src-preload/contract/updates';
import { text } from '../../text';

interface Section {
  heading?: string;
  lines: string[];
}

/** What changed, as plain text: each heading with its lines next to it. */
export function UpdateNews({ notes }: { notes: readonly UpdateNote[] }) {
  if (notes.length === 0) return <p className="faint">{text.updates.noNotes}</p>;
  return (
    <ul className="news" tabIndex={0} aria-label={text.updates.notes} data-testid="update-news">
      {sectionsOf(notes).map(({ heading, lines }, at) => (
        <li key={at} className={heading === undefined ? '' : 'headed'}>
          {heading === undefined ? null : <b>{heading}</b>}
          <div>
            {lines.map((line, nth) => (
              <p key={nth}>{line}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function sectionsOf(notes: readonly UpdateNote[]): Section[] {
  const sections: Section[] = [];
  for (const { text: said, isHeading } of notes) {
    const last = sections.at(-1);
    if (isHeading) sections.push({ heading: said, lines: [] });
    else if (last === undefined) sections.push({ lines: [said] });
    else last.lines.push(said);
  }
  return sections;
}
