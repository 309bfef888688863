import { Fragment } from 'react';
import { courierForms } from '../../../src-preload/contract/courier-forms/layouts';
import { koreanMinute } from '../../../src-preload/contract/korean-time';
import { onePress } from '../../ui/one-press';
import { text } from '../../text';
import type { ReviewState } from '../reviews-state';
import { sumsOf } from './join-groups';
import { JoinPanel } from './join-panel';
import { JoinRows } from './join-rows';
import { applyJoin, closeJoin, type Join } from './joins-state';

const words = text.join;

/** In the place of the review: which orders the lines of its file belong to, until the seller has joined them. */
export function JoinPlace({ review, join }: { review: ReviewState; join: Join }) {
  const { key, fileName, storeId, importId } = review;
  const sums = sumsOf(join);
  const isReady = join.phase === 'ready';
  const facts = [
    [sums.groups.found.length, words.facts.found, ''],
    [sums.toChoose, words.facts.choose, ' look'],
    [sums.groups.alone.length, words.facts.alone, ' calm'],
    [join.suggested?.withoutLineCount ?? 0, words.facts.orders, ' calm'],
  ] as const;
  return (
    <section className="review join" data-testid="join-place" data-ready={isReady} aria-label={fileName}>
      <div className="say">
        <h1 className="facts">
          {join.phase === 'reading' ? words.reading : null}
          {join.phase === 'failed' ? words.failed : null}
          {facts
            .filter(([count]) => count > 0)
            .map(([count, say, look], at) => (
              <Fragment key={look + say(0)}>
                {at === 0 ? null : (
                  <span className="fact-dot" aria-hidden="true">
                    ·
                  </span>
                )}
                <span className={`fact${look}`}>{say(count)}</span>
              </Fragment>
            ))}
        </h1>
        <span className="grow" />
        <button type="button" className="button plain link" data-testid="join-close" onClick={() => closeJoin(key)}>
          {words.back}
        </button>
      </div>
      <CameBack join={join} />
      <div className="review-work">
        <JoinRows reviewKey={key} join={join} sums={sums} fileName={fileName} />
        <JoinPanel reviewKey={key} join={join} />
      </div>
      <footer className="join-foot">
        <p className="grow">{words.foot(sums.boxes, sums.left)}</p>
        <button
          type="button"
          className="button primary large"
          data-testid="join-apply"
          disabled={!isReady || sums.boxes === 0 || importId === undefined}
          onClick={onePress(() => (importId === undefined ? undefined : void applyJoin(key, storeId, importId)))}
        >
          {words.apply(sums.lines, sums.orders)}
        </button>
      </footer>
    </section>
  );
}

/** The courier's form this sheet answers, and how much of it has come. */
function CameBack({ join: { suggested } }: { join: Join }) {
  const back = suggested?.cameBack;
  if (back === undefined) return null;
  const courier = courierForms.find(({ id }) => id === back.layout)?.name ?? back.fileName;
  const time = koreanMinute(back.madeAt).slice(-5);
  return (
    <p className="join-came-back" data-testid="join-came-back">
      {words.cameBack(time, courier, back.orders, back.withNumber, back.missing.length)}
    </p>
  );
}
