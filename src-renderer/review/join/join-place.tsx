import { Fragment, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { courierForms } from '../../../src-preload/contract/courier-forms/layouts';
import { koreanMinute } from '../../../src-preload/contract/korean-time';
import { keyWords } from '../../ui/act-keys';
import { onePress } from '../../ui/one-press';
import { useFocusFallback } from '../../ui/use-focus-fallback';
import { text } from '../../text';
import type { ReviewState } from '../state/reviews-state';
import { JoinCard } from './join-card';
import { sumsOf } from './join-groups';
import { takeJoinKey } from './join-keys';
import { JoinPanel } from './join-panel';
import { JoinRows } from './join-rows';
import { applyJoin, closeJoin, openOrderCount, redoJoin, undoJoin, type Join } from './joins-state';

const words = text.join;

/** In the place of the review: which orders the lines of its file belong to, until the seller has joined them. */
export function JoinPlace({ review, join }: { review: ReviewState; join: Join }) {
  const { key, fileName, storeId, importId } = review;
  const sums = sumsOf(join);
  const place = useRef<HTMLElement>(null);
  useFocusFallback(place, '.join-grid');
  const isReady = join.phase === 'ready';
  const facts = [
    [sums.lines, words.facts.found, ''],
    [sums.toChoose, words.facts.choose, ' look'],
    [sums.alone, words.facts.alone, ' calm'],
    [openOrderCount(join), words.facts.orders, ' calm'],
  ] as const;
  const apply = (): void => {
    if (isReady && sums.boxes > 0 && importId !== undefined) void applyJoin(key, storeId, importId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const list = event.currentTarget.querySelector('.join-grid');
    const isInList = event.target instanceof HTMLElement && event.target.matches('[data-testid=join]');
    const isPress = event.target instanceof HTMLElement && event.target.matches('button, input');
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!event.repeat) apply();
    } else if (
      isInList ||
      event.ctrlKey ||
      event.metaKey ||
      (join.lifted !== undefined && !(isPress && event.key === 'Enter'))
    ) {
      if (list === null || !takeJoinKey(key, join, event, list)) return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      ref={place}
      className="review join"
      data-testid="join-place"
      data-ready={isReady}
      aria-label={fileName}
      onKeyDown={onKeyDown}
    >
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
        <button
          type="button"
          className="button plain small"
          data-testid="join-undo"
          title={text.shortcuts.withKeys(words.undo, keyWords({ mod: true, key: 'z' }))}
          disabled={!isReady || join.choices.past.length === 0}
          onClick={() => undoJoin(key)}
        >
          {words.undo}
        </button>
        {join.choices.future.length === 0 ? null : (
          <button
            type="button"
            className="button plain small"
            data-testid="join-redo"
            title={text.shortcuts.withKeys(words.redo, keyWords({ mod: true, key: 'y' }))}
            disabled={!isReady}
            onClick={() => redoJoin(key)}
          >
            {words.redo}
          </button>
        )}
        <button
          type="button"
          className="button plain link"
          data-testid="join-close"
          disabled={join.phase === 'applying'}
          onClick={() => closeJoin(key)}
        >
          {words.back}
        </button>
      </div>
      <CameBack join={join} />
      <div className="review-work">
        <JoinRows reviewKey={key} join={join} sums={sums} fileName={fileName} />
        <JoinPanel reviewKey={key} join={join} />
      </div>
      <JoinCard join={join} />
      <footer className="join-foot">
        <p className="grow" role="status" data-testid="join-foot">
          {join.lifted === undefined
            ? words.foot(sums.boxes, sums.left)
            : words.holding(heldName(join), keyWords({ key: 'Enter' }), keyWords({ key: 'Escape' }))}
        </p>
        <button
          type="button"
          className="button primary large"
          data-testid="join-apply"
          disabled={!isReady || sums.boxes === 0 || importId === undefined}
          onClick={onePress(apply)}
        >
          {join.phase === 'applying' ? words.applying : words.apply(sums.lines, sums.orders)}
        </button>
      </footer>
    </section>
  );
}

function heldName({ lifted = 0, lines }: Join): string {
  return lines.get(lifted)?.cells.recipient ?? words.nameless(lifted);
}

/** The courier's form this sheet answers, and how much of it has come. */
function CameBack({ join: { suggested, orders } }: { join: Join }) {
  const back = suggested?.cameBack;
  if (back === undefined) return null;
  const courier = courierForms.find(({ id }) => id === back.layout)?.name ?? back.fileName;
  const missing = back.missing.map((id) => orders.get(id)?.recipient ?? `…${id.slice(-4)}`);
  const time = koreanMinute(back.madeAt).slice(-5);
  return (
    <p className="join-came-back" data-testid="join-came-back">
      {words.cameBack(time, courier, back.orders, back.withNumber, back.missing.length)}
      {missing.length === 0 ? null : <span className="faint"> {words.missingNames(missing)}</span>}
    </p>
  );
}
