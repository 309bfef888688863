import { Mark } from '../../parts/marks';
import type { UnreadTable } from '../../sheets/protocol';
import { text } from '../../text';
import { desks } from './review-desk';
import { addReview } from './send-state';
import type { ReviewFace } from './send-state';

const words = text.send.unread;
/** More would push the rows out of sight; the others can still be chosen as sheets. */
const shownAtMost = 3;

/** Tables of the file that look like lines and are not in this review: said calmly, each with a click that reads it. */
export function UnreadTables({ face }: { face: ReviewFace }) {
  const { understood } = face;
  // A table that was opened beside another says nothing of those: their own reviews are there.
  if (!understood || face.apart === true || understood.unread.length === 0) return null;
  const rest = understood.unread.slice(shownAtMost);
  const lines = rest.reduce((sum, table) => sum + table.lines, 0);
  return (
    <>
      {understood.unread.slice(0, shownAtMost).map((table) => (
        <p key={`${table.sheet} ${table.part?.row} ${table.part?.column}`} className="remark note" data-testid="unread">
          <Mark name="info" />
          <span>
            {whereIsIt(table)} {words.notRead(table.lines)}{' '}
            <button
              type="button"
              className="button small"
              data-testid="unread-open"
              onClick={() => openBeside(face, table)}
            >
              {words.open}
            </button>
          </span>
        </p>
      ))}
      {rest.length > 0 ? (
        <p className="remark note" data-testid="unread-more">
          <Mark name="info" />
          <span>{words.more(rest.length, lines)}</span>
        </p>
      ) : null}
    </>
  );
}

function whereIsIt({ sheet, hidden, part, at }: UnreadTable): string {
  if (!part || !at) return hidden ? words.hiddenSheet(sheet) : words.sheet(sheet);
  return part.column > 0 ? words.beside(at.letter) : words.below(at.row);
}

/** Opens another table of the same file in a review of its own; this one stays as it is. */
function openBeside(face: ReviewFace, table: UnreadTable): void {
  const { sheet, part, at } = table;
  const key = crypto.randomUUID();
  const place = !part || !at ? sheet : part.column > 0 ? words.columnPlace(at.letter) : words.rowPlace(at.row);
  const desk = desks.get(face.key)?.beside(key, { sheet, ...(part ? { part } : {}) });
  if (!desk) return;
  const { storeId, market, operation, fileName } = face;
  addReview({
    key,
    storeId,
    market,
    fileName: `${fileName} (${place})`,
    operation,
    phase: 'reading',
    rowsRead: 0,
    stored: 0,
    tab: 'all',
    apart: true,
  });
  desks.set(key, desk);
  void desk.open();
}
