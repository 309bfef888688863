import { useEffect, useState } from 'react';
import type { GroupRow, SheetCalls } from '../../sheets/protocol';
import { announce } from '../../state/announcements';
import { text } from '../../text';
import { dayName } from '../../ui/clock';
import { saveBytes } from '../../ui/save-bytes';
import { FoldButton } from './fold-button';
import type { ReviewController } from '../state/review-controller';
import type { ReviewWorker } from '../state/review-worker';

const words = text.send;

/** Rows shown when the group is unfolded; the file has them all. */
const rowsShown = 50;

/** Lines of other malls: this store cannot send them, and they are no fault. They can be saved for the other mall. */
export function OtherMalls({ controller, row }: { controller: ReviewController; row: GroupRow }) {
  // An earlier draft only knows how many there were: its file is not at hand.
  const atHand = controller.review?.understood !== undefined;
  const { lines } = row;
  return (
    <div className="other-malls" data-testid="other-malls">
      <div className="other-malls-head">
        {atHand ? (
          <FoldButton controller={controller} row={row} label={words.othersGroup} count={words.groups.lines(lines)} />
        ) : (
          <p>
            {words.othersGroup} {words.groups.lines(lines)}
          </p>
        )}
        {atHand ? (
          <button
            type="button"
            className="button small"
            data-testid="others-save"
            onClick={() => void controller.answerOf(saveOthers)}
          >
            {words.othersSave}
          </button>
        ) : null}
        {atHand ? (
          <button
            type="button"
            className="button small"
            data-testid="others-take-all"
            onClick={() => void controller.choose({ othersIn: 'all' })}
          >
            {words.othersTakeAll(lines)}
          </button>
        ) : null}
      </div>
      <p className="faint">{words.othersNote}</p>
      {atHand && row.unfolded ? <OtherRows key={lines} controller={controller} lines={lines} /> : null}
    </div>
  );
}

function OtherRows({ controller, lines }: { controller: ReviewController; lines: number }) {
  const [others, setOthers] = useState<SheetCalls['others']['output']>({ header: [], rows: [] });
  useEffect(() => {
    let gone = false;
    void controller
      .answerOf((worker) => worker.ask('others', { limit: rowsShown }))
      .then((answer) => (answer && !gone ? setOthers(answer) : undefined));
    return () => {
      gone = true;
    };
  }, [controller]);
  const { header, rows } = others;
  const takenIn = controller.review?.understood?.othersIn ?? [];
  return (
    <div className="other-rows" tabIndex={0} role="region" aria-label={words.othersGroup}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.othersRow}</th>
            {header.map((cell, column) => (
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <td>
                <button
                  type="button"
                  className="button small"
                  data-testid="others-take"
                  data-row={row}
                  onClick={() => void controller.choose({ othersIn: [...takenIn, row] })}
                >
                  {words.othersTake(row)}
                </button>
              </td>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > 0 && lines > rows.length ? <p className="faint">{words.othersMore(lines - rows.length)}</p> : null}
    </div>
  );
}

/** Lines of other malls, as they stand in the sheet, as a file of their own. */
async function saveOthers(worker: ReviewWorker): Promise<void> {
  const { bytes, rows } = await worker.ask('writeOthers', { name: words.othersName });
  saveBytes(bytes, `${words.othersName}-${dayName(Date.now())}.xlsx`);
  announce(words.othersSaved(rows));
}
