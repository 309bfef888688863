import { create } from 'zustand';
import type { BookFilter, BookTab } from '../../src-preload/contract/book/tabs';
import { goTo } from './app-state';

interface WantedBook {
  tab?: BookTab;
  filter?: BookFilter;
}

/** The list another place asked 주문 for; 주문 takes each new one over. */
export const useWantedBook = create<{ wanted: WantedBook | undefined }>()(() => ({ wanted: undefined }));

/** Leads to 주문 with only these listed. */
export function openBookOn(wanted: WantedBook): void {
  useWantedBook.setState({ wanted });
  goTo('orders');
}
