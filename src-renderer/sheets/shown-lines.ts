import type { CheckedLine } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { LineFinder } from './find-lines';
import type { FindAsked, Found } from './find-lines';
import { actsOfGroup } from './group-acts';
import type { GroupActs } from './group-acts';
import type { BoxSpot, LineTab, Place } from './line-place';
import type { GroupRow, SheetCalls } from './protocol';
import { countRemarkKinds } from './remark-kinds';
import type { RemarkKind } from './remark-kinds';
import { groupRows, linesBetween } from './shown-rows';
import type { ShownGroup, ShownRows } from './shown-rows';
import { answerOf } from './summarise';

interface Lines {
  all(): readonly CheckedLine[];
  line(row: number): CheckedLine | undefined;
  place(checked: CheckedLine): Place;
  rules(): MarketRules;
  /** Comes before the others of its group: it is due today. */
  isUrgent(checked: CheckedLine): boolean;
}

/** A line as it is shown: which of those to look at it is, and its box. */
export interface ShownLine {
  checked: CheckedLine;
  nth?: number;
  box?: BoxSpot;
}

interface Shown extends ShownRows {
  tab: LineTab;
}

interface Head {
  members: readonly CheckedLine[];
  acts: GroupActs | undefined;
}

const noActs: GroupActs = { leaves: false };

/**
 * What the grid shows of a review's lines. Kept through edits, so that a mended row stays where it is until one looks
 * again; the heads of groups and the order of what is to be looked at follow every edit.
 */
