import type { Finding, JobValues } from '../../../src-preload/contract/job';
import { isAddOn } from '../../../src-preload/contract/markets/naver/add-on';
import { methodTakesShipment } from '../../../src-preload/contract/markets/naver/methods';
import { hasOpenCancel } from '../../../src-preload/contract/markets/naver/open-cancel';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import type { Obstacle } from '../market';

const dayMs = 24 * 60 * 60_000;

/**
 * Orders that do not go out like the others, by what `/query` says of them. Worst first:
 * what is never ours, what cannot go yet, what the seller has to look at. Values that are not documented are no obstacle.
 * @param now ms UTC
 */
export function obstacles(values: JobValues, finding: Finding, now: number): Obstacle[] {
  if (values.kind === 'delay') return againstDelay(values.delay.until, finding, now);
  if (values.kind !== 'dispatch' && values.kind !== 'confirm') return [];
  // Codes 101011 and 105308: confirming and shipping it are the logistics company's.
  const notOurs: Obstacle[] =
    finding.logisticsDirectContracted === true ? [{ is: 'not-ours', code: 'logistics-ships' }] : [];
  if (values.kind === 'confirm') return notOurs;
  const hopedFor = hopedForLater(finding.hopeDeliveryYmd, now);
  const all: [boolean, Obstacle][] = [
    // It has no address yet.
    [finding.giftReceivingStatus === 'WAIT_FOR_RECEIVING', { is: 'too-early', code: 'gift-not-accepted' }],
    [isPartlyCancelled(finding), { is: 'doubtful', reason: 'partly-cancelled' }],
    [isPickedUp(finding) && hasParcel(values.dispatch), { is: 'doubtful', reason: 'pick-up' }],
    [hopedFor !== undefined, { is: 'doubtful', reason: 'hope-date', ...hopedFor }],
    [isAddOn(finding), { is: 'add-on' }],
  ];
  return [...notOurs, ...all.flatMap(([applies, obstacle]) => (applies ? [obstacle] : []))];
}

/** What the market would refuse a delay for (resources/docs/markets/naver.md, "Delay"): it is not asked then. */
function againstDelay(until: number, finding: Finding, now: number): Obstacle[] {
  const all: [boolean, Obstacle][] = [
    [finding.logisticsDirectContracted === true, { is: 'not-ours', code: 'logistics-ships' }],
    [hasOpenCancel(finding), { is: 'refused', code: 'delay-claim-open' }],
    [until < now, { is: 'refused', code: 'delay-day-past' }],
    // What the market leaves out is not known to be unconfirmed.
    [(finding.placeOrderStatus ?? 'OK') !== 'OK', { is: 'refused', code: 'delay-unconfirmed' }],
  ];
  return all.flatMap(([applies, obstacle]) => (applies ? [obstacle] : []));
}

function isPartlyCancelled({ initialQuantity, remainQuantity }: Finding): boolean {
  return initialQuantity !== undefined && remainQuantity !== undefined && remainQuantity < initialQuantity;
}

function isPickedUp({ expectedDeliveryMethod, deliveryAttributeType }: Finding): boolean {
  return expectedDeliveryMethod === 'VISIT_RECEIPT' || deliveryAttributeType === 'PICKUP';
}

function hasParcel({ deliveryMethod, trackingNumber }: Extract<JobValues, { kind: 'dispatch' }>['dispatch']): boolean {
  return methodTakesShipment(deliveryMethod) && trackingNumber !== undefined;
}

/**
 * Set where the day is later than tomorrow in Korea; `until`: the beginning of the day before it. A day that cannot be read
 * is asked about, too: it is not known to be near, and will not be.
 */
function hopedForLater(ymd: string | undefined, now: number): { until?: number } | undefined {
  if (ymd === undefined) return undefined;
  const day = /^(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?!\d)/u.exec(ymd);
  if (day === null) return {};
  const written = day.slice(1).join('-');
  if (written <= koreanDay(now + dayMs)) return undefined;
  const begins = Date.parse(`${written}T00:00:00+09:00`);
  return Number.isNaN(begins) ? {} : { until: begins - dayMs };
}
