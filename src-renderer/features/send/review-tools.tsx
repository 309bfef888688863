import { tickGroups } from '../../../src-preload/contract/check/remark-codes';
import { makeRemark } from '../../../src-preload/contract/check/remark-codes';
import { mendText, remarkText } from '../../../src-preload/contract/text/remarks.ko';
import { shortTime } from '../../parts/clock';
import { Mark } from '../../parts/marks';
import { lineTabs } from '../../sheets/protocol';
import type { MendGroup } from '../../sheets/mend-groups';
import type { LineTab, Summary } from '../../sheets/protocol';
import { text } from '../../text';
import { desks } from './review-desk';
import type { ReviewFace } from './send-state';
import { pickFiles } from './sheet-input';
import { UnreadTables } from './unread-tables';

const words = text.send;

/** The lines gathered by what is to be done about them, with counts. */
export function LineTabs({ face, summary }: { face: ReviewFace; summary: Summary }) {
  const others = face.reading?.skipped.otherMalls ?? 0;
  const { ok, warning, error } = summary.counts;
  return (
    <div className="line-tabs">
      <ul aria-label={words.lineTabs.label}>
        {lineTabs.map((tab) => (
          <li key={tab}>
            <TabButton face={face} tab={tab} lines={summary.tabs[tab]} />
          </li>
        ))}
      </ul>
      <p className="level-counts">
        <LevelCount level="ok" lines={ok} />
        <LevelCount level="warning" lines={warning} />
        <LevelCount level="error" lines={error} />
      </p>
      {others > 0 ? (
        <p className="faint">
          {words.othersNote(others)}{' '}
          {face.understood ? (
            <button
              type="button"
              className="button small"
              data-testid="others-save"
              onClick={() => void desks.get(face.key)?.saveOthers()}
            >
              {words.othersSave}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function TabButton({ face, tab, lines }: { face: ReviewFace; tab: LineTab; lines: number }) {
  return (
    <button
      type="button"
      className={`line-tab ${tab}`}
      data-testid={`line-tab-${tab}`}
      aria-pressed={face.tab === tab}
      onClick={() => desks.get(face.key)?.look(tab)}
    >
      {words.lineTabs[tab === 'send' && face.operation === 'stock' ? 'stock' : tab]} <b>{lines}</b>
    </button>
  );
}

const countLooks = {
  ok: { mark: 'check', tone: 'tone-good' },
  warning: { mark: 'triangle', tone: 'tone-warn' },
  error: { mark: 'octagon', tone: 'tone-bad' },
} as const;

function LevelCount({ level, lines }: { level: keyof typeof countLooks; lines: number }) {
  return (
    <span className={`chip ${lines > 0 ? countLooks[level].tone : ''}`}>
      <Mark name={countLooks[level].mark} />
      {words.levels[level]}
      <b data-testid={`review-count-${level}`}>{lines}</b>
    </span>
  );
}

/** The most frequent remarks, each with one click for all its lines. */
function MendAll({ face, group }: { face: ReviewFace; group: MendGroup }) {
  const { row, remark, mend, lines } = group;
  const label = mend.do === 'exclude' ? words.excludeAll(lines) : `${words.forAllRemarks(lines)} ${mendText(mend)}`;
  return (
    <p className={`remark ${remark.level}`} data-code={remark.code}>
      <Mark name={remark.level === 'error' ? 'octagon' : 'triangle'} />
      <span>
        <strong>{remarkText(remark).title}</strong>{' '}
        <button
          type="button"
          className="button small quiet"
          data-testid="mend-kind-button"
          onClick={() => void desks.get(face.key)?.mend(row, remark, mend, true)}
        >
          {label}
        </button>
      </span>
    </p>
  );
}

/** What is said once for the file, and the groups of warnings that wait for a look. */
export function FileRemarks({ face, summary }: { face: ReviewFace; summary: Summary }) {
  const groups = tickGroups.flatMap((group) => {
    const so = summary.ticks[group];
    return so ? [{ group, ...so }] : [];
  });
  const { seenBefore } = face;
  const mends = summary.mends;
  if (
    summary.file.length === 0 &&
    mends.length === 0 &&
    groups.length === 0 &&
    !seenBefore &&
    face.changedOnDisk !== true &&
    (face.understood?.unread ?? []).length === 0
  )
    return null;
  return (
    <div className="file-remarks">
      {face.changedOnDisk === true ? (
        <p className="remark warning" data-testid="file-changed">
          <Mark name="triangle" />
          <span>
            {words.changedOnDisk(face.fileName)}{' '}
            <button type="button" className="button small" onClick={pickFiles}>
              {words.openAnew}
            </button>
          </span>
        </p>
      ) : null}
      {seenBefore ? (
        <p className="remark note">
          <Mark name="info" />
          <span>{words.seenBefore(shortTime(seenBefore.at), seenBefore.fileName, seenBefore.sent)}</span>
        </p>
      ) : null}
      <UnreadTables face={face} />
      {summary.file.map((remark) => {
        const { title, advice } = remarkText(remark);
        return (
          <p key={remark.code} className={`remark ${remark.level}`}>
            <Mark name={remark.level === 'error' ? 'octagon' : 'triangle'} />
            <span>
              <strong>{title}</strong> {advice}
            </span>
          </p>
        );
      })}
      {mends.map((group) => (
        <MendAll key={group.remark.code} face={face} group={group} />
      ))}
      {groups.map(({ group, lines, ticked }) => (
        <div key={group} className="remark warning">
          <Mark name="triangle" />
          <label className="tick-label">
            <input
              type="checkbox"
              data-testid={`tick-${group}`}
              checked={ticked === lines}
              onChange={(event) => void desks.get(face.key)?.act('tick', { group, chosen: event.target.checked })}
            />
            <span>
              <strong>{remarkText(makeRemark(group)).title}</strong> {words.mustTick} {words.chooseAll(lines)}
            </span>
          </label>
        </div>
      ))}
    </div>
  );
}
