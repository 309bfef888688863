import { freedByTickOf, staysBecause } from '../../src-preload/contract/check/goes-out';
import type { Fix } from '../../src-preload/contract/check/fixes';
import type { TickGroup } from '../../src-preload/contract/check/remark-codes';
import { patchBetween } from '../../src-preload/contract/check/line-patch';
import type { LineSide } from '../../src-preload/contract/check/line-patch';
import { createReview } from '../../src-preload/contract/check/review';
import type { LineChange, Review } from '../../src-preload/contract/check/review';
import type { CheckedLine, EarlierJob, KnownBefore, Line, Remark } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { marketRules } from '../../src-preload/contract/markets/rules';
import { askCourier, namesNoCourier } from './asked-courier';
import { isAlreadyHandled } from './already-handled';
import { changeFor, changesForAll, representBy } from './fix-changes';
import { placeOf } from './line-place';
import type { Place } from './line-place';
import type { Basis, Changed, ReviewItem, ReviewRow, SheetCalls, Summary } from './protocol';
import { changesOf, textOf, tickAll } from './range-changes';
import type { RangeAct, TickedLine } from './range-changes';
import { ShownLines } from './shown-lines';
import type { ShownLine } from './shown-lines';
import { summarise } from './summarise';
import { waitsForAnswer } from './waiting';

/**
 * The lines of one sheet under review: their remarks come from the contract's check, what is added here is what the
 * screen needs of them (tabs, pages, figures) and the acts that touch several lines.
 */
