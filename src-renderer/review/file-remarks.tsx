import { tickGroups } from '../../src-preload/contract/check/remark-codes';
import type { TickGroup } from '../../src-preload/contract/check/remark-codes';
import type { LineField } from '../../src-preload/contract/line-fields';
import { mendText, remarkText } from '../../src-preload/contract/text/remarks.ko';
import { shortTime } from '../ui/clock';
import { Mark } from '../ui/icons';
import { Tick } from '../ui/tick';
import type { MendGroup } from '../sheets/fix-groups';
import type { Summary } from '../sheets/protocol';
import { text } from '../text';
import { codeOfCourier } from './courier-code';
import { FileNotes, notesOf } from './file-notes';
import { openChoices } from './open-choices';
import { readAgain } from './read-again';
import { rememberCourier } from './remember-courier';
import { desks } from './review-controller';
import type { ReviewFace } from './reviews-state';
import { UnreadTables, useUnread } from './unread-tables';

const words = text.send;

interface Props {
  face: ReviewFace;
  summary: Summary;
}

/** What is said once for the file, the groups of warnings that wait for a look, and the clicks for many lines. */
export function FileRemarks({ face, summary }: Props) {
  const { seenBefore } = face;
  const unread = useUnread(face);
  const notes = notesOf(face);
  const { file, hidden } = summary;
  const groups = tickGroups.filter((group) => summary.ticks[group] !== undefined);
  // A group that waits for a look has its click beside its tick.
  // What a column that is not named yet leaves empty is not for taking out.
  const mends = summary.mends.filter(
    ({ remark }) => !groups.some((group) => group === remark.code) && !isAsked(face, remark.field),
  );
  const calm = file.length + mends.length + groups.length === 0 && face.changedOnDisk !== true;
  const othersIn = face.understood?.othersIn.length ?? 0;
  const silent = file.length + mends.length + groups.length + hidden.lines + notes.length + othersIn === 0;
  if (silent && !seenBefore && unread.length === 0 && face.changedOnDisk !== true) return null;
  return (
    <div className={calm ? 'file-remarks calm' : 'file-remarks'} role="group" aria-label={words.aboutFile}>
      {face.changedOnDisk === true ? (
        <p className="remark warning" data-testid="file-changed">
          <Mark name="triangle" />
          <span>
            {words.changedOnDisk(face.fileName)}{' '}
            <button
              type="button"
              className="button small"
              data-testid="read-changed"
              onClick={() => void readAgain(face)}
            >
              {words.openAnew}
            </button>
          </span>
        </p>
      ) : null}
      {seenBefore ? (
        <p className="remark note" data-testid="seen-before">
          <Mark name="info" />
          <span>{words.seenBefore(shortTime(seenBefore.at), seenBefore.fileName, seenBefore.sent)}</span>
        </p>
      ) : null}
      <UnreadTables face={face} tables={unread} />
      <FileNotes notes={notes} />
      {hidden.lines > 0 ? <HiddenRows face={face} hidden={hidden} /> : null}
      {othersIn > 0 ? <OthersIn face={face} lines={othersIn} /> : null}
      {file.map((remark) => {
        const { title, advice } = remarkText(remark);
        return (
          <p
            key={`${remark.code} ${remark.field ?? ''} ${remark.detail?.['courier'] ?? ''}`}
            className={`remark ${remark.level}`}
          >
            <Mark name={remark.level === 'error' ? 'octagon' : 'triangle'} />
            <span>
              <strong>{title}</strong> {advice}
            </span>
          </p>
        );
      })}
      {mends.map((group) => (
        <p key={group.remark.code} className={`remark ${group.remark.level}`} data-code={group.remark.code}>
          <Mark name={group.remark.level === 'error' ? 'octagon' : 'triangle'} />
          <span>
            <strong>{remarkText(group.remark).title}</strong> <MendAll face={face} group={group} />
          </span>
        </p>
      ))}
      {groups.map((group) => (
        <TickAll key={group} face={face} summary={summary} group={group} />
      ))}
    </div>
  );
}

function isAsked({ understood }: ReviewFace, field: LineField | undefined): boolean {
  return understood?.questions.some((question) => question.field === field) === true;
}

/** Rows the seller hid or filtered away: read, left out, and asked about once for all of them. */
function HiddenRows({ face, hidden: { lines, out } }: { face: ReviewFace; hidden: Summary['hidden'] }) {
  const chosen = out === 0;
  const name = face.reading?.sheetName ?? '';
  const ofHiddenSheet = face.understood?.sheets.some((sheet) => sheet.hidden && sheet.name === name) === true;
  return (
    <p className="remark note" data-testid="hidden-rows">
      <Mark name="info" />
      <span>
        {ofHiddenSheet
          ? (chosen ? words.hiddenSheetIn : words.hiddenSheetOut)(name, lines)
          : (chosen ? words.hiddenIn : words.hiddenOut)(lines)}{' '}
        <button
          type="button"
          className="button small"
          data-testid="hidden-rows-button"
          onClick={() => void desks.get(face.key)?.act('hidden', { chosen: !chosen })}
        >
          {chosen ? words.hiddenLeave(lines) : words.hiddenTake(out, words.operations[face.operation])}
        </button>
      </span>
    </p>
  );
}

/** Lines of other malls that the seller took in, and the way back for all of them. */
function OthersIn({ face, lines }: { face: ReviewFace; lines: number }) {
  return (
    <p className="remark note" data-testid="others-in">
      <Mark name="info" />
      <span>
        {words.othersIn(lines)}{' '}
        <button
          type="button"
          className="button small"
          data-testid="others-back"
          onClick={() => void desks.get(face.key)?.choose({ othersIn: [] })}
        >
          {words.othersBack(lines)}
        </button>
      </span>
    </p>
  );
}

/** One click for all lines of a frequent remark. */
function MendAll({ face, group: { row, remark, mend, lines } }: { face: ReviewFace; group: MendGroup }) {
  const label = mend.do === 'exclude' ? words.excludeAll(lines) : `${words.forAllRemarks(lines)} ${mendText(mend)}`;
  return (
    <button
      type="button"
      className="button small quiet"
      data-testid="mend-kind-button"
      onClick={() => {
        if (mend.do === 'set' && mend.field === 'courier') {
          void rememberCourier(remark.detail?.['value'] ?? '', codeOfCourier(mend.value));
        }
        void desks.get(face.key)?.mend(row, remark, mend, true);
      }}
    >
      {label}
    </button>
  );
}

/** A group of warnings that goes out only when the seller has looked: one tick for what waits for nothing else, and its click. */
function TickAll({ face, summary, group }: Props & { group: TickGroup }) {
  const lines = summary.ticks[group]?.lines ?? 0;
  const forAll = summary.ticksForAll[group] ?? { lines: 0, ticked: 0 };
  const mend = summary.mends.find((each) => each.remark.code === group && each.mend.do !== 'keep');
  return (
    <div className="remark warning" data-code={group}>
      <Mark name="triangle" />
      <span>
        <strong>{words.tickGroups[group](lines)}</strong> {words.mustTick}{' '}
        {forAll.lines > 0 ? (
          <label className="tick-label">
            <Tick
              testId={`tick-${group}`}
              checked={forAll.ticked === forAll.lines}
              onWish={async (chosen) => desks.get(face.key)?.act('tick', { group, chosen })}
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
        {mend ? <MendAll face={face} group={mend} /> : null}
      </span>
    </div>
  );
}
