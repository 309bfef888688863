import { useState } from 'react';
import { text } from '../../text';
import { desks } from './review-desk';
import { saveOthers } from './save-others';
import type { ReviewFace } from './send-state';

const words = text.send;

/** Rows shown when the group is unfolded; the file has them all. */
const rowsShown = 50;

/** Lines of other malls, folded: this store cannot send them, and they are no fault. They can be saved for the other mall. */
export function OtherMalls({ face }: { face: ReviewFace }) {
  const others = face.reading?.skipped.otherMalls ?? 0;
  const [rows, setRows] = useState<string[][] | undefined>(undefined);
  if (others === 0) return null;
  const desk = desks.get(face.key);
  async function unfold(): Promise<void> {
    setRows(
      rows === undefined ? await desk?.answerOf((worker) => worker.ask('others', { limit: rowsShown })) : undefined,
    );
  }
  const [header = [], ...lines] = rows ?? [];
  return (
    <div className="other-malls" data-testid="other-malls">
      <p className="faint">
        {words.othersNote(others)}{' '}
        {face.understood ? (
          <>
            <button
              type="button"
              className="button small"
              data-testid="others-show"
              aria-expanded={rows !== undefined}
              onClick={() => void unfold()}
            >
              {rows === undefined ? words.othersShow : words.understood.done}
            </button>{' '}
            <button
              type="button"
              className="button small"
              data-testid="others-save"
              onClick={() => void desk?.answerOf(saveOthers)}
            >
              {words.othersSave}
            </button>
          </>
        ) : null}
      </p>
      {rows === undefined ? null : (
        <div className="other-rows" tabIndex={0} role="region" aria-label={words.lineTabs.others}>
          <table>
            <thead>
              <tr>
                {header.map((cell, column) => (
                  <th key={column} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <tr key={at}>
                  {line.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {others > lines.length ? <p className="faint">{words.othersMore(others - lines.length)}</p> : null}
        </div>
      )}
    </div>
  );
}
