import { tickGroups } from '../../src-preload/contract/check/remark-codes';
import type { TickGroup } from '../../src-preload/contract/check/remark-codes';
import type { LineField } from '../../src-preload/contract/line-fields';
import { marketRules } from '../../src-preload/contract/markets/rules';
import { mendText, remarkText } from '../../src-preload/contract/text/remarks.ko';
import { shortTime } from '../ui/clock';
import { Icon } from '../ui/icons';
import { Tick } from '../ui/tick';
import type { FixGroup } from '../sheets/fix-groups';
import type { Summary } from '../sheets/protocol';
import { text } from '../text';
import { codeOfCourier } from './courier-code';
import { FileNotes, notesOf } from './file-notes';
import { openChoices } from './open-choices';
import { readAgain } from './read-again';
import { rememberCourier } from './remember-courier';
import { reviewControllers } from './review-controller';
import type { ReviewState } from './reviews-state';
import { UnreadTables, useUnread } from './unread-tables';

const words = text.send;

interface Props {
  review: ReviewState;
  summary: Summary;
}

/** What is said once for the file, the groups of warnings that wait for a look, and the clicks for many lines. */
export function FileRemarks({ review, summary }: Props) {
  const { seenBefore } = review;
  const unread = useUnread(review);
  const notes = notesOf(review);
  const { file, hidden } = summary;
  const groups = tickGroups.filter((group) => summary.ticks[group] !== undefined);
  // A group that waits for a look has its click next to its tick.
  // What a column that is not named yet leaves empty is not for taking out.
  const fixes = summary.fixes.filter(
    ({ remark }) => !groups.some((group) => group === remark.code) && !isAsked(review, remark.field),
  );
  const calm = file.length + fixes.length + groups.length === 0 && review.changedOnDisk !== true;
  const othersIn = review.understood?.othersIn.length ?? 0;
  const silent = file.length + fixes.length + groups.length + hidden.lines + notes.length + othersIn === 0;
  if (silent && !seenBefore && unread.length === 0 && review.changedOnDisk !== true) return null;
  return (
    <div className={calm ? 'file-remarks calm' : 'file-remarks'} role="group" aria-label={words.aboutFile}>
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
      {fixes.map((group) => (
        <p key={group.remark.code} className={`remark ${group.remark.level}`} data-code={group.remark.code}>
          <Icon name={group.remark.level === 'error' ? 'octagon' : 'triangle'} />
          <span>
            <strong>{remarkText(group.remark, marketRules[review.market]).title}</strong>{' '}
            <MendAll review={review} group={group} />
          </span>
        </p>
      ))}
      {groups.map((group) => (
        <TickAll key={group} review={review} summary={summary} group={group} />
      ))}
    </div>
  );
}

function isAsked({ understood }: ReviewState, field: LineField | undefined): boolean {
  return understood?.questions.some((question) => question.field === field) === true;
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

/** One click for all lines of a frequent remark. */
function MendAll({ review, group: { row, remark, fix, lines } }: { review: ReviewState; group: FixGroup }) {
  const label = fix.do === 'exclude' ? words.excludeAll(lines) : `${words.forAllRemarks(lines)} ${mendText(fix)}`;
  return (
    <button
      type="button"
      className="button small quiet"
      data-testid="mend-kind-button"
      onClick={() => {
        if (fix.do === 'set' && fix.field === 'courier') {
          void rememberCourier(remark.detail?.['value'] ?? '', codeOfCourier(fix.value));
        }
        void reviewControllers.get(review.key)?.fix(row, remark, fix, true);
      }}
    >
      {label}
    </button>
  );
}

/** A group of warnings that goes out only when the seller has looked: one tick for what waits for nothing else, and its click. */
function TickAll({ review, summary, group }: Props & { group: TickGroup }) {
  const lines = summary.ticks[group]?.lines ?? 0;
  const forAll = summary.ticksForAll[group] ?? { lines: 0, ticked: 0 };
  const fix = summary.fixes.find((each) => each.remark.code === group && each.fix.do !== 'keep');
  return (
    <div className="remark warning" data-code={group}>
      <Icon name="triangle" />
      <span>
        <strong>{words.tickGroups[group](lines)}</strong> {words.mustTick}{' '}
        {forAll.lines > 0 ? (
          <label className="tick-label">
            <Tick
              testId={`tick-${group}`}
              checked={forAll.ticked === forAll.lines}
              onWish={async (chosen) => reviewControllers.get(review.key)?.changeLines('tick', { group, chosen })}
            />
            <span>{words.chooseAll(forAll.lines)}</span>
          </label>
        ) : null}{' '}
        {forAll.lines < lines ? words.lookEach(lines - forAll.lines) : null}{' '}
        {group === 'shifted-column' ? (
          <button
            type="button"
            className="button small quiet"
            data-testid="shifted-choose-column"
            onClick={() => openChoices('column-trackingNumber')}
          >
            {mendText({ do: 'choose-column', field: 'trackingNumber' })}
          </button>
        ) : null}
        {fix ? <MendAll review={review} group={fix} /> : null}
      </span>
    </div>
  );
}
