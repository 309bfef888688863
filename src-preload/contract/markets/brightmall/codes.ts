import type { Click, CodeClass } from '../code-class';

interface CodeRow {
  stock: CodeClass;
  click: Click;
}

/**
 * BrightMall documents no list of codes, only HTTP statuses: our own names for them.
 * A stock answer may be repeated (resources/docs/markets/brightmall.md, "Inventory confirm"), so a failure without the
 * market's answer is transient and nothing is ever read first.
 */
const brightmallCodes = {
  'BM.400': { stock: 'rejected', click: 'edit' },
  'BM.401': { stock: 'auth', click: 'retry' },
  'BM.403': { stock: 'auth', click: 'retry' },
  'BM.404': { stock: 'rejected', click: 'none' },
  'BM.429': { stock: 'limited', click: 'retry' },
  'BM.500': { stock: 'transient', click: 'retry' },
  /** `success: false` for one item. */
  'BM.ITEM': { stock: 'rejected', click: 'edit' },
  INVALID_API_KEY: { stock: 'auth', click: 'retry' },
} as const satisfies Record<string, CodeRow>;

export type BrightmallCode = keyof typeof brightmallCodes;

/** Whether the code stands in the table. */
export function isBrightmallCode(code: string): code is BrightmallCode {
  return Object.hasOwn(brightmallCodes, code);
}

/** Our code for an HTTP status of BrightMall; every 5xx counts as BM.500, any other 4xx as BM.400. */
export function brightmallCode(httpStatus: number): BrightmallCode {
  if (httpStatus >= 500) return 'BM.500';
  const exact = `BM.${httpStatus}`;
  return isBrightmallCode(exact) ? exact : 'BM.400';
}

/** The class of a code; one no one listed is `transient`, because a stock answer may always be repeated. */
export function brightmallClassOf(code: string): CodeClass {
  return isBrightmallCode(code) ? brightmallCodes[code].stock : 'transient';
}

/** The click that helps a stock job rejected with this code. */
export function brightmallClickOf(code: string): Click {
  return isBrightmallCode(code) ? brightmallCodes[code].click : 'retry';
}
