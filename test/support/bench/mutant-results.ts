import type { Equivalent } from '../../bench/mutants/equivalents';

/** A change of a rule, and what the tests made of it. */
export interface Mutant {
  /** Below the root. */
  file: string;
  /** The code that was changed. */
  code: string;
  /** What stood in its place. */
  becomes: string;
  mutatorName: string;
  /** Of its first character; both from 1. */
  line: number;
  column: number;
  /** Stryker's word. */
  status: string;
}

export function isNoticed({ status }: Pick<Mutant, 'status'>): boolean {
  return status === 'Killed' || status === 'Timeout';
}

/** Not: what does not compile, was left out, or stands where the compiler says that no value gets. */
export function wasAsked(mutant: Pick<Mutant, 'status' | 'code'>): boolean {
  if (/^default:\s+(?:return )?assertNever\([\w.]+\);$/u.test(mutant.code)) return false;
  return isNoticed(mutant) || mutant.status === 'Survived' || mutant.status === 'NoCoverage';
}

/** The text between two places of a file; lines and columns from 1, the end's column not counted. */
export function codeAt(
  lines: readonly string[],
  { start, end }: Record<'start' | 'end', { line: number; column: number }>,
): string {
  const within = lines.slice(start.line - 1, end.line);
  const last = within.length - 1;
  return within
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
}

const firstLine = (text: string): string => text.split('\n')[0]?.trim() ?? '';

/**
 * Takes the equivalent mutants out of those that were asked about. `wrong` names each entry that fits no mutant of its
 * file or not as many as it says, and each that a test noticed: such a one is not equivalent. Entries of files nothing
 * was asked about are left alone.
 */
export function takeOutEquivalents(
  asked: readonly Mutant[],
  equivalents: readonly Equivalent[],
): { counted: Mutant[]; wrong: string[] } {
  const files = new Set(asked.map(({ file }) => file));
  const left = new Set(asked);
  const wrong: string[] = [];
  for (const entry of equivalents) {
    if (!files.has(entry.file)) continue;
    const fitting = asked.filter(
      ({ file, code, becomes }) =>
        file === entry.file && firstLine(code) === entry.code && firstLine(becomes) === entry.becomes,
    );
    const lived = fitting.filter((mutant) => !isNoticed(mutant));
    const { times = 1 } = entry;
    const name = `${entry.file}: ${entry.code} -> ${entry.becomes}`;
    if (lived.length !== times) wrong.push(`${name}: ${lived.length} of ${fitting.length} lived, not ${times}`);
    for (const mutant of lived) left.delete(mutant);
  }
  return { counted: [...left], wrong };
}
