import { fixesOf } from '../../../src-preload/contract/check/fixes';
import type { Fix } from '../../../src-preload/contract/check/fixes';
import type { Remark } from '../../../src-preload/contract/line';
import { fixText } from '../../../src-preload/contract/text/remarks.ko';
import { chosenRules, useAppState } from '../../state/app-state';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { goOnAfterFix } from './after-fix';
import { codeOfCourier } from './courier-code';
import { openChoices } from '../columns/open-choices';
import { rememberCourier } from './remember-courier';
import type { ReviewController } from '../state/review-controller';
import { remarksToSay } from './said-remarks';

/** A click that fixes a line. */
export interface OfferedFix {
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

/** Every fix of a line once, always in one order: corrections, other ways, as it is, leave out. None where nothing is asked. */
export function fixesOffered(row: ReviewRow): OfferedFix[] {
  if (row.staysBecause === 'excluded' || row.handled === true) return [];
  const rules = chosenRules(useAppState.getState());
  const fixes = new Map<string, OfferedFix>();
  for (const remark of remarksToSay(row)) {
    for (const fix of fixesOf(remark, row.checked, rules)) {
      const words = fixText(fix);
      if (!fixes.has(words)) fixes.set(words, { remark, fix, words });
    }
  }
  return [...fixes.values()].toSorted((one, other) => order[one.fix.do] - order[other.fix.do]);
}

/** Does what a fix says, for this line only. */
export function applyFix(
  controller: ReviewController,
  row: ReviewRow,
  { remark, fix }: Omit<OfferedFix, 'words'>,
): void {
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
  void goOnAfterFix(controller, controller.fix(line.row, remark, fix, false));
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

/** The click for one fix. `keys`: what does the same by keyboard. */
export function FixButton({
  controller,
  row,
  remark,
  fix,
  look,
  lead,
  keys,
}: Props & Omit<OfferedFix, 'words'> & { lead?: boolean; keys?: string | undefined }) {
  return (
    <button
      type="button"
      className={look === 'row' ? 'button small' : `mend ${lead === true ? 'lead' : ''}`}
      tabIndex={look === 'row' ? -1 : 0}
      data-testid="mend-button"
      data-mend={fix.do}
      onClick={() => applyFix(controller, row, { remark, fix })}
    >
      <span>{fixText(fix)}</span>
      {keys === undefined ? null : <kbd>{keys}</kbd>}
    </button>
  );
}

/** The same spelling in many lines is fixed once for all of them. */
export function SameCourierButton({ controller, row, look }: Props) {
  const { line } = row.checked;
  const only = fixesOffered(row).filter(({ fix }) => fix.do === 'set' && fix.field === 'courier');
  const [offered] = only;
  if (row.sameCourier < 2 || only.length !== 1 || offered?.fix.do !== 'set') return null;
  const { value } = offered.fix;
  return (
    <button
      type="button"
      className={look === 'row' ? 'button small' : 'mend'}
      tabIndex={look === 'row' ? -1 : 0}
      data-testid="mend-all-button"
      onClick={() => {
        void rememberCourier(line.cells.courier ?? '', codeOfCourier(value));
        void goOnAfterFix(controller, controller.changeLines('sameCourier', { row: line.row, value }));
      }}
    >
      {text.send.groups.forAll(row.sameCourier, offered.words)}
    </button>
  );
}
