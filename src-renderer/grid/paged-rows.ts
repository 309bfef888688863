/** One answer of a source: the rows from `offset` on, and how many there are in all. */
export interface Page<Row> {
  rows: readonly Row[];
  total: number;
  /** The last so many of them are folded away: in the page, and neither seen nor walked. */
  foldedCount?: number;
}

type FetchPage<Row> = (offset: number, limit: number) => Promise<Page<Row> | undefined>;

/** Rows beyond those looked at whose page is asked for already: what is scrolled to has come by then. */
const rowsAhead = 40;
/** Pages kept next to those in view; beyond it the oldest are let go, so that 100,000 rows cost no more than 1,000. */
const keptPages = 40;

/**
 * The rows of a grid as the window keeps them: only pages that were looked at. The truth is elsewhere (SQLite or the
 * sheet worker); `refresh` reads the pages in view again without blanking them, so rows change in place.
 */
export class PagedRows<Row> {
  total = 0;
  foldedCount = 0;
  /** True once the first answer came. */
  known = false;
  #pages = new Map<number, readonly Row[]>();
  #asked = new Set<number>();
  #inView: readonly number[] = [0];
  #generation = 0;
  #version = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly fetchPage: FetchPage<Row>,
    readonly pageSize: number,
    /** Whether a row read again says the same: then the one that is drawn stays, and is not drawn again. */
    private readonly isSame: (one: Row, other: Row) => boolean = Object.is,
  ) {}

  /** The row at an index; undefined while its page is on the way. */
  at(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.pageSize))?.[index % this.pageSize];
  }

  /** The index of a row among those kept; -1 where none is. */
  find(wanted: (row: Row) => boolean): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex(wanted);
      if (at >= 0) return page * this.pageSize + at;
    }
    return -1;
  }

  /** Rows kept of the pages in view. */
  inView(): Row[] {
    return this.#inView.flatMap((page) => [...(this.#pages.get(page) ?? [])]);
  }

  /** Says which rows are looked at; what is missing of them is fetched. */
  look(first: number, last: number): void {
    const from = Math.max(0, Math.floor(first / this.pageSize));
    const to = Math.max(from, Math.floor(last / this.pageSize));
    this.#inView = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    for (const page of [...this.#inView, this.#pageAt(first - rowsAhead), this.#pageAt(last + rowsAhead)]) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) void this.#fetch(page);
    }
  }

  /** The page of a row, or of the nearest one there is. */
  #pageAt(index: number): number {
    return Math.floor(Math.max(0, Math.min(index, this.total - 1)) / this.pageSize);
  }

  /** Reads the pages in view again and forgets the others. */
  async refresh(): Promise<void> {
    this.#generation += 1;
    this.#asked.clear();
    for (const page of this.#pages.keys()) {
      if (!this.#inView.includes(page)) this.#pages.delete(page);
    }
    await Promise.all(this.#inView.map((page) => this.#fetch(page)));
  }

  /** Puts a newer row in the place of one that is kept. */
  replace(index: number, row: Row): void {
    const page = Math.floor(index / this.pageSize);
    const rows = this.#pages.get(page);
    if (!rows) return;
    this.#pages.set(page, rows.with(index % this.pageSize, row));
    this.#changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change; what React compares. */
  readonly version = (): number => this.#version;

  async #fetch(page: number): Promise<void> {
    this.#asked.add(page);
    const generation = this.#generation;
    const answer = await this.fetchPage(page * this.pageSize, this.pageSize);
    // An answer to an older question says nothing of the present order of rows.
    if (generation !== this.#generation) return;
    this.#asked.delete(page);
    if (!answer) return;
    this.#pages.set(page, this.#keepDrawn(page, answer.rows));
    this.total = answer.total;
    this.foldedCount = answer.foldedCount ?? 0;
    this.known = true;
    this.#letGo();
    this.#changed();
  }

  #keepDrawn(page: number, rows: readonly Row[]): readonly Row[] {
    const drawn = this.#pages.get(page);
    if (!drawn) return rows;
    return rows.map((row, at) => {
      const before = drawn[at];
      return before !== undefined && this.isSame(before, row) ? before : row;
    });
  }

  #letGo(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= keptPages) return;
      if (!this.#inView.includes(page)) this.#pages.delete(page);
    }
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
