import { text } from '../text';
import { Icon } from './icons';
import type { IconName } from './icons';

interface Counts {
  available: number;
  unavailable: number;
  open: number;
}

const styles: Record<keyof Counts, { icon: IconName; tone: string }> = {
  available: { icon: 'check', tone: 'tone-good' },
  unavailable: { icon: 'octagon', tone: 'tone-bad' },
  open: { icon: 'ring', tone: '' },
};

/** The three figures of 재고. */
export function StockCounts({ counts }: { counts: Counts }) {
  const words = text.stock;
  return (
    <ul className="stock-counts" aria-label={words.totals}>
      {(['available', 'unavailable', 'open'] as const).map((name) => (
        <li key={name} className={`chip ${counts[name] > 0 ? styles[name].tone : ''}`}>
          <Icon name={styles[name].icon} />
          {words[name]}
          <b data-testid={`stock-count-${name}`}>{counts[name]}</b>
        </li>
      ))}
    </ul>
  );
}
