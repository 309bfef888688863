import { ticksNeeded } from '../../../src-preload/contract/check/goes-out';
import { StateShape } from '../../ui/shapes';
import { Tick } from '../../ui/tick';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import type { ReviewController } from '../state/review-controller';
import { shapeOfRow } from '../remarks/row-shape';

const words = text.send;

/** Whether a line goes, as a tick box, and how it stands, by shape; the word and the row of the sheet are said, not shown. */
export function LineState({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const { checked, staysBecause, earlierJob } = row;
  const { line, level } = checked;
  const { shape, word } = shapeOfRow(row);
  const goes = staysBecause === undefined;

  function toggle(): Promise<void> {
    const byRule = ticksNeeded(checked.remarks).length === 0 && !earlierJob;
    // Back to the rule where the rule says the same, so that a later correction is judged again.
    const chosen = goes ? (line.chosen === true && !byRule ? null : false) : byRule ? null : true;
    return controller.change([{ row: line.row, change: { chosen } }]);
  }

  return (
    <div className="line-state">
      <Tick
        label={words.choose(line.row)}
        testId="line-chosen"
        checked={goes}
        disabled={level === 'error' && staysBecause !== 'excluded'}
        onWish={toggle}
      />
      <StateShape name={shape} label={`${word}, ${words.sheetRow(line.row)}`} />
    </div>
  );
}
