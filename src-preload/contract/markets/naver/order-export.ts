/** The export's words for a status, and what the market's interface calls it; others leave the order open. */
const statuses: readonly [RegExp, string][] = [
  [/미결제\s*취소/u, 'CANCELED_BY_NOPAYMENT'],
  [/입금\s*대기|결제\s*대기/u, 'PAYMENT_WAITING'],
  [/구매\s*확정/u, 'PURCHASE_DECIDED'],
  [/배송\s*완료/u, 'DELIVERED'],
  [/배송\s*중/u, 'DELIVERING'],
  [/반품\s*완료/u, 'RETURNED'],
  [/교환\s*완료/u, 'EXCHANGED'],
  [/취소\s*완료|^취소$/u, 'CANCELED'],
];

/** What the market's interface calls a status of its order export; undefined: a word that leaves the order open. */
export function statusOfExport(words: string): string | undefined {
  return statuses.find(([each]) => each.test(words))?.[1];
}

/** Whether the export says of a claim that the buyer asks to cancel. */
export function asksCancel(claim: string): boolean {
  return /취소\s*요청/u.test(claim);
}
