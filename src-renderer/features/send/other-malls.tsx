import { useEffect, useState } from 'react';
import type { GroupRow } from '../../sheets/protocol';
import { text } from '../../text';
import { FoldButton } from './fold-button';
import type { ReviewDesk } from './review-desk';
import { saveOthers } from './save-others';

const words = text.send;

/** Rows shown when the group is unfolded; the file has them all. */
const rowsShown = 50;

/** Lines of other malls: this store cannot send them, and they are no fault. They can be saved for the other mall. */
export function OtherMalls({ desk, row }: { desk: ReviewDesk; row: GroupRow }) {
  // A draft of before only knows how many there were: its file is not at hand.
  const atHand = desk.face?.understood !== undefined;
  const { lines } = row;
  return (
    <div className="other-malls" data-testid="other-malls">
      <div className="other-malls-head">
        {atHand ? (
          <FoldButton desk={desk} row={row} label={words.othersGroup(lines)} />
        ) : (
          <p>{words.othersGroup(lines)}</p>
        )}
        {atHand ? (
          <button
            type="button"
            className="button small"
            data-testid="others-save"
            onClick={() => void desk.answerOf(saveOthers)}
          >
            {words.othersSave}
          </button>
        ) : null}
      </div>
      <p className="faint">{words.othersNote}</p>
      {atHand && row.unfolded ? <OtherRows desk={desk} lines={lines} /> : null}
    </div>
  );
}

function OtherRows({ desk, lines }: { desk: ReviewDesk; lines: number }) {
  const [rows, setRows] = useState<string[][]>([]);
  useEffect(() => {
    let gone = false;
    void desk
      .answerOf((worker) => worker.ask('others', { limit: rowsShown }))
      .then((answer) => (answer && !gone ? setRows(answer) : undefined));
    return () => {
      gone = true;
    };
  }, [desk]);
  const [header = [], ...shown] = rows;
  return (
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
          {shown.map((line, at) => (
            <tr key={at}>
              {line.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > 0 && lines > shown.length ? (
        <p className="faint">{words.othersMore(lines - shown.length)}</p>
      ) : null}
    </div>
  );
}
