import { text } from '../text';

interface Counts {
  available: number;
  unavailable: number;
  open: number;
}

/** The three figures of 재고. They are answers, nothing the market has: no tick and no red. */
export function StockCounts({ counts }: { counts: Counts }) {
  const words = text.stock;
  return (
    <ul className="stock-counts" aria-label={words.totals}>
      {(['available', 'unavailable', 'open'] as const).map((name) => (
        <li key={name} className={counts[name] === 0 ? 'none' : ''}>
          {words[name]} <b data-testid={`stock-count-${name}`}>{counts[name]}</b>
        </li>
      ))}
    </ul>
  );
}