export class ShownLines {
  #shown: Shown | undefined;
  /** Of the present lines; empty after a change. */
  readonly #heads = new Map<ShownGroup, Head>();
  #nths: Map<number, number> | undefined;
  readonly #finder = new LineFinder(
    (row) => this.lines.line(row),
    () => this.lines.rules(),
  );

  constructor(private readonly lines: Lines) {}

  /** The lines are others now. */
  forget(): void {
    this.#shown = undefined;
    this.changed();
  }

  /** Some lines say something else than before. */
  changed(): void {
    this.#heads.clear();
    this.#nths = undefined;
    this.#finder.changed();
  }

  /** Where words stand in the lines of the tab, those of folded groups too. */
  find(asked: FindAsked): Found {
    return this.#shown ? this.#finder.find(this.#shown, asked) : { hits: 0 };
  }

  /** The kinds of remarks that lines not yet dealt with have, and how many lines each. */
  remarkKinds(): RemarkKind[] {
    const open = this.lines.all().filter((checked) => this.lines.place(checked).kind !== 'done');
    return countRemarkKinds(open, this.lines.rules());
  }

  page(input: SheetCalls['page']['input']): { items: (ShownLine | GroupRow)[]; total: number; foldedCount: number } {
    const { offset, limit } = input;
    const shown = this.#gather(input);
    const items = shown.items.slice(offset, offset + limit).flatMap((item): (ShownLine | GroupRow)[] => {
      if (typeof item === 'number') return this.#lineAt(item, shown);
      return 'group' in item ? [item] : [this.#headOf(item)];
    });
    return { items, total: shown.items.length, foldedCount: shown.foldedCount };
  }

  /** The index of the next line to look at after `from`, or before it; from the other end after the last. */
  nextToLookAt(from: number, by: 1 | -1): number | undefined {
    const { items = [], foldedCount = 0 } = this.#shown ?? {};
    const count = items.length - foldedCount;
    for (let step = 1; step <= count; step += 1) {
      const at = (((from + by * step) % count) + count) % count;
      const item = items[at];
      if (typeof item === 'number' && this.#wantsLook(item)) return at;
    }
    return undefined;
  }

  /** The lines of rows as they are shown, from one place to another, at most so many; folded ones are not walked. */
  between(top: number, bottom: number, most?: number): { index: number; checked: CheckedLine }[] {
    return linesBetween(this.#shown, (row) => this.lines.line(row), { top, bottom, most });
  }

  /** The lines that still belong to a group. */
  membersOf(key: string): readonly CheckedLine[] {
    const group = this.#shown?.groups.find(({ place }) => place.key === key);
    return group ? this.#head(group).members : [];
  }

  #gather({ tab, renewed, others, unfolded, sort, remarks }: SheetCalls['page']['input']): Shown {
    if (!renewed && this.#shown?.tab === tab) return this.#shown;
    this.changed();
    const kinds = remarks && new Set(remarks);
    const isIn = (place: Place, checked: CheckedLine): boolean =>
      isInTab(tab, place, checked, this.lines.rules()) &&
      (kinds === undefined || (place.kind !== 'done' && checked.remarks.some(({ code }) => kinds.has(code))));
    const withOthers = kinds === undefined && (tab === 'all' || tab === 'others');
    const how = { others: withOthers ? others : 0, unfolded, ...(sort ? { sort } : {}) };
    this.#shown = { tab, ...groupRows(this.#placed(isIn), how, this.lines.rules()) };
    return this.#shown;
  }

  *#placed(isIn: (place: Place, checked: CheckedLine) => boolean): Generator<{ checked: CheckedLine; place: Place }> {
    const later: { checked: CheckedLine; place: Place }[] = [];
    for (const checked of this.lines.all()) {
      const place = this.lines.place(checked);
      if (!isIn(place, checked)) continue;
      if (this.lines.isUrgent(checked)) yield { checked, place };
      else later.push({ checked, place });
    }
    yield* later;
  }

  #lineAt(row: number, { boxes }: Shown): ShownLine[] {
    const checked = this.lines.line(row);
    if (!checked) return [];
    const nth = this.#order().get(row);
    const box = boxes.get(row);
    return [{ checked, ...(nth === undefined ? {} : { nth }), ...(box ? { box } : {}) }];
  }

  #wantsLook(row: number): boolean {
    const checked = this.lines.line(row);
    const kind = checked && this.lines.place(checked).kind;
    return kind === 'look' || kind === 'open';
  }

  /** Which of those to look at each such row is, counted from 1. */
  #order(): ReadonlyMap<number, number> {
    if (this.#nths) return this.#nths;
    const order = new Map<number, number>();
    for (const { place, rows } of this.#shown?.groups ?? []) {
      if (place.kind === 'look' || place.kind === 'open')
        for (const row of rows) if (this.#wantsLook(row)) order.set(row, order.size + 1);
    }
    this.#nths = order;
    return order;
  }

  #head(group: ShownGroup): Head {
    const known = this.#heads.get(group);
    if (known) return known;
    const members = group.rows.flatMap((row) => {
      const checked = this.lines.line(row);
      return checked && this.#stillIn(group.place, checked) ? [checked] : [];
    });
    const { kind, code } = group.place;
    const offers = (kind === 'look' || kind === 'open') && code !== undefined;
    const head = { members, acts: offers ? actsOfGroup(members, code, this.lines.rules()) : undefined };
    this.#heads.set(group, head);
    return head;
  }

  #stillIn({ kind, key, code }: Place, checked: CheckedLine): boolean {
    const now = this.lines.place(checked);
    // One group for all sentences of a code is known by the code.
    return now.kind === kind && (now.key === key || (code === key && now.code === code));
  }

  #headOf(group: ShownGroup): GroupRow {
    const { kind, key, code, level, title } = group.place;
    const { members, acts = noActs } = this.#head(group);
    return {
      group: key,
      kind,
      lines: members.length,
      unfolded: group.unfolded,
      ...(code === undefined ? {} : { code }),
      ...(level === undefined ? {} : { level }),
      ...(title === undefined ? {} : { title }),
      ...(key === 'available' ? { amount: amountOf(members) } : {}),
      ...acts,
    };
  }
}

/** Whether a line belongs to a part of the sentence; one that answers a question of stock is in two of them. */
function isInTab(tab: LineTab, { kind }: Place, checked: CheckedLine, { stock }: MarketRules): boolean {
  if (tab === 'available' || tab === 'unavailable')
    return kind !== 'done' && kind !== 'out' && answerOf(checked, stock) === tab;
  return tab === 'all' || kind === (tab === 'send' ? 'ready' : tab);
}

function amountOf(lines: readonly CheckedLine[]): number {
  return lines.reduce(
    (sum, { job }) => sum + (job?.values.kind === 'stock' ? (job.values.stock.price?.total ?? 0) : 0),
    0,
  );
}
