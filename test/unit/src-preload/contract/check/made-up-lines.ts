import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import type { CheckedLine, Line } from '../../../../../src-preload/contract/line';
import type { LineField } from '../../../../../src-preload/contract/line-fields';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

export const context: CheckContext = { rules: marketRules.naver, operation: 'dispatch', now: Date.UTC(2025, 1, 1, 5) };
export const cj = ['577417824035', '575029149521', '347575800551', '699568375375'] as const;

export function line(row: number, cells: Partial<Record<LineField, string>> = {}, more: Partial<Line> = {}): Line {
  const usual = {
    productOrderId: `20250101${10_000_000 + row * 11 + 1}`,
    courier: 'CJ대한통운',
    trackingNumber: cj[0],
  };
  return { row, cells: { ...usual, ...cells }, ...more };
}

/** A number that passes CJ's rule. */
export const cjNumber = (seed: number): string => `60${String(seed).padStart(9, '0')}${seed % 7}`;

export const codes = (checked: CheckedLine | undefined): string[] =>
  checked?.remarks.map((remark) => remark.code) ?? [];
