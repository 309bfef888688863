import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { storeNeed } from '../../src-preload/contract/store-need';
import type { StoreNeed } from '../../src-preload/contract/store-need';
import { StateShape } from '../ui/shapes';
import { needBeside } from '../../src-preload/contract/text/ko/needs';
import { text } from '../text';
import { chooseStore, useAppState } from '../state/app-state';

interface Needy {
  store: Store;
  need: StoreNeed;
}

/** The stores that need the seller, in their order. */
export function storesInNeed(stores: readonly Store[], statuses: readonly StoreStatus[]): Needy[] {
  return stores.flatMap((store) => {
    const status = statuses.find(({ storeId }) => storeId === store.id);
    const need = status === undefined ? undefined : storeNeed(status);
    return need === undefined ? [] : [{ store, need }];
  });
}

/** Which other stores need something: a store that has stopped must be seen while one looks at another. */
export function OtherStores() {
  const stores = useAppState((state) => state.stores);
  const statuses = useAppState((state) => state.statuses);
  const chosen = useAppState((state) => state.chosen);
  const inNeed = storesInNeed(stores, statuses);
  const others = inNeed.filter(({ store }) => store.id !== chosen);
  if (others.length === 0) return null;
  return (
    <div className="other-stores" role="group" aria-label={text.needs.others}>
      {others.map(({ store, need }) => (
        <button
          key={store.id}
          type="button"
          data-testid="other-store"
          data-store={store.id}
          data-need={need.is}
          onClick={() => void chooseStore(store.id)}
        >
          <StateShape name={need.is === 'tasks' ? 'held' : 'look'} size={12} />
          <span>{needBeside(store.label, need)}</span>
        </button>
      ))}
    </div>
  );
}
