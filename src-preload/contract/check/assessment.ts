import type { JobKind } from '../job';
import type { CheckedLine, Line, Remark } from '../line';
import type { TrackingCheck } from '../markets/naver/tracking';
import type { MarketName } from '../store';

/** What a check needs to know beside the line. */
export interface CheckContext {
  market: MarketName;
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
  /** Equal for lines that say the same about their target; absent while the line says nothing complete. */
  says?: string;
}

export type Assess = (line: Line) => Assessment;
