import type { Fix } from '../../src-preload/contract/check/fixes';
import { fixesOf } from '../../src-preload/contract/check/fixes';
import type { LineChange } from '../../src-preload/contract/check/review';
import type { CheckedLine, Remark } from '../../src-preload/contract/line';
import type { LineField } from '../../src-preload/contract/line-fields';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { assertNever } from '../../src-preload/contract/result';
import { byOwnValue, isFreeToKeep, setOf, wordsOf } from './group-acts';
import type { RowChange } from './range-changes';

/** What one fix of a remark changes in every line with the same remark and the same fix, or with a value of its own. */
export function changesForAll(lines: readonly CheckedLine[], like: Remark, fix: Fix, rules: MarketRules): RowChange[] {
  if (fix.do === 'set' && byOwnValue.has(like.code)) {
    return lines.flatMap((checked) => {
      const own = setOf(checked, like.code, rules);
      const change = own && changeFor(own.fix);
      return change ? [{ row: checked.line.row, change }] : [];
    });
  }
  const change = changeFor(fix);
  return change ? rowsOffering(lines, like, fix, rules).map((row) => ({ row, change })) : [];
}

/** The rows of lines that offer the very same fix for the very same remark. */
function rowsOffering(lines: readonly CheckedLine[], like: Remark, fix: Fix, rules: MarketRules): number[] {
  const wanted = wordsOf(like, fix, rules);
  return lines.flatMap((checked) => {
    if (!isFreeToKeep(checked, like, fix)) return [];
    const offers = checked.remarks.some(
      (remark) =>
        remark.code === like.code &&
        fixesOf(remark, checked, rules).some((each) => wordsOf(remark, each, rules) === wanted),
    );
    return offers ? [checked.line.row] : [];
  });
}

/** Takes out the other lines of the same target: this one stands for it. */
export function representBy(lines: readonly CheckedLine[], row: number, remark: Remark): RowChange[] {
  const target = remark.detail?.['target'];
  const others = lines.filter(({ line, remarks }) => {
    if (line.row === row) return false;
    return remarks.some((each) => each.code === remark.code && each.detail?.['target'] === target);
  });
  return others.map(({ line }) => ({ row: line.row, change: { chosen: false } }));
}

/** What a mend changes of its line; undefined where it leads the seller somewhere instead. */
export function changeFor(fix: Fix): LineChange | undefined {
  switch (fix.do) {
    case 'set': {
      const cells: Partial<Record<LineField, string>> = { [fix.field]: fix.value };
      return { cells };
    }
    case 'exclude':
      return { chosen: false };
    case 'keep':
      return { chosen: true };
    case 'represent':
    case 'pick-courier':
    case 'edit':
    case 'choose-column':
    case 'courier-for-file':
      return undefined;
    default:
      return assertNever(fix);
  }
}
