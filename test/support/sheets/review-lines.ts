import type { Line } from '../../../src-preload/contract/line';
import type { Basis } from '../../../src-renderer/sheets/protocol';

/** What lines of a dispatch sheet are reviewed with. */
export const basis: Basis = {
  market: 'naver',
  operation: 'dispatch',
  couriers: {},
  columns: {},
  now: Date.UTC(2026, 10, 21),
};

/** A line that goes out as it is, but for the cells given. Its number has the length of 로젠's, and no more. */
export function line(row: number, cells: Line['cells'] = {}): Line {
  return {
    row,
    cells: {
      productOrderId: `20261121100000${String(row).padStart(2, '0')}`,
      courier: '로젠택배',
      trackingNumber: String(99_113_007_000 + row),
      ...cells,
    },
  };
}

/** A line whose number also passes 로젠's rule: nothing of it is to be looked at. */
export function fineLine(row: number, cells: Line['cells'] = {}): Line {
  const number = 9_911_300_700 + row;
  return line(row, { trackingNumber: `${number}${number % 7}`, ...cells });
}
