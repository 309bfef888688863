import { PagedRows } from '../../grid/paged-rows';
import type { LineTab } from '../../sheets/line-place';
import type { ReviewItem, SheetCalls } from '../../sheets/protocol';
import { withNearOrders } from './near-orders';
import type { ReviewState } from './reviews-state';

type Page = SheetCalls['page'];

interface Source {
  /** Asks the worker; rejects when it broke or was ended. */
  ask(input: Page['input']): Promise<Page['output']>;
  /** The review whose lines these are; undefined once it is gone. */
  about(): Pick<ReviewState, 'storeId' | 'reading' | 'sort' | 'remarks'> | undefined;
}

const rowsPerPage = 100;
/** ms for which rows are held at most: a slow disk does not keep them from the seller. */
const longestHeldMs = 300;

/** The rows of a review as its grid shows them: of one tab, with calm groups folded or not. */
export class ReviewRows {
  #tab: LineTab = 'all';
  #isStale = true;
  #unfolded: Record<string, boolean> = {};
  #rows: PagedRows<ReviewItem>;
  #asked: Promise<unknown> = Promise.resolve();
  #held: Promise<void> = Promise.resolve();
  #letGo: () => void = () => undefined;
  /** The present rows were asked for. */
  #isAsked = false;

  constructor(private readonly source: Source) {
    this.#rows = this.#newRows();
  }

  get paged(): PagedRows<ReviewItem> {
    return this.#rows;
  }

  /** Shows a tab, or the same one, from its first row, gathered again. */
  showTab(tab = this.#tab): void {
    // In a tab of their own lines of other malls are what one came for, whatever was folded elsewhere.
    if (tab !== this.#tab) delete this.#unfolded['others'];
    this.#tab = tab;
    this.#isStale = true;
    this.#rows = this.#newRows();
    this.#rows.look(0, 0);
  }

  /** The lines are others now: groups stand as suits them. */
  begin(): void {
    this.#unfolded = {};
    this.showTab();
  }

  /** Rows of which none was drawn yet wait until they are let go, so that they are drawn once, with all that is known of them. */
  hold(): void {
    if (this.#isAsked) return;
    this.#held = new Promise((resolve) => {
      const timer = setTimeout(resolve, longestHeldMs);
      this.#letGo = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Answers whether they were asked for before: they lack what was learnt meanwhile. */
  letGo(): boolean {
    this.#letGo();
    return this.#isAsked;
  }

  /** Resolves when the page that was asked for last is there. */
  async arrived(): Promise<void> {
    await this.#asked;
  }

  /** Reads the rows again where they stand: a mended row stays in its place. */
  refresh(): Promise<void> {
    return this.#rows.refresh();
  }

  /** Gathers the rows again without going back to the first one. */
  gather(): Promise<void> {
    this.#isStale = true;
    return this.#rows.refresh();
  }

  unfold(group: string, unfolded: boolean): Promise<void> {
    this.#unfolded[group] = unfolded;
    return this.gather();
  }

  #newRows(): PagedRows<ReviewItem> {
    this.#isAsked = false;
    const fetchPage = (offset: number, limit: number): Promise<Page['output'] | undefined> => {
      const page = this.#page(offset, limit);
      this.#asked = page;
      return page;
    };
    return new PagedRows<ReviewItem>(fetchPage, rowsPerPage, isSameRow);
  }

  async #page(offset: number, limit: number): Promise<Page['output'] | undefined> {
    await this.#held;
    const about = this.source.about();
    if (!about) return undefined;
    this.#isAsked = true;
    const renewed = this.#isStale;
    this.#isStale = false;
    const { storeId, reading, sort, remarks } = about;
    const input = {
      tab: this.#tab,
      offset,
      limit,
      renewed,
      others: reading?.skipped.otherMalls ?? 0,
      unfolded: { ...this.#unfolded },
      ...(sort ? { sort } : {}),
      ...(remarks ? { remarks } : {}),
    };
    const page = await this.source.ask(input).catch(() => undefined);
    return page && { ...page, rows: await withNearOrders(storeId, page.rows) };
  }
}

/** Rows cross from the worker as copies; what they say decides. */
function isSameRow(one: ReviewItem, other: ReviewItem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