export class ReviewModel {
  #review: Review;
  readonly #histories = new Map<number, EarlierJob>();
  #courierTexts: Map<string, number> | undefined;
  #operation: Basis['operation'];
  #rules: MarketRules;
  /** No line names a courier, and none was chosen for all: asked once. */
  #asksCourier: boolean;
  readonly #shown = new ShownLines({
    all: () => this.#review.lines(),
    line: (row) => this.#review.line(row),
    place: (checked) => this.#place(checked),
    rules: () => this.#rules,
    isUrgent: ({ line: { row } }) => this.#review.bookLine(row)?.isDueToday === true,
  });

  constructor(lines: readonly Line[], basis: Basis, wholeCourier: string | undefined) {
    this.#operation = basis.operation;
    this.#rules = marketRules[basis.market];
    this.#asksCourier = asksCourier(lines, basis, wholeCourier);
    this.#review = createReview(lines, contextOf(basis, wholeCourier));
    this.#review.markLost();
  }

  /** All lines, or those from one place in their order up to another. */
  lines(from?: number, to?: number): Line[] {
    return this.#review.lines(from, to).map(({ line }) => line);
  }

  /** Checks everything again under another basis. */
  recheck(basis: Basis, wholeCourier: string | undefined): Summary {
    this.#operation = basis.operation;
    this.#rules = marketRules[basis.market];
    this.#asksCourier = asksCourier(this.lines(), basis, wholeCourier);
    const uses = this.#review.earlierUses();
    const books = this.#review.bookLines();
    this.#review = createReview(this.lines(), contextOf(basis, wholeCourier));
    this.#review.learnUses(uses);
    this.#review.learnBook(books);
    this.#shown.forget();
    return this.summary();
  }

  /** What is known of lines from before; of `rows` nothing else is any more. */
  learn({ earlierJobs, earlierUses, bookLines = [] }: KnownBefore, rows: readonly number[]): void {
    this.#shown.changed();
    this.#review.learnUses(earlierUses, rows);
    this.#review.learnBook(bookLines, rows);
    for (const row of rows) this.#histories.delete(row);
    for (const earlierJob of earlierJobs) {
      // A line may have gone to the outbox while it was asked about.
      if (this.#review.line(earlierJob.row)) this.#histories.set(earlierJob.row, earlierJob);
    }
  }

  summary(): Summary {
    const lines = this.#review.lines();
    const courier = this.#asksCourier ? askCourier(lines) : undefined;
    return {
      ...summarise(
        lines,
        (checked) => this.#stays(checked),
        this.#review.file(),
        this.#histories,
        (checked) => this.#waits(checked),
        this.#rules,
      ),
      ...(courier === undefined ? {} : { asksCourier: courier }),
    };
  }

  page(input: SheetCalls['page']['input']): SheetCalls['page']['output'] {
    const { items, total, foldedCount } = this.#shown.page(input);
    const rows = items.flatMap((item): ReviewItem[] => ('group' in item ? [item] : [this.#rowOf(item)]));
    return { rows, total, foldedCount };
  }

  seek({ from, by }: SheetCalls['seek']['input']): SheetCalls['seek']['output'] {
    return { at: this.#shown.nextToLookAt(from, by) };
  }

  find(asked: SheetCalls['find']['input']): SheetCalls['find']['output'] {
    return this.#shown.find(asked);
  }

  remarkKinds(): SheetCalls['remarkKinds']['output'] {
    return this.#shown.remarkKinds();
  }

  /** Takes out the lines of a group as it is shown. */
  leaveOut({ group }: SheetCalls['leaveOut']['input']): Changed {
    const rows = this.#shown.membersOf(group);
    return this.change(rows.map(({ line }) => ({ row: line.row, change: { chosen: false } })));
  }

  change(changes: readonly { row: number; change: LineChange }[]): Changed {
    this.#courierTexts = undefined;
    // A stock answer may be repeated: one that was changed is another wish, and the earlier one says nothing of it.
    if (this.#operation === 'stock')
      for (const { row, change } of changes) if (change.cells) this.#histories.delete(row);
    return this.#replace(changes, () => this.#review.changeAll(changes));
  }

  /** Puts one side of an edit back; rows that are not under review any more (they were sent) stay out of it. */
  putBack(sides: readonly { row: number; side: LineSide }[]): Changed {
    this.#courierTexts = undefined;
    return this.#replace(sides, () => this.#review.putBack(sides));
  }

  #replace(named: readonly { row: number }[], replace: () => CheckedLine[]): Changed {
    const before = new Map(named.map(({ row }) => [row, this.#review.line(row)?.line]));
    this.#shown.changed();
    const lines = replace().flatMap(({ line }) => (before.has(line.row) ? [line] : []));
    const patches = lines.flatMap((line) => {
      const earlier = before.get(line.row);
      return (earlier && patchBetween(earlier, line)) ?? [];
    });
    return { lines, patches, summary: this.summary() };
  }

  /** An act on the rows of a range as they are shown now. */
  range(act: RangeAct): SheetCalls['range']['output'] {
    const shown =
      act.do === 'paste'
        ? this.#linesShown(act.top, Infinity, act.table.length)
        : this.#linesShown(act.top, act.bottom);
    const changes = changesOf(
      act,
      shown.map(({ checked }) => this.#asTicked(checked)),
    );
    const beyond = act.do === 'paste' ? act.table.length - shown.length : 0;
    return { ...this.change(changes), bottom: shown.at(-1)?.index ?? act.top, beyond };
  }

  /** Ticks every line that goes by the rule, or takes all ticks away. */
  tickAll(): Changed {
    const open = this.#review.lines().filter((checked) => !this.#isDealt(checked));
    return this.change(tickAll(open.map((checked) => this.#asTicked(checked))));
  }

  /** Cells of rows as they are shown now. */
  rangeText({ top, bottom, fields }: SheetCalls['rangeText']['input']): string {
    return textOf(
      this.#linesShown(top, bottom).map(({ checked }) => checked.line),
      fields,
    );
  }

  #asTicked(checked: CheckedLine): TickedLine {
    const hasEarlierJob = this.#histories.has(checked.line.row);
    return { checked, goes: this.#stays(checked) === undefined, hasEarlierJob };
  }

  #linesShown(top: number, bottom: number, most?: number): { index: number; checked: CheckedLine }[] {
    return this.#shown.between(top, bottom, most);
  }

  /** Does what a remark offers: for one line, or for every line that offers the very same. */
  fix(row: number, remark: Remark, fix: Fix, all: boolean): Changed {
    if (fix.do === 'represent') return this.change(representBy(this.#review.lines(), row, remark));
    const change = changeFor(fix);
    if (!change) return { lines: [], patches: [], summary: this.summary() };
    const open = all ? this.#review.lines().filter((checked) => !this.#isDealt(checked)) : [];
    return this.change(all ? changesForAll(open, remark, fix, this.#rules) : [{ row, change }]);
  }

  /** Writes one courier over every line whose courier cell has the same text as this row's. */
  sameCourier(row: number, value: string): Changed {
    const text = this.#review.line(row)?.line.cells.courier;
    const rows = this.#review.lines().flatMap(({ line }) => (line.cells.courier === text ? [line.row] : []));
    return this.change(rows.map((each) => ({ row: each, change: { cells: { courier: value } } })));
  }

  /** Ticks, or unticks, the lines that wait for a group of warnings and for nothing else. */
  tick(group: TickGroup, chosen: boolean): Changed {
    const rows = this.#review
      .lines()
      .filter(({ remarks, level }) => level !== 'error' && freedByTickOf(remarks) === group)
      .filter((checked) => !this.#isDealt(checked));
    return this.change(rows.map(({ line }) => ({ row: line.row, change: { chosen: chosen ? true : null } })));
  }

  /** Rows hidden in the workbook: left out, or treated like all others. */
  hidden(chosen: boolean): Changed {
    const rows = this.#review.lines().filter(({ line }) => line.hidden === true);
    return this.change(rows.map(({ line }) => ({ row: line.row, change: { chosen: chosen ? null : false } })));
  }

  /** One dispatch date for every line that was not taken out. */
  dateAll(date: string): Changed {
    const open = this.#review.lines().filter(({ line }) => line.chosen !== false);
    return this.change(open.map(({ line }) => ({ row: line.row, change: { cells: { dispatchDate: date } } })));
  }

  /** Answers the stock lines that do not answer yet and were not taken out. */
  answerOpen(available: string): Changed {
    const open = this.#review
      .lines()
      .filter(
        ({ line }) =>
          line.chosen !== false && this.#rules.stock.resolveAvailable(line.cells.available ?? '') === undefined,
      );
    return this.change(open.map(({ line }) => ({ row: line.row, change: { cells: { available } } })));
  }

  #isDealt(checked: CheckedLine): boolean {
    return isAlreadyHandled(checked, this.#histories.get(checked.line.row));
  }

  #waits(checked: CheckedLine): boolean {
    return waitsForAnswer(checked, this.#asksCourier);
  }

  #stays(checked: CheckedLine): ReviewRow['staysBecause'] {
    if (checked.line.chosen !== false && this.#isDealt(checked)) return 'earlier-job';
    const why = staysBecause(checked);
    if (why !== undefined) return why;
    return this.#histories.has(checked.line.row) && checked.line.chosen !== true ? 'earlier-job' : undefined;
  }

  #place(checked: CheckedLine): Place {
    return placeOf(checked, this.#histories.get(checked.line.row), this.#waits(checked), this.#rules);
  }

  #rowOf({ checked, nth, box }: ShownLine): ReviewRow {
    const earlierJob = this.#histories.get(checked.line.row);
    const book = this.#review.bookLine(checked.line.row);
    const because = this.#stays(checked);
    const { kind, code } = this.#place(checked);
    return {
      checked,
      kind,
      ...(code === undefined ? {} : { code }),
      ...(nth === undefined ? {} : { nth }),
      ...(box ? { box } : {}),
      sameCourier: this.#countCouriers().get(checked.line.cells.courier ?? '') ?? 1,
      ...(earlierJob ? { earlierJob } : {}),
      ...(book ? { book } : {}),
      ...(this.#isDealt(checked) ? { handled: true } : this.#waits(checked) ? { waits: true } : {}),
      ...(because ? { staysBecause: because } : {}),
    };
  }

  #countCouriers(): Map<string, number> {
    if (this.#courierTexts) return this.#courierTexts;
    const counts = new Map<string, number>();
    for (const { line } of this.#review.lines()) {
      const text = line.cells.courier ?? '';
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    this.#courierTexts = counts;
    return counts;
  }
}

function asksCourier(lines: readonly Line[], basis: Basis, wholeCourier: string | undefined): boolean {
  return basis.operation === 'dispatch' && wholeCourier === undefined && namesNoCourier(lines);
}

function contextOf(basis: Basis, wholeCourier: string | undefined): Parameters<typeof createReview>[1] {
  const { market, operation, couriers, now } = basis;
  return {
    rules: marketRules[market],
    operation,
    couriers,
    now,
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
  };
}
