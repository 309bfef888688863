import { text } from '../text';

interface Counts {
  available: number;
  unavailable: number;
  open: number;
}

/**
 * The three figures of 재고. They are answers, nothing the market has: no tick and no red. `isHidden`: a sentence says them
 * to the eye.
 */
export function StockCounts({ counts, isHidden }: { counts: Counts; isHidden?: boolean }) {
  const words = text.stock;
  return (
    <ul className={isHidden ? 'hidden-words' : 'stock-counts'} aria-label={words.totals}>
      {(['available', 'unavailable', 'open'] as const).map((name) => (
        <li key={name} className={counts[name] === 0 ? 'none' : ''}>
          {words[name]} <b data-testid={`stock-count-${name}`}>{counts[name]}</b>
        </li>
      ))}
    </ul>
  );
}
