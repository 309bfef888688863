import type { OrderChange, ProductOrder } from './orders';

/** What is different in an order between two lookings: its product orders, and the states of those seen both times. */
export function changesBetween(
  before: readonly ProductOrder[],
  after: readonly ProductOrder[],
  at: number,
): OrderChange[] {
  const was = new Map(before.map((each) => [each.id, each]));
  const is = new Set(after.map(({ id }) => id));
  const gone = before
    .filter(({ id }) => !is.has(id))
    .map(({ id }): OrderChange => ({ at, what: 'gone', productOrderId: id }));
  const changed = after.flatMap(({ id, finding }): OrderChange[] => {
    const old = was.get(id);
    if (old === undefined) return [{ at, what: 'added', productOrderId: id }];
    // Its first reading is no change: there is nothing to compare it with.
    if (old.finding === undefined || finding === undefined) return [];
    const pairs: [OrderChange['what'], string | undefined, string | undefined][] = [
      ['status', old.finding.productOrderStatus, finding.productOrderStatus],
      ['claim', old.finding.claimStatus, finding.claimStatus],
      ['placed', old.finding.placeOrderStatus, finding.placeOrderStatus],
    ];
    return pairs.flatMap(([what, from, to]) =>
      from === to
        ? []
        : [
            {
              at,
              what,
              productOrderId: id,
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            },
          ],
    );
  });
  return [...gone, ...changed];
}
