import type { BookBadge } from '../../book/badges';
import type { BookFacts } from '../../book/facts';

const byAttribute: Readonly<Record<string, BookBadge>> = {
  TODAY: 'today',
  OPTION_TODAY: 'today',
  HOPE: 'hope-date',
  TODAY_ARRIVAL: 'guaranteed',
  DAWN_ARRIVAL: 'guaranteed',
  ARRIVAL_GUARANTEE: 'guaranteed',
  SELLER_GUARANTEE: 'guaranteed',
  HOPE_SELLER_GUARANTEE: 'guaranteed',
  PICKUP: 'pick-up',
};

/** Badges of an order by what the market says of it; words that no one documents make none. */
export function badgesOf({ finding, delayedDispatchReason }: BookFacts): BookBadge[] {
  const { initialQuantity, remainQuantity } = finding;
  const byWord = byAttribute[finding.deliveryAttributeType ?? ''];
  const all: [boolean, BookBadge][] = [
    [finding.hopeDeliveryYmd !== undefined, 'hope-date'],
    [finding.expectedDeliveryMethod === 'VISIT_RECEIPT', 'pick-up'],
    [finding.giftReceivingStatus === 'WAIT_FOR_RECEIVING', 'gift-waiting'],
    [finding.productClass === '추가구성상품', 'add-on'],
    [
      initialQuantity !== undefined && remainQuantity !== undefined && remainQuantity < initialQuantity,
      'partly-cancelled',
    ],
    [delayedDispatchReason !== undefined, 'delayed'],
    [finding.logisticsDirectContracted === true, 'partner-ships'],
  ];
  const found = all.flatMap(([applies, badge]) => (applies ? [badge] : []));
  return [...new Set([...(byWord === undefined ? [] : [byWord]), ...found])];
}

const dayInWords =
  /\d{1,2}\s*월\s*\d{1,2}\s*일|(?<!\d)\d{1,2}[/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}일(?!\d)|[월화수목금토일]요일|내일|모레|글피|다음\s*주/u;

/** Whether a buyer's memo names a day: the box may have to wait, or to hurry. */
export function namesDay(memo: string | undefined): boolean {
  return memo !== undefined && dayInWords.test(memo);
}
