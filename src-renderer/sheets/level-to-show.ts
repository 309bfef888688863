import type { Line } from '../../src-preload/contract/line';

/** Hidden in the workbook and not wanted by the seller: neither in order nor at fault. */
export function isLeftHidden({ hidden, chosen }: Line): boolean {
  return hidden === true && chosen === false;
}
