import type { CheckedLine, RemarkLevel } from '../../src-preload/contract/line';

/** A kind of remark, and how many lines have it. */
export interface RemarkKind {
  code: string;
  level: RemarkLevel;
  lines: number;
}

const gravity: Record<RemarkLevel, number> = { error: 0, warning: 1, note: 2 };

/** The kinds of remarks of these lines, the gravest and then the most frequent first; a line counts once for a kind. */
export function countRemarkKinds(lines: Iterable<CheckedLine>): RemarkKind[] {
  const kinds = new Map<string, RemarkKind>();
  for (const { remarks } of lines) {
    for (const [at, { code, level }] of remarks.entries()) {
      if (remarks.findIndex((each) => each.code === code) !== at) continue;
      const kind = kinds.get(code);
      if (!kind) kinds.set(code, { code, level, lines: 1 });
      else {
        kind.lines += 1;
        if (gravity[level] < gravity[kind.level]) kind.level = level;
      }
    }
  }
  return [...kinds.values()].toSorted(
    (one, other) => gravity[one.level] - gravity[other.level] || other.lines - one.lines,
  );
}
