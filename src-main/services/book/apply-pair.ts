import type { Line } from '../../../src-preload/contract/line';
import type { LineField } from '../../../src-preload/contract/line-fields';

/** What a line takes over from the order it is joined with. */
export interface OrderOfLine {
  productOrderId: string;
  orderId?: string;
  recipient?: string;
  product?: string;
}

/**
 * The lines of a box with their product orders: one each, in order; a box with more orders than lines gets further lines
 * with its number behind `lastRow`, since a line is of one product order. With more lines than orders the rest repeat
 * the last order, which the check says.
 */
export function linesOfPair(lines: readonly Line[], orders: readonly OrderOfLine[], lastRow: number): Line[] {
  const [first] = lines;
  const lastOrder = orders.at(-1);
  if (first === undefined || lastOrder === undefined) return [];
  const own = lines.map((line, at) => withOrder(line, orders[at] ?? lastOrder));
  const more = orders.slice(lines.length).map((order, at) => {
    const { productName: _, ...cells } = first.cells;
    return withOrder({ ...first, cells, row: lastRow + 1 + at }, order);
  });
  return [...own, ...more];
}

const identity: readonly LineField[] = ['productOrderId', 'orderId'];

function withOrder(line: Line, { productOrderId, orderId, recipient, product }: OrderOfLine): Line {
  const { orderId: _, ...cells } = line.cells;
  const { productOrderId: __, orderId: ___, ...marks } = line.marks ?? {};
  const waits = line.waits?.filter((field) => !identity.includes(field)) ?? [];
  const edited = [...new Set<LineField>([...(line.edited ?? []), 'productOrderId'])];
  const joined: Line = {
    ...line,
    cells: {
      ...(recipient === undefined ? {} : { recipient }),
      ...(product === undefined ? {} : { productName: product }),
      ...cells,
      productOrderId,
      ...(orderId === undefined ? {} : { orderId }),
    },
    edited,
  };
  delete joined.marks;
  delete joined.waits;
  return {
    ...joined,
    ...(Object.keys(marks).length === 0 ? {} : { marks }),
    ...(waits.length === 0 ? {} : { waits }),
  };
}
