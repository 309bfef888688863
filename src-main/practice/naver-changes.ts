import { z } from 'zod';
import { badParameter, errorAnswer, success } from './answer';
import type { Answer, Moment } from './answer';
import { itemMessages } from './item-codes';
import type { Ledger } from './ledger';
import { dayMs, formatMarketTime, parseMarketTime } from './market-time';
import { changeTypes } from './product-order';
import type { Change } from './product-order';
import type { Switches } from './switches';

const parametersSchema = z.object({
  lastChangedFrom: z.string(),
  lastChangedTo: z.string().optional(),
  lastChangedType: z.enum(changeTypes).optional(),
  moreSequence: z.string().optional(),
  limitCount: z.coerce.number().int().positive().optional(),
});

/**
 * 변경 상품 주문 내역 조회: by default one row a product order, its last change within the range; by time, then id; `more`
 * names the first row that did not fit. With no rows `data` is absent, as seen. What else is known of the feed, and what
 * is only reported of it, is in switches.ts.
 */
export function lastChanged(
  ledger: Pick<Ledger, 'changes' | 'order'>,
  switches: Switches,
  moment: Moment,
  given: URLSearchParams,
): Answer {
  const parameters = parametersSchema.safeParse(Object.fromEntries(given));
  if (!parameters.success) return badParameter(moment, `TypeMismatch.${String(parameters.error.issues[0]?.path[0])}`);
  const { lastChangedFrom, lastChangedTo, lastChangedType, moreSequence, limitCount } = parameters.data;
  const from = parseMarketTime(lastChangedFrom);
  const to = lastChangedTo === undefined ? (from ?? 0) + dayMs : parseMarketTime(lastChangedTo);
  if (from === undefined || to === undefined) return badParameter(moment, 'TypeMismatch.lastChangedFrom');
  if (to - from > dayMs || to < from) return errorAnswer(moment, 400, '104139', itemMessages['104139']);

  const stampOf = (at: number): number => (switches.feedMoreFrom === 'one-decimal' ? at - (at % 100) : at);
  const rows = visible(ledger.changes(), switches, moment.now)
    .filter((change) => stampOf(change.at) >= from && change.at <= to)
    .filter((change) => lastChangedType === undefined || change.type === lastChangedType)
    .filter((change) => ledger.order(change.productOrderId)?.foreign !== true);
  const left = (switches.feedRows === 'last-change' ? lastOfEach(rows) : rows)
    .filter(
      ({ at, productOrderId }) => moreSequence === undefined || stampOf(at) > from || productOrderId >= moreSequence,
    )
    .toSorted(
      (one, other) => stampOf(one.at) - stampOf(other.at) || (one.productOrderId < other.productOrderId ? -1 : 1),
    );
  if (left.length === 0 && switches.feedEmpty === 'no-data') return success(moment);

  const limit = Math.min(limitCount ?? switches.feedPageRows, switches.feedPageRows);
  const next = left[limit];
  const page = left.slice(0, limit);
  const shown = (switches.feedOrder === 'backwards' ? page.toReversed() : page)
    .flatMap((change, n) => (isNth(n, switches.feedTwinEvery) ? [change, change] : [change]))
    .map((change) => rowOf(ledger, change));
  return success(moment, {
    lastChangeStatuses: shown,
    ...(next === undefined
      ? {}
      : { more: { moreFrom: moreFromOf(stampOf(next.at), switches), moreSequence: next.productOrderId } }),
    count: shown.length,
  });
}

/** What the feed tells by now of what has happened. */
function visible(changes: readonly Change[], switches: Switches, now: number): Change[] {
  return changes.filter(({ at }, n) => {
    const lateMs = isNth(n, switches.feedLateEvery) ? switches.feedLateMs : 0;
    return at <= now - switches.feedLagMs - lateMs && !isNth(n, switches.feedGapEvery);
  });
}

/** Counted from the end of each run of `every`; the first of all is never one. */
function isNth(index: number, every: number): boolean {
  return every > 0 && index % every === every - 1;
}

function lastOfEach(changes: readonly Change[]): Change[] {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const known = latest.get(change.productOrderId);
    if (known === undefined || change.at >= known.at) latest.set(change.productOrderId, change);
  }
  return [...latest.values()];
}

function moreFromOf(at: number, { feedMoreFrom }: Switches): string {
  const exact = formatMarketTime(at);
  if (feedMoreFrom === 'exact') return exact;
  return exact.replace(/\.(\d)(\d*?)0*\+/u, '.$1$2+');
}

function rowOf(ledger: Pick<Ledger, 'order'>, change: Change): Record<string, unknown> {
  const order = ledger.order(change.productOrderId);
  if (order === undefined) return {};
  return {
    orderId: order.orderId,
    productOrderId: order.productOrderId,
    lastChangedType: change.type,
    paymentDate: formatMarketTime(order.paymentDate),
    lastChangedDate: formatMarketTime(change.at),
    productOrderStatus: order.status,
    ...(order.claim === undefined ? {} : { claimType: order.claim.type, claimStatus: order.claim.status }),
    receiverAddressChanged: order.addressChangedAt !== undefined,
    ...(order.gift === undefined ? {} : { giftReceivingStatus: order.gift }),
  };
}
