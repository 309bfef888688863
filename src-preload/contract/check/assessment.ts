import type { JobKind } from '../job-states';
import type { CheckedLine, Line, Remark } from '../line';
import type { MarketRules, TrackingCheck } from '../market-rules';

/** What a check needs to know next to the line. */
export interface CheckContext {
  /** Those of the store's market. */
  rules: MarketRules;
  operation: JobKind;
  /** The seller's answers to courier names: folded spelling -> deliveryCompanyCode. */
  couriers?: Readonly<Record<string, string>> | undefined;
  /** A courier's code for lines that name none. */
  wholeCourier?: string | undefined;
  /** The sheet has order numbers only: lines become lookups. Worked out from the lines when left open. */
  byOrder?: boolean | undefined;
  /** ms UTC */
  now: number;
}

/** What a line says by itself, and what the comparison with other lines needs. */
export interface Assessment {
  remarks: Remark[];
  job?: NonNullable<CheckedLine['job']>;
  /** Normalised product order, order or item number. */
  target?: string;
  orderId?: string;
  courier?: string;
  trackingNumber?: string;
  tracking?: TrackingCheck;
  /** The line says all that is to be said about its target: it can be compared with another line of the same one. */
  complete?: boolean;
}

export type Assess = (line: Line) => Assessment;
