import { ticksNeeded } from '../../src-preload/contract/check/goes-out';
import { fixesOf } from '../../src-preload/contract/check/fixes';
import type { Fix } from '../../src-preload/contract/check/fixes';
import type { CheckedLine, Remark } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { remarkText } from '../../src-preload/contract/text/remarks.ko';

/** One click for all lines that say the same and offer the same. */
export interface FixGroup {
  /** A line of the group, and its remark: what the click is shown and done by. */
  row: number;
  remark: Remark;
  fix: Fix;
  lines: number;
}

/** The most frequent kinds of remarks get such a click; more of them would hide the rows. */
const mostKinds = 4;

/** Only what needs no further look at the single line. */
const sameForAll: readonly Fix['do'][] = ['set', 'exclude', 'keep'];

/** What differs from line to line: a click for all of them would take the right one out with the wrong one. */
const eachByItself: ReadonlySet<string> = new Set([
  'product-order-differs',
  'item-differs',
  'digits-collide',
  'tracking-several',
  'tracking-words',
  'number-suffix',
  'courier-two',
  // Asked about once for the file, with its own click.
  'hidden-row',
]);

/** The same for lines that are told the same and offered the same. */
export function wordsOf(remark: Remark, fix: Fix, rules: MarketRules): string {
  return JSON.stringify([remark.code, remarkText(remark, rules).title, fix]);
}

/** Whether "이대로 두기" for many lines may touch this one: not where it would override another warning that waits for a look. */
export function isFreeToKeep({ remarks }: CheckedLine, { code }: Remark, fix: Fix): boolean {
  return fix.do !== 'keep' || ticksNeeded(remarks).every((group) => group === code);
}

/** Of the most frequent kinds of remarks: the first mend that is the same for two lines or more. */
export function fixGroups(lines: readonly CheckedLine[], rules: MarketRules): FixGroup[] {
  const open = lines.filter(({ line }) => line.chosen === undefined);
  const counts = new Map<string, number>();
  for (const { remarks } of open) for (const { code } of remarks) counts.set(code, (counts.get(code) ?? 0) + 1);
  const groups = [...counts]
    .filter(([code, count]) => count > 1 && !eachByItself.has(code))
    .toSorted(([, one], [, other]) => other - one)
    .flatMap(([code]) => largestGroup(open, code, rules) ?? []);
  return groups.slice(0, mostKinds);
}

function largestGroup(lines: readonly CheckedLine[], code: string, rules: MarketRules): FixGroup | undefined {
  const groups = new Map<string, FixGroup>();
  for (const checked of lines) {
    const remark = checked.remarks.find((each) => each.code === code);
    const fix = remark && fixesOf(remark, checked, rules).find((each) => sameForAll.includes(each.do));
    if (!remark || !fix || !isFreeToKeep(checked, remark, fix)) continue;
    const key = wordsOf(remark, fix, rules);
    const group = groups.get(key);
    if (group) group.lines += 1;
    else groups.set(key, { row: checked.line.row, remark, fix, lines: 1 });
  }
  const [largest] = [...groups.values()].toSorted((one, other) => other.lines - one.lines);
  return largest && largest.lines > 1 ? largest : undefined;
}
