import type { Remark } from '../../src-preload/contract/line';

/** Whether only hyphens and blanks were taken off a number: it is so in a whole column, and said once for the file. */
export function isTrimmed({ code, detail }: Remark): boolean {
  return code === 'number-mended' && detail?.['how'] === 'separators';
}
