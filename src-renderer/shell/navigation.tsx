import { canAnswerStock } from '../../src-preload/contract/market-facts';
import type { Text } from '../../src-preload/contract/text/ko';
import { chordsOf } from '../../src-preload/contract/shortcuts';
import type { Act } from '../../src-preload/contract/shortcuts';
import { taskCount } from '../../src-preload/contract/store-need';
import { chosenStatus, chosenStore, goTo, useAppState } from '../state/app-state';
import type { Place } from '../state/app-state';
import { useBookCounts } from '../state/book-counts';
import { useAppearance } from '../state/appearance';
import { text } from '../text';
import { keysOf, keyWords } from '../ui/act-keys';
import { LineIcon } from '../ui/shapes';
import type { ThingName } from '../ui/shapes';
import { DayBand } from './day-band';
import { EngineFoot } from './engine-foot';
import { OtherStores } from './other-stores';
import { shownPlaces } from './run-act';
import { StoreHead } from './store-head';

const shapes: Record<Place, ThingName> = {
  send: 'truck',
  log: 'log',
  orders: 'box',
  stock: 'shelf',
  insights: 'chart',
  settings: 'gear',
};

const placeActs: readonly Act[] = ['place-1', 'place-2', 'place-3', 'place-4', 'place-5', 'place-6'];

function hintOf(name: string, act: Act): string {
  const [first] = chordsOf(act);
  return first === undefined ? name : text.shortcuts.withKeys(name, keyWords(first));
}

function taskWords(
  place: Place,
  words: Text['shell']['nav'],
  { files, tasks, today, reviewsIn }: { files: number; tasks: number; today: number; reviewsIn: Place },
): string | undefined {
  if (place === 'orders' && today > 0) return text.book.band.nav(today);
  if (place === reviewsIn && files > 0) return words.inReview(files);
  if (place === 'log' && tasks > 0) return words.tasks(tasks);
  return undefined;
}

/** The column at the left: the store, the six places (재고 only with a BrightMall store), the outbox. Counts are of the seller's own tasks. */
export function Navigation({ filesInReview }: { filesInReview: number }) {
  const place = useAppState((state) => state.place);
  const stores = useAppState((state) => state.stores);
  const tasks = useAppState((state) => {
    const status = chosenStatus(state);
    return status ? taskCount(status) : 0;
  });
  const reviewsIn = useAppState((state): Place => {
    const store = chosenStore(state);
    return store && canAnswerStock(store) ? 'stock' : 'send';
  });
  const today = useBookCounts(({ counts }) => (counts?.filledAt === undefined ? 0 : counts.today));
  const zoom = useAppearance((state) => state.zoom);
  const words = text.shell.nav;
  return (
    <nav className="navigation" aria-label={words.label}>
      <StoreHead />
      <div className="places">
        {shownPlaces(stores).map((each, index) => {
          const task = taskWords(each, words, { files: filesInReview, tasks, today, reviewsIn });
          const act = placeActs[index];
          return (
            <button
              key={each}
              type="button"
              data-testid={`nav-${each}`}
              {...(act === undefined ? {} : { 'aria-keyshortcuts': keysOf(act), title: hintOf(words[each], act) })}
              aria-current={place === each ? 'page' : undefined}
              onClick={() => goTo(each)}
            >
              <LineIcon name={shapes[each]} />
              <span>{words[each]}</span>
              {task === undefined ? null : <small>{task}</small>}
            </button>
          );
        })}
      </div>
      <DayBand />
      <OtherStores />
      <EngineFoot />
      <output className="hidden-words" data-testid="zoom">
        {words.zoom(Math.round(zoom * 100))}
      </output>
    </nav>
  );
}
