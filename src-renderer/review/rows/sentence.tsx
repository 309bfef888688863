import type { ReactNode } from 'react';
import { StateShape } from '../../ui/shapes';
import { StockCounts } from '../../ui/stock-counts';
import type { StateName } from '../../ui/shapes';
import type { LineTab } from '../../sheets/line-place';
import type { Summary } from '../../sheets/protocol';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';

const words = text.send.facts;

interface Fact {
  tab: LineTab;
  words: string;
  look: 'ready' | 'look' | 'calm' | 'plain';
  shape?: StateName;
}

/**
 * What a review comes to, in one sentence; each part of it shows its lines, and pressed again all of them. `lead`: what has
 * become of the lines that were sent stands before what is left.
 */
export function Sentence({ review, summary, lead }: { review: ReviewState; summary: Summary; lead?: ReactNode }) {
  const { ok, warning, error } = summary.counts;
  const facts = factsOf(review, summary);
  return (
    <>
      <h1
        className="facts"
        {...(lead === undefined ? { 'aria-label': facts.map((fact) => fact.words).join(', ') } : {})}
      >
        {lead}
        {facts.length === 0 && lead === undefined ? <span className="fact plain">{words.none}</span> : null}
        {facts.map((fact, at) => (
          <FactButton key={fact.tab} review={review} fact={fact} first={at === 0 && lead === undefined} />
        ))}
        {review.tab === 'all' ? null : (
          <button
            type="button"
            className="button small plain"
            data-testid="line-tab-all"
            onClick={() => reviewControllers.get(review.key)?.showTab('all')}
          >
            {words.all}
          </button>
        )}
      </h1>
      {review.operation === 'stock' ? <StockCounts counts={summary.stock} isHidden /> : null}
      <p className="hidden-words">
        {text.send.levels.ok} <span data-testid="review-count-ok">{ok}</span> {text.send.levels.warning}{' '}
        <span data-testid="review-count-warning">{warning}</span> {text.send.levels.error}{' '}
        <span data-testid="review-count-error">{error}</span>
        {summary.waiting > 0 ? (
          <>
            {' '}
            {text.send.waitsForAnswer} <span data-testid="review-count-waiting">{summary.waiting}</span>
          </>
        ) : null}
      </p>
    </>
  );
}

function FactButton({ review, fact, first }: { review: ReviewState; fact: Fact; first: boolean }) {
  const { tab, look, shape } = fact;
  const pressed = review.tab === tab;
  return (
    <>
      {first ? null : (
        <span className="fact-dot" aria-hidden="true">
          ·
        </span>
      )}
      <button
        type="button"
        className={`fact ${look}`}
        data-testid={`line-tab-${tab}`}
        aria-pressed={pressed}
        onClick={() => reviewControllers.get(review.key)?.showTab(pressed ? 'all' : tab)}
      >
        {shape === undefined ? null : <StateShape name={shape} />}
        {fact.words}
      </button>
    </>
  );
}

/** The parts that have lines, in the order of the groups. */
function factsOf({ reading, operation }: ReviewState, { tabs }: Summary): Fact[] {
  const others = reading?.skipped.otherMalls ?? 0;
  // Of stock both answers are said, with those to look at among them.
  const all: [number, Fact][] = [
    ...(operation === 'stock' ? answersOf(tabs) : sendingOf(tabs)),
    [tabs.look, { tab: 'look', words: words.look(tabs.look), look: 'look', shape: 'look' }],
    [tabs.waits, { tab: 'waits', words: words.waits(tabs.waits), look: 'plain' }],
    [tabs.done, { tab: 'done', words: words.done(tabs.done), look: 'calm' }],
    [tabs.out, { tab: 'out', words: words.out(tabs.out), look: 'calm' }],
    [others, { tab: 'others', words: words.others(others), look: 'calm' }],
  ];
  return all.flatMap(([lines, fact]) => (lines > 0 ? [fact] : []));
}

function sendingOf({ send, open }: Summary['tabs']): [number, Fact][] {
  return [
    [send, { tab: 'send', words: words.send(send), look: 'ready' }],
    [open, { tab: 'open', words: words.open(open), look: 'plain' }],
  ];
}

function answersOf({ available, unavailable, open }: Summary['tabs']): [number, Fact][] {
  return [
    [available, { tab: 'available', words: words.stock.available(available), look: 'ready' }],
    [unavailable, { tab: 'unavailable', words: words.stock.unavailable(unavailable), look: 'plain' }],
    [open, { tab: 'open', words: words.stock.open(open), look: 'calm' }],
  ];
}
