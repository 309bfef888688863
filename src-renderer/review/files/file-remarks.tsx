import { marketRules } from '../../../src-preload/contract/markets/rules';
import { remarkText } from '../../../src-preload/contract/text/remarks.ko';
import { shortTime } from '../../ui/clock';
import { Icon } from '../../ui/icons';
import type { Summary } from '../../sheets/protocol';
import { text } from '../../text';
import { FileNotes, notesOf } from './file-notes';
import { readAgain } from './read-again';
import { reviewControllers } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';
import { UnreadTables, useUnread } from './unread-tables';

const words = text.send;

interface Props {
  review: ReviewState;
  summary: Summary;
}

/** What is said once for the file: calm, each thing in a line. */
export function FileRemarks({ review, summary }: Props) {
  const { seenBefore } = review;
  const unread = useUnread(review);
  const notes = notesOf(review);
  const { file, hidden } = summary;
  const othersIn = review.understood?.othersIn.length ?? 0;
  const silent = file.length + hidden.lines + notes.length + othersIn === 0;
  if (silent && !seenBefore && unread.length === 0 && review.changedOnDisk !== true) return null;
  return (
    <div className="file-remarks" role="group" aria-label={words.aboutFile}>
      {review.changedOnDisk === true ? (
        <p className="remark warning" data-testid="file-changed">
          <Icon name="triangle" />
          <span>
            {words.changedOnDisk(review.fileName)}{' '}
            <button
              type="button"
              className="button small"
              data-testid="read-changed"
              onClick={() => void readAgain(review)}
            >
              {words.openAgain}
            </button>
          </span>
        </p>
      ) : null}
      {seenBefore ? (
        <p className="remark note" data-testid="seen-before">
          <Icon name="info" />
          <span>{words.seenBefore(shortTime(seenBefore.at), seenBefore.fileName, seenBefore.sent)}</span>
        </p>
      ) : null}
      <UnreadTables review={review} tables={unread} />
      <FileNotes notes={notes} />
      {hidden.lines > 0 ? <HiddenRows review={review} hidden={hidden} /> : null}
      {othersIn > 0 ? <OthersIn review={review} lines={othersIn} /> : null}
      {file.map((remark) => {
        const { title, advice } = remarkText(remark, marketRules[review.market]);
        return (
          <p
            key={`${remark.code} ${remark.field ?? ''} ${remark.detail?.['courier'] ?? ''}`}
            className={`remark ${remark.level}`}
          >
            <Icon name={remark.level === 'error' ? 'octagon' : 'triangle'} />
            <span>
              <strong>{title}</strong> {advice}
            </span>
          </p>
        );
      })}
    </div>
  );
}

/** Rows the seller hid or filtered away: read, left out, and asked about once for all of them. */
function HiddenRows({ review, hidden: { lines, out } }: { review: ReviewState; hidden: Summary['hidden'] }) {
  const chosen = out === 0;
  const name = review.reading?.sheetName ?? '';
  const ofHiddenSheet = review.understood?.sheets.some((sheet) => sheet.hidden && sheet.name === name) === true;
  return (
    <p className="remark note" data-testid="hidden-rows">
      <Icon name="info" />
      <span>
        {ofHiddenSheet
          ? (chosen ? words.hiddenSheetIn : words.hiddenSheetOut)(name, lines)
          : (chosen ? words.hiddenIn : words.hiddenOut)(lines)}{' '}
        <button
          type="button"
          className="button small"
          data-testid="hidden-rows-button"
          onClick={() => void reviewControllers.get(review.key)?.changeLines('hidden', { chosen: !chosen })}
        >
          {chosen ? words.hiddenLeave(lines) : words.hiddenTake(out, words.operations[review.operation])}
        </button>
      </span>
    </p>
  );
}

/** Lines of other malls that the seller took in, and the way back for all of them. */
function OthersIn({ review, lines }: { review: ReviewState; lines: number }) {
  return (
    <p className="remark note" data-testid="others-in">
      <Icon name="info" />
      <span>
        {words.othersIn(lines)}{' '}
        <button
          type="button"
          className="button small"
          data-testid="others-back"
          onClick={() => void reviewControllers.get(review.key)?.choose({ othersIn: [] })}
        >
          {words.othersBack(lines)}
        </button>
      </span>
    </p>
  );
}
