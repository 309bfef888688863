import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { readTsv, writeTsv } from '../../src-preload/contract/tsv';
import { shortcutLetter } from './grid-key';
import type { Column } from './grid-row';
import type { PagedRows } from './paged-rows';
import { planPaste, withKeys } from './range-acts';
import type { RangeActs } from './range-acts';
import { isWide, rangeOf } from './selection';
import type { CellRange, Selection } from './selection';

interface Options<Item, Row> {
  acts: RangeActs | undefined;
  selection: Selection | undefined;
  select(next: Selection): void;
  rows: PagedRows<Item>;
  rowOf(item: Item): Row | undefined;
  columns: readonly Column<Row>[];
}

/** What a grid takes before its cells do, while the active one is not edited: keys, boxes and the clipboard of a range. */
interface RangeEvents {
  onKeyDownCapture(event: KeyboardEvent): void;
  onClickCapture(event: MouseEvent): void;
  onCopyCapture(event: ClipboardEvent): void;
  onCutCapture(event: ClipboardEvent): void;
  onPasteCapture(event: ClipboardEvent): void;
}

/** The acts of a grid on its selected cells, as handlers of its rows' events; none where nothing is selected. */
export function useRangeActs<Item, Row>(options: Options<Item, Row>): Partial<RangeEvents> {
  const { acts, selection, select, rows, rowOf, columns } = options;
  if (!acts || !selection) return {};
  const range = rangeOf(selection);
  const wide = isWide(range);
  const editable = withKeys(range, columns, (column) => column.editable === true);
  const copied = columns.slice(range.left, range.right + 1).filter((column) => column.value !== undefined);
  const active = columns[selection.active.column];

  /** Does an act on the cells of the range that can be typed into; says so where there is none. */
  function edit(act: () => void): void {
    const [first] = columns.slice(range.left, range.right + 1);
    if (editable.keys.length > 0) act();
    else if (first) acts?.refuse(first.key);
  }

  function copy(event: ClipboardEvent): boolean {
    if (isElsewhere(event.target) || copied.length === 0) return false;
    take(event);
    const cells = cellsOf(range, rows, rowOf, copied);
    if (cells) event.clipboardData.setData('text/plain', writeTsv(cells));
    else void copyFromSource();
    return true;
  }

  /** Of rows that are not in the page the text comes from where they are. */
  async function copyFromSource(): Promise<void> {
    const words = await acts?.copy({ top: range.top, bottom: range.bottom, keys: copied.map(({ key }) => key) });
    if (words !== undefined) await navigator.clipboard.writeText(words);
  }

  async function paste(keys: readonly string[], table: readonly (readonly string[])[]): Promise<void> {
    const bottom = await acts?.paste(range.top, keys, table);
    if (bottom === undefined) return;
    const from = { row: range.top, column: range.left };
    select({ active: from, from, end: { row: bottom, column: range.left + keys.length - 1 } });
  }

  return {
    onKeyDownCapture(event) {
      if (event.nativeEvent.isComposing || event.keyCode === 229 || isElsewhere(event.target)) return;
      const command = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key === 'Delete' && !command && (wide || active?.editable !== true)) {
        take(event);
        edit(() => acts.clear(editable));
      } else if (shortcutLetter(event) === 'd' && !event.shiftKey) {
        take(event);
        // One row takes what stands above it, as in Excel.
        const top = range.top === range.bottom ? Math.max(0, range.top - 1) : range.top;
        edit(() => acts.fillDown({ ...editable, top }));
      } else if (event.key === ' ' && !command && active?.editable !== true && !isButton(event.target)) {
        take(event);
        acts.tick(range.top, range.bottom, undefined);
      }
    },
    onClickCapture(event) {
      const box = event.target;
      if (!event.shiftKey || !wide || !(box instanceof HTMLInputElement) || box.type !== 'checkbox') return;
      // Until the click is taken back, the box shows what it would be.
      const ticked = box.checked;
      take(event);
      acts.tick(range.top, range.bottom, ticked);
    },
    onCopyCapture: copy,
    onCutCapture(event) {
      if (copy(event)) edit(() => acts.clear(editable));
    },
    onPasteCapture(event) {
      if (isElsewhere(event.target) || event.clipboardData.files.length > 0) return;
      const plan = planPaste(readTsv(event.clipboardData.getData('text/plain')), range, columns);
      take(event);
      if (plan.do === 'write') void paste(plan.keys, plan.table);
      else if (plan.do === 'refuse') acts.refuse(plan.key);
      // Nothing that is text: perhaps a table of a page.
      else acts.openTable(event.clipboardData);
    },
  };
}

function take(event: KeyboardEvent | MouseEvent | ClipboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The cells of a range, where all its rows are in the page. */
function cellsOf<Item, Row>(
  { top, bottom }: CellRange,
  rows: PagedRows<Item>,
  rowOf: (item: Item) => Row | undefined,
  columns: readonly Column<Row>[],
): string[][] | undefined {
  const cells: string[][] = [];
  for (let index = top; index <= bottom; index += 1) {
    const item = rows.at(index);
    if (item === undefined) return undefined;
    const row = rowOf(item);
    // The head of a group is no row of the sheet.
    if (row !== undefined) cells.push(columns.map((column) => column.value?.(row) ?? ''));
  }
  return cells;
}

/** What is being edited, or a part of the grid that is no cell, has keys and a clipboard of its own. */
function isElsewhere(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.cell-input.editing, [data-keeps-keys], .picker') !== null;
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, select, a') !== null;
}
