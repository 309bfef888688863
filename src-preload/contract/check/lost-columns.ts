import type { Line, Remark } from '../line';
import type { LineField } from '../line-fields';
import type { Assessment, CheckContext } from './assessment';
import { leastLost, LostDigits } from './lost-digits';
import { makeRemark } from './remark-codes';

/** The field that names what a line is about. */
export type TargetField = 'productOrderId' | 'orderId' | 'itemId';

export function targetFieldOf({ operation, byOrder }: CheckContext): TargetField {
  if (operation === 'stock') return 'itemId';
  return operation === 'lookup' || (operation === 'dispatch' && byOrder === true) ? 'orderId' : 'productOrderId';
}

/** A field whose number is held, with the number. */
interface LostField {
  field: LineField;
  id: string;
}

/** Whether a line is about an order whose product orders are looked up first. */
function isLookup({ target, orderId }: Assessment): boolean {
  return target === orderId;
}

/** Whether the cell of a field shows 2.02611E+15. */
function showsExponent({ remarks }: Assessment, field: LineField): boolean {
  return remarks.some(({ code, field: of }) => code === 'digits-exponent' && of === field);
}

interface LostColumn {
  field: LineField;
  digits: LostDigits;
  idOf(assessment: Assessment): string | undefined;
}

/**
 * The columns of a sheet whose numbers a program may have cut (lost-digits.ts). All lines count, also those that were
 * taken out: it is the file that was saved wrongly. A cell the seller typed is believed, unless it ends in 0 as the cut
 * ones do.
 */
export class LostColumns {
  private readonly columns: readonly LostColumn[];
  /** Cells marked as cut, by field: they stay so when corrections have made the column too small to tell. */
  private readonly marked = new Map<LineField, number>();

  /** `hasLookups`: among product orders some lines name their order only. */
  constructor(target: TargetField, hasLookups: boolean) {
    const numbers: LostColumn = {
      field: 'trackingNumber',
      digits: new LostDigits(false),
      // An order's number in this column is a shifted column, and says nothing about numbers of parcels.
      idOf: ({ trackingNumber: number, target: id, orderId }) =>
        number === id || number === orderId ? undefined : number,
    };
    // An order stands in the lines of all its product orders; a product order has one line.
    const ids: LostColumn = {
      field: target,
      digits: new LostDigits(target === 'productOrderId'),
      idOf: (assessment) => (hasLookups && isLookup(assessment) ? undefined : assessment.target),
    };
    // The order numbers of all lines tell how their column was saved, also those that are only shown.
    const orders: LostColumn = { field: 'orderId', digits: new LostDigits(false), idOf: ({ orderId }) => orderId };
    this.columns = target === 'itemId' ? [] : hasLookups ? [ids, orders, numbers] : [ids, numbers];
  }

  count(line: Line, assessment: Assessment, sign: 1 | -1): void {
    for (const { field, digits, idOf } of this.columns) {
      digits.add(idOf(assessment), sign, line.cells.recipient);
      if (showsExponent(assessment, field)) digits.addExponent(sign);
      if (line.marks?.[field] === 'cut-column') this.marked.set(field, (this.marked.get(field) ?? 0) + sign);
    }
  }

  /** Fields whose column, or some of it, is suspected now. */
  suspected(): LineField[] {
    return this.columns.flatMap(({ field, digits }) => (digits.doubted ? [field] : []));
  }

  /** The fields of a line whose number is held because of its column, with the number. */
  lostOf(line: Line, assessment: Assessment): readonly LostField[] {
    return this.columns.flatMap(({ field, digits, idOf }) => {
      const id = idOf(assessment);
      if (id === undefined || id.length < leastLost || (field === 'orderId' && !isLookup(assessment))) return [];
      if (line.marks?.[field] === 'cut-column') return [{ field, id }];
      const believed = line.edited?.includes(field) === true && !id.endsWith('0');
      return digits.doubts(id) && !believed ? [{ field, id }] : [];
    });
  }

  /** Said once for the file. */
  fileRemarks(): Remark[] {
    return this.columns.flatMap(({ field, digits }) => {
      if (!digits.doubted && (this.marked.get(field) ?? 0) === 0) return [];
      const { ending, total } = digits.figures;
      return [makeRemark('file-digits-broken', field, { ending: String(ending), total: String(total) })];
    });
  }
}
