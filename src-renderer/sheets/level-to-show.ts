import type { CheckedLine, Level } from '../../src-preload/contract/line';

/**
 * The level a line is shown and counted under, one of three (resources/docs/domain.md, "Handles for automation"). What
 * was dealt with before asks for nothing; what waits for one answer of the file, or was left out because it is hidden
 * in the workbook, is neither in order nor at fault. What is registered with another number is to be looked at.
 */
export function levelToShow(
  { line, level }: CheckedLine,
  { handled, waits, differs }: { handled: boolean; waits: boolean; differs: boolean },
): Level {
  if (handled) return 'ok';
  const isLeftHidden = line.hidden === true && line.chosen === false;
  if (differs && level === 'ok') return 'warning';
  return waits || isLeftHidden ? 'warning' : level;
}
