import type { ReactNode } from 'react';
import { Icon } from '../ui/icons';
import { lineTabs } from '../sheets/protocol';
import type { LineTab, Summary } from '../sheets/protocol';
import { text } from '../text';
import { reviewControllers } from './review-controller';
import type { ReviewState } from './reviews-state';

const words = text.send;

interface Props {
  review: ReviewState;
  summary: Summary;
  /** Stands in the same row, between the tabs and the counts. */
  children?: ReactNode;
}

/** The lines gathered by what is to be done about them, with counts. */
export function LineTabs({ review, summary, children }: Props) {
  const { ok, warning, error } = summary.counts;
  const others = review.reading?.skipped.otherMalls ?? 0;
  const tabs = others > 0 ? lineTabs : lineTabs.filter((tab) => tab !== 'others');
  return (
    <div className="line-tabs">
      <ul aria-label={words.lineTabs.label}>
        {tabs.map((tab) => (
          <li key={tab}>
            <TabButton review={review} tab={tab} lines={tab === 'others' ? others : summary.tabs[tab]} />
          </li>
        ))}
      </ul>
      {children}
      <p className="level-counts">
        <LevelCount level="ok" lines={ok} />
        <LevelCount level="warning" lines={warning} />
        <LevelCount level="error" lines={error} />
        {summary.waiting > 0 ? (
          <span className="chip">
            <Icon name="ring" />
            {words.waitsForAnswer}
            <b data-testid="review-count-waiting">{summary.waiting}</b>
          </span>
        ) : null}
      </p>
    </div>
  );
}

function TabButton({ review, tab, lines }: { review: ReviewState; tab: LineTab; lines: number }) {
  return (
    <button
      type="button"
      className={`line-tab ${tab}`}
      data-testid={`line-tab-${tab}`}
      aria-pressed={review.tab === tab}
      onClick={() => reviewControllers.get(review.key)?.showTab(tab)}
    >
      {words.lineTabs[tab === 'send' && review.operation === 'stock' ? 'stock' : tab]} <b>{lines}</b>
    </button>
  );
}

const countStyles = {
  ok: { icon: 'check', tone: 'tone-good' },
  warning: { icon: 'triangle', tone: 'tone-warn' },
  error: { icon: 'octagon', tone: 'tone-bad' },
} as const;

function LevelCount({ level, lines }: { level: keyof typeof countStyles; lines: number }) {
  return (
    <span className={`chip ${lines > 0 ? countStyles[level].tone : ''}`}>
      <Icon name={countStyles[level].icon} />
      {words.levels[level]}
      <b data-testid={`review-count-${level}`}>{lines}</b>
    </span>
  );
}
