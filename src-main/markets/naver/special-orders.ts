import type { Finding, JobValues } from '../../../src-preload/contract/job';
import { methodTakesShipment } from '../../../src-preload/contract/markets/naver/methods';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import type { Obstacle } from '../market';

const dayMs = 24 * 60 * 60_000;
/** `productClass` of what is sold along with a main product, as `/query` says it. */
const addOnClass = '추가구성상품';

/**
 * Orders that do not go out like the others, by what `/query` says of them. Worst first:
 * what is never ours, what cannot go yet, what the seller has to look at. Values that are not documented are no obstacle.
 * @param now ms UTC
 */
export function obstacles(values: JobValues, finding: Finding, now: number): Obstacle[] {
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
    [finding.productClass === addOnClass, { is: 'add-on' }],
  ];
  return [...notOurs, ...all.flatMap(([applies, obstacle]) => (applies ? [obstacle] : []))];
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
