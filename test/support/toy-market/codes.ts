import type { CodeClass } from '../../../src-preload/contract/markets/code-class';

const toyCodes: Readonly<Record<string, CodeClass>> = { 'TOY.NO': 'rejected', 'TOY.BUSY': 'transient' };

/** The class of a code of the toy market. */
export function toyClassOf(code: string): CodeClass {
  return toyCodes[code] ?? 'unknown';
}
