import { ticksNeeded } from '../../src-preload/contract/check/goes-out';
import { Icon } from '../ui/icons';
import type { IconName } from '../ui/icons';
import { Tick } from '../ui/tick';
import { isConflicting } from '../sheets/already-handled';
import type { ReviewRow } from '../sheets/protocol';
import { text } from '../text';
import type { ReviewController } from './review-controller';

const words = text.send;

interface StateStyle {
  icon: IconName;
  tone: string;
  word: string;
}

/** A stock line whose only fault is that no one answered yet: to be done, not wrong. */
function isOpen({ remarks }: ReviewRow['checked']): boolean {
  const errors = remarks.filter(({ level }) => level === 'error');
  return errors.length > 0 && errors.every(({ code }) => code === 'available-missing');
}

function styleOf({ checked, staysBecause, earlierJob, handled, waits }: ReviewRow): StateStyle {
  if (staysBecause === 'excluded') return { icon: 'bar', tone: '', word: words.excluded };
  if (handled) return { icon: 'check', tone: '', word: words.handled };
  if (waits) return { icon: 'ring', tone: '', word: words.waitsForAnswer };
  if (isOpen(checked)) return { icon: 'ring', tone: '', word: text.stock.open };
  if (checked.level === 'error') return { icon: 'octagon', tone: 'tone-bad', word: words.levels.error };
  if (isConflicting(checked, earlierJob)) return { icon: 'triangle', tone: 'tone-warn', word: words.levels.warning };
  if (earlierJob && staysBecause === 'earlier-job') return { icon: 'check', tone: '', word: words.handled };
  if (checked.level === 'warning') return { icon: 'triangle', tone: 'tone-warn', word: words.levels.warning };
  return { icon: 'check', tone: 'tone-good', word: words.levels.ok };
}

/** Whether a line goes, as a tick box, and how it stands, in shape and word; beneath it the row of the sheet. */
export function LineState({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const { checked, staysBecause, earlierJob } = row;
  const { line, level } = checked;
  const { icon, tone, word } = styleOf(row);
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
      <span className={`chip ${tone}`}>
        <Icon name={icon} />
        {word}
      </span>
      <span className="second" title={line.hidden === true ? words.hiddenRow : undefined}>
        {words.sheetRow(line.row)}
      </span>
    </div>
  );
}
