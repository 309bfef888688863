import { bookTabs } from '../../../src-preload/contract/book/tabs';
import type { BookTab } from '../../../src-preload/contract/book/tabs';
import { figure } from '../../../src-preload/contract/text/numbers';
import { useBookCounts } from '../../state/book-counts';
import { text } from '../../text';
import { LineIcon } from '../../ui/shapes';
import { showBook, useBook } from './book/book-state';
import { openFind } from './find/find-sheet-state';

const words = text.book;
/** What waits for the seller. */
const tasks: ReadonlySet<BookTab> = new Set(['pull-out', 'untracked']);

/** The lists of the book with their counts, the search in all of it, and the way to orders outside it. */
export function BookTabs() {
  const shown = useBook((state) => state.shown.tab);
  const counts = useBookCounts((state) => state.counts?.tabs);
  return (
    <div className="book-tabs">
      <div className="book-tab-list" role="tablist" aria-label={words.tabsLabel}>
        {bookTabs.map((tab) => {
          const count = counts?.[tab] ?? 0;
          return (
            <button
              key={tab}
              type="button"
              role="tab"
              className="line-tab"
              aria-selected={shown === tab}
              data-testid={`orders-tab-${tab}`}
              data-count={count}
              onClick={() => showBook({ tab, filter: tab === 'sent' ? 'sent-week' : undefined, search: '' })}
            >
              {words.tabs[tab]}{' '}
              <span className={tasks.has(tab) && count > 0 ? 'num look' : 'num'}>{figure(count)}</span>
            </button>
          );
        })}
      </div>
      <span className="grow" />
      <Search />
      <button type="button" className="button plain" data-testid="orders-find-open" onClick={openFind}>
        {words.byNumber}
      </button>
    </div>
  );
}

function Search() {
  const search = useBook((state) => state.shown.search);
  return (
    <label className="log-search book-search">
      <LineIcon name="find" />
      <input
        className="input"
        type="search"
        data-testid="orders-search"
        placeholder={words.search}
        aria-label={words.searchLabel}
        value={search}
        onChange={({ target: { value } }) =>
          showBook(
            value.trim() === ''
              ? { search: '', tab: 'waiting', filter: undefined }
              : { search: value, tab: undefined, filter: undefined },
          )
        }
      />
    </label>
  );
}
