import { fixesOf } from '../../../src-preload/contract/check/fixes';
import type { Fix } from '../../../src-preload/contract/check/fixes';
import type { Remark } from '../../../src-preload/contract/line';
import { mendText } from '../../../src-preload/contract/text/remarks.ko';
import { chosenRules, useAppState } from '../../state/app-state';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { goOnAfterMend } from './after-mend';
import { codeOfCourier } from './courier-code';
import { openChoices } from '../columns/open-choices';
import { rememberCourier } from './remember-courier';
import type { ReviewController } from '../state/review-controller';
import { remarksToSay } from './said-remarks';

/** A click that mends a line. */
export interface Mend {
  remark: Remark;
  fix: Fix;
  words: string;
}

const order: Readonly<Record<Fix['do'], number>> = {
  set: 0,
  represent: 0,
  'courier-for-file': 1,
  'choose-column': 1,
  'pick-courier': 2,
  edit: 2,
  keep: 3,
  exclude: 4,
};

/** Every mend of a line once, always in one order: mends, other ways, as it is, leave out. None where nothing is asked. */
export function mendsOf(row: ReviewRow): Mend[] {
  if (row.staysBecause === 'excluded' || row.handled === true) return [];
  const rules = chosenRules(useAppState.getState());
  const mends = new Map<string, Mend>();
  for (const remark of remarksToSay(row)) {
    for (const fix of fixesOf(remark, row.checked, rules)) {
      const words = mendText(fix);
      if (!mends.has(words)) mends.set(words, { remark, fix, words });
    }
  }
  return [...mends.values()].toSorted((one, other) => order[one.fix.do] - order[other.fix.do]);
}

/** Does what a mend says, for this line only. */
export function doMend(controller: ReviewController, row: ReviewRow, { remark, fix }: Omit<Mend, 'words'>): void {
  const { line } = row.checked;
  if (fix.do === 'edit') return cellOf(line.row, fix.field)?.focus();
  if (fix.do === 'pick-courier') {
    return cellOf(line.row, 'courier')?.querySelector<HTMLElement>('[data-testid=courier-pick]')?.click();
  }
  if (fix.do === 'choose-column') return openChoices(`column-${fix.field}`);
  if (fix.do === 'courier-for-file') return openChoices('whole-courier');
  if (fix.do === 'set' && fix.field === 'courier') {
    void rememberCourier(line.cells.courier ?? '', codeOfCourier(fix.value));
  }
  void goOnAfterMend(controller, controller.fix(line.row, remark, fix, false));
}

function cellOf(row: number, field: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-testid=review-row][data-row="${row}"] [data-field="${field}"]`);
}

interface Props {
  controller: ReviewController;
  row: ReviewRow;
  /** `row`: under the pointer only, and no stop of the Tab key; the panel is the way by keyboard. */
  look: 'row' | 'panel';
}

/** The click for one mend. `keys`: what does the same by keyboard. */
export function MendButton({
  controller,
  row,
  remark,
  fix,
  look,
  lead,
  keys,
}: Props & Omit<Mend, 'words'> & { lead?: boolean; keys?: string | undefined }) {
  return (
    <button
      type="button"
      className={look === 'row' ? 'button small' : `mend ${lead === true ? 'lead' : ''}`}
      tabIndex={look === 'row' ? -1 : 0}
      data-testid="mend-button"
      data-mend={fix.do}
      onClick={() => doMend(controller, row, { remark, fix })}
    >
      <span>{mendText(fix)}</span>
      {keys === undefined ? null : <kbd>{keys}</kbd>}
    </button>
  );
}

/** The same spelling in many lines is mended once for all of them. */
export function SameCourierButton({ controller, row, look }: Props) {
  const { line } = row.checked;
  const only = mendsOf(row).filter(({ fix }) => fix.do === 'set' && fix.field === 'courier');
  const [mend] = only;
  if (row.sameCourier < 2 || only.length !== 1 || mend?.fix.do !== 'set') return null;
  const { value } = mend.fix;
  return (
    <button
      type="button"
      className={look === 'row' ? 'button small' : 'mend'}
      tabIndex={look === 'row' ? -1 : 0}
      data-testid="mend-all-button"
      onClick={() => {
        void rememberCourier(line.cells.courier ?? '', codeOfCourier(value));
        void goOnAfterMend(controller, controller.changeLines('sameCourier', { row: line.row, value }));
      }}
    >
      {text.send.groups.forAll(row.sameCourier, mend.words)}
    </button>
  );
}
