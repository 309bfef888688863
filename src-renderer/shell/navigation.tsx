import type { Text } from '../../src-preload/contract/text/ko';
import { canAnswerStock } from '../../src-preload/contract/market-facts';
import { text } from '../text';
import { taskCount } from '../../src-preload/contract/store-need';
import { chosenStatus, goTo, places, useAppState } from '../state/app-state';
import { useAppearance } from '../state/appearance';
import { OtherStores } from './other-stores';
import type { Place } from '../state/app-state';

const shapes: Record<Place, string> = {
  send: 'M2 5h9v8H2zM11 8h4l3 3v2h-7zM5 16a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 5 16m9 0a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  log: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h4',
  orders: 'M3 6l7-3 7 3v8l-7 3-7-3zM3 6l7 3 7-3M10 9v8',
  stock: 'M3 4h14v4H3zM4 8h12v9H4zM8 11h4',
  insights: 'M4 17V9M10 17V4M16 17v-6M2 17h16',
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M13 6a2 2 0 1 0 0-.1M7 14a2 2 0 1 0 0-.1',
};

function taskWords(place: Place, words: Text['shell']['nav'], files: number, tasks: number): string | undefined {
  if (place === 'send' && files > 0) return words.inReview(files);
  if (place === 'log' && tasks > 0) return words.tasks(tasks);
  return undefined;
}

/** The six places; 재고 only with a BrightMall store. Counts are of the seller's own tasks. */
export function Navigation({ filesInReview }: { filesInReview: number }) {
  const place = useAppState((state) => state.place);
  const hasStock = useAppState((state) => state.stores.some(canAnswerStock));
  const tasks = useAppState((state) => {
    const status = chosenStatus(state);
    return status ? taskCount(status) : 0;
  });
  const zoom = useAppearance((state) => state.zoom);
  const words = text.shell.nav;
  return (
    <nav className="navigation" aria-label={words.label}>
      <p className="name">{text.shell.appName}</p>
      {places
        .filter((each) => each !== 'stock' || hasStock)
        .map((each) => {
          const task = taskWords(each, words, filesInReview, tasks);
          return (
            <button
              key={each}
              type="button"
              data-testid={`nav-${each}`}
              aria-current={place === each ? 'page' : undefined}
              onClick={() => goTo(each)}
            >
              <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <path d={shapes[each]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
              </svg>
              {words[each]}
              {task === undefined ? null : <small>{task}</small>}
            </button>
          );
        })}
      <OtherStores />
      <output className="hidden-words" data-testid="zoom">
        {words.zoom(Math.round(zoom * 100))}
      </output>
    </nav>
  );
}
