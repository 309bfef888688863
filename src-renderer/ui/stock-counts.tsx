import { text } from '../text';
import { Mark } from './icons';
import type { IconName } from './icons';

interface Counts {
  available: number;
  unavailable: number;
  open: number;
}

const looks: Record<keyof Counts, { mark: IconName; tone: string }> = {
  available: { mark: 'check', tone: 'tone-good' },
  unavailable: { mark: 'octagon', tone: 'tone-bad' },
  open: { mark: 'ring', tone: '' },
};

/** The three figures of 재고. */
export function StockCounts({ counts }: { counts: Counts }) {
  const words = text.stock;
  return (
    <ul className="stock-counts" aria-label={words.totals}>
      {(['available', 'unavailable', 'open'] as const).map((name) => (
        <li key={name} className={`chip ${counts[name] > 0 ? looks[name].tone : ''}`}>
          <Mark name={looks[name].mark} />
          {words[name]}
          <b data-testid={`stock-count-${name}`}>{counts[name]}</b>
        </li>
      ))}
    </ul>
  );
}
