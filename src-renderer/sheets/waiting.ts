import type { CheckedLine } from '../../src-preload/contract/line';

/**
 * Whether nothing is wrong with a line but that a question about the file is open: which column is meant, what kind of
 * numbers these are, or, where `asksCourier`, who carries all lines. One answer mends all of them.
 */
export function waitsForAnswer({ line, remarks, level }: CheckedLine, asksCourier: boolean): boolean {
  if (level !== 'error') return false;
  return remarks.every(
    ({ level: grave, code, field }) =>
      grave !== 'error' ||
      code === 'answer-awaited' ||
      (asksCourier && code === 'courier-missing') ||
      (field !== undefined && line.waits?.includes(field) === true),
  );
}
