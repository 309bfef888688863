import { ticksNeeded } from '../../src-preload/contract/check/goes-out';
import { fixesOf } from '../../src-preload/contract/check/fixes';
import type { Fix } from '../../src-preload/contract/check/fixes';
import { isTickGroup } from '../../src-preload/contract/check/remark-codes';
import type { TickGroup } from '../../src-preload/contract/check/remark-codes';
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
  /** Each line gets a value of its own. */
  each?: true;
}

/** What the head of a group offers for all its lines. */
export interface GroupActs {
  /** The mend that most of its lines have in common. */
  fix?: FixGroup;
  /** Its lines go out only when they were ticked. */
  tick?: TickGroup;
  /** Its lines may be left out with one click. */
  leaves: boolean;
}

/** Fewer lines are mended where they stand. */
const leastLines = 2;
/** Only what needs no further look at the single line; a click that leaves lines out stands for itself. */
const sameForAll: ReadonlySet<Fix['do']> = new Set(['set', 'keep']);

/** What differs from line to line: a click for all of them would take the right one out with the wrong one. */
const eachByItself: ReadonlySet<string> = new Set([
  'product-order-differs',
  'item-differs',
  'digits-collide',
  'tracking-several',
  'tracking-words',
  'number-suffix',
  'courier-two',
  'available-missing',
  'reason-missing',
  'reason-unknown',
  'registered-otherwise',
]);

/** Fixed for all lines with one click, each by what its own remark offers: the figures of a line are of no other. */
export const byOwnValue: ReadonlySet<string> = new Set(['price-uneven']);

/** The same for lines that are told the same and offered the same. */
export function wordsOf(remark: Remark, fix: Fix, rules: MarketRules): string {
  return JSON.stringify([remark.code, remarkText(remark, rules).title, fix]);
}

/** Whether "이대로 두기" for many lines may touch this one: not where it would override another warning that waits for a look. */
export function isFreeToKeep({ remarks }: CheckedLine, { code }: Remark, fix: Fix): boolean {
  return fix.do !== 'keep' || ticksNeeded(remarks).every((group) => group === code);
}

/** What one click does for the lines of one group; `code` is what they have in common. Linear in the lines. */
export function actsOfGroup(lines: readonly CheckedLine[], code: string, rules: MarketRules): GroupActs {
  const tick = isTickGroup(code) ? code : undefined;
  if (byOwnValue.has(code)) {
    const own = ownFix(lines, code, rules);
    // A single line is ticked where it stands.
    return { ...(own ? { fix: own } : {}), ...(tick && lines.length >= leastLines ? { tick } : {}), leaves: false };
  }
  const leaves = lines.length >= leastLines && !eachByItself.has(code);
  const fix = leaves ? largestFix(lines, code, tick !== undefined, rules) : undefined;
  return { ...(fix ? { fix } : {}), ...(tick ? { tick } : {}), leaves };
}

/** The first line's own fix, with how many lines have one. */
function ownFix(lines: readonly CheckedLine[], code: string, rules: MarketRules): FixGroup | undefined {
  const fixes = lines.flatMap((checked) => setOf(checked, code, rules) ?? []);
  const [first] = fixes;
  return first && { ...first, lines: fixes.length, each: true };
}

/** What a line's remark would write into it. */
export function setOf(
  checked: CheckedLine,
  code: string,
  rules: MarketRules,
): Pick<FixGroup, 'row' | 'remark' | 'fix'> | undefined {
  const remark = checked.remarks.find((each) => each.code === code);
  const fix = remark && fixesOf(remark, checked, rules).find((each) => each.do === 'set');
  return remark && fix && { row: checked.line.row, remark, fix };
}

function largestFix(
  lines: readonly CheckedLine[],
  code: string,
  hasTick: boolean,
  rules: MarketRules,
): FixGroup | undefined {
  const groups = new Map<string, FixGroup>();
  for (const checked of lines) {
    const remark = checked.remarks.find((each) => each.code === code);
    const fix = remark && fixesOf(remark, checked, rules).find((each) => sameForAll.has(each.do));
    if (!remark || !fix || !isFreeToKeep(checked, remark, fix) || (hasTick && fix.do === 'keep')) continue;
    const key = wordsOf(remark, fix, rules);
    const group = groups.get(key);
    if (group) group.lines += 1;
    else groups.set(key, { row: checked.line.row, remark, fix, lines: 1 });
  }
  let largest: FixGroup | undefined;
  for (const group of groups.values()) if (group.lines > (largest?.lines ?? leastLines - 1)) largest = group;
  return largest;
}
