import { useEffect } from 'react';
import type { ComponentType, PointerEvent } from 'react';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import type { BookTab } from '../../../src-preload/contract/book/tabs';
import type { Store } from '../../../src-preload/contract/store';
import { chosenStore, goTo, useAppState } from '../../state/app-state';
import { useBookCounts } from '../../state/book-counts';
import { useWantedBook } from '../../state/open-book';
import { text } from '../../text';
import { HoldDialog } from '../../ui/job/hold-dialog';
import { AddressPart } from './address-part';
import { BookPlace } from './book/book-place';
import { BookSay, showFilter } from './book-say';
import { followBook, showBook, showBookOf, useBook } from './book/book-state';
import { BookTabs } from './book-tabs';
import { DelayDialog } from './book/delay-dialog';
import { FormPlace } from './forms/form-place';
import { useForm } from './forms/form-state';
import { FindSheet } from './find/find-sheet';
import { closeFind } from './find/find-sheet-state';
import { KeepQuestion } from './keep-question';
import { MorningSteps } from './morning-steps';
import { readOrders, showOrdersOf } from './find/orders-state';
import { PullOutTab } from './pull-out/pull-out-tab';
import { SentTab } from './sent/sent-tab';
import { UntrackedSay, UntrackedTab } from './sent/untracked-tab';

/** 주문: what is due, by due date, with what is done about it in the morning; and orders outside the book by number. */
export function OrdersScreen() {
  const store = useAppState(chosenStore);
  const storeId = store !== undefined && hasOrders(store) ? store.id : undefined;
  useEffect(() => {
    showBookOf(storeId);
    showOrdersOf(storeId);
    readOrders(true);
    return storeId === undefined ? undefined : followBook(storeId);
  }, [storeId]);
  useTakeWanted();
  if (store === undefined || storeId === undefined) {
    return (
      <div className="place">
        <h1>{text.orders.title}</h1>
        <p>{text.orders.noStore}</p>
        <button type="button" className="button primary" onClick={() => goTo('settings')}>
          {text.orders.toSettings}
        </button>
      </div>
    );
  }
  return <OrdersOf store={store} />;
}

const tabScreens: Record<BookTab, ComponentType> = {
  new: BookPlace,
  waiting: BookPlace,
  'pull-out': PullOutTab,
  sent: SentTab,
  untracked: UntrackedTab,
};

function OrdersOf({ store }: { store: Store }) {
  const tab = useBook((state) => state.shown.tab);
  const Tab = tab === undefined ? BookPlace : tabScreens[tab];
  useFirstTab();
  const form = useForm();
  if (form.open && form.storeId === store.id) return <FormPlace storeId={store.id} />;
  return (
    <div className="orders" onPointerDownCapture={closeFindOutside}>
      {tab === 'untracked' ? <UntrackedSay /> : <BookSay />}
      {tab === undefined || tab === 'new' || tab === 'waiting' ? <MorningSteps storeId={store.id} /> : null}
      <KeepQuestion />
      <AddressPart key={`address ${store.id}`} storeId={store.id} />
      <BookTabs />
      <Tab />
      <FindSheet store={store} />
      <DelayDialog />
      <HoldDialog />
    </div>
  );
}

/** A press next to 번호로 찾기 closes it. */
function closeFindOutside({ target }: PointerEvent): void {
  if (target instanceof Element && target.closest('.find-sheet, [data-testid=orders-find-open]') === null) closeFind();
}

/** What another place asked for is listed, once. */
function useTakeWanted(): void {
  const wanted = useWantedBook((state) => state.wanted);
  useEffect(() => {
    if (wanted === undefined) return;
    closeFind();
    if (wanted.filter === undefined) showBook({ tab: wanted.tab, filter: undefined, search: '' });
    else showFilter(wanted.filter);
    useWantedBook.setState({ wanted: undefined });
  }, [wanted]);
}

/** In the morning nothing waits for a number yet: what is new is shown first then. */
function useFirstTab(): void {
  const counts = useBookCounts((state) => state.counts?.tabs);
  const isUntouched = useBook((state) => !state.isChosen && state.shown.tab === 'waiting');
  useEffect(() => {
    if (isUntouched && counts !== undefined && counts.waiting === 0 && counts.new > 0) {
      showBook({ tab: 'new' });
      useBook.setState({ isChosen: false });
    }
  }, [isUntouched, counts]);
}
