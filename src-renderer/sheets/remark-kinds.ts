import type { CheckedLine, Remark, RemarkLevel } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { remarkText } from '../../src-preload/contract/text/remarks.ko';

/** A kind of remark, and how many lines have it. */
export interface RemarkKind {
  code: string;
  level: RemarkLevel;
  lines: number;
  /** Its sentence, where all its lines say the same. */
  title?: string;
}

const gravity: Record<RemarkLevel, number> = { error: 0, warning: 1, note: 2 };

/** The kinds of remarks of these lines, the gravest and then the most frequent first; a line counts once for a kind. */
export function countRemarkKinds(lines: Iterable<CheckedLine>, rules: MarketRules): RemarkKind[] {
  const kinds = new Map<string, RemarkKind & { first: Remark }>();
  for (const { remarks } of lines) {
    for (const [at, remark] of remarks.entries()) {
      const { code, level } = remark;
      if (remarks.findIndex((each) => each.code === code) !== at) continue;
      const kind = kinds.get(code);
      if (!kind) {
        kinds.set(code, { code, level, lines: 1, first: remark, title: remarkText(remark, rules).title });
        continue;
      }
      kind.lines += 1;
      if (gravity[level] < gravity[kind.level]) kind.level = level;
      const saysOther = kind.title !== undefined && remark.detail !== kind.first.detail;
      if (saysOther && remarkText(remark, rules).title !== kind.title) delete kind.title;
    }
  }
  return [...kinds.values()]
    .map(({ code, level, lines: count, title }) => ({
      code,
      level,
      lines: count,
      ...(title === undefined ? {} : { title }),
    }))
    .toSorted((one, other) => gravity[one.level] - gravity[other.level] || other.lines - one.lines);
}
