import type { JobValues } from '../job';
import type { Line, Remark } from '../line';
import type { LineField } from '../line-fields';
import type { MarketRules } from '../market-rules';
import { delayProblem } from './check-delay';
import { ticksNeeded } from './goes-out';
import { readId } from './read-id';
import { makeRemark } from './remark-codes';
import { checkLine } from './review';

/** What is wanted of one target, by hand or by a correction. */
export interface Wish {
  target: string;
  orderId?: string | undefined;
  values: JobValues;
}

export interface ValueCheck {
  /** All that a row of a sheet with these values would be told. */
  remarks: Remark[];
  /** Why a row with them would not go out; undefined: it would. */
  staysBecause: 'error' | 'needs-tick' | undefined;
  /** The values, and the target, in the form in which a row would send them; only where it would go out. */
  wish?: Wish;
}

/** Where a target stands in a sheet. */
const targetFields: readonly (LineField | undefined)[] = ['productOrderId', 'orderId', 'itemId'];

/**
 * Checks what did not come from a sheet as a sheet's row is checked, by writing it as one: a target added by hand and a
 * correction in the log must be refused whatever a row is refused for.
 *
 * @param given.now ms UTC
 * @param given.chosen the seller has looked at it and wants it as it is: a row's tick
 * @param given.isKnownTarget it is a job's already, and only its values are in question
 */
export function checkValues(
  rules: MarketRules,
  wish: Wish,
  given: { now: number; chosen?: boolean | undefined; isKnownTarget?: boolean },
): ValueCheck {
  // No seller asks for it here: it is the answer to a cancel request (actions.ts).
  if (wish.values.kind === 'refund') return { remarks: [], staysBecause: 'error' };
  const line: Line = { row: 1, cells: cellsOf(wish, rules), ...(given.chosen === true ? { chosen: true } : {}) };
  const checked = checkLine(line, { rules, now: given.now, ...operationOf(wish.values) });
  const remarks = [...unlisted(wish.values, rules), ...checked.remarks].filter(
    ({ field }) => given.isKnownTarget !== true || !targetFields.includes(field),
  );
  if (wish.values.kind === 'delay') return checkedDelay(rules, { ...wish, values: wish.values }, remarks, given.now);
  if (!rules.operations.some((each) => each === wish.values.kind || isLookup(wish.values, each))) {
    return { remarks, staysBecause: 'error' };
  }
  if (remarks.some(({ level }) => level === 'error')) return { remarks, staysBecause: 'error' };
  if (given.chosen !== true && ticksNeeded(remarks).length > 0) return { remarks, staysBecause: 'needs-tick' };
  // Of a job there is already, which an older version may have made: its target stays as it is.
  const job = checked.job ?? wish;
  const target = given.isKnownTarget === true ? wish.target : job.target;
  return { remarks, staysBecause: undefined, wish: { ...wish, target, values: job.values } };
}

function checkedDelay(
  rules: MarketRules,
  wish: Wish & { values: Extract<JobValues, { kind: 'delay' }> },
  remarks: Remark[],
  now: number,
): ValueCheck {
  const id = readId(wish.target);
  if (id.is !== 'id' || delayProblem(rules, wish.values.delay, now) !== undefined) {
    return { remarks, staysBecause: 'error' };
  }
  return { remarks, staysBecause: undefined, wish: { ...wish, target: id.id } };
}

/** A market with orders can be asked for them. */
function isLookup({ kind }: JobValues, operation: JobValues['kind']): boolean {
  return kind === 'lookup' && operation === 'dispatch';
}

function operationOf(values: JobValues): { operation: JobValues['kind']; byOrder?: boolean } {
  if (values.kind === 'dispatch') return { operation: 'dispatch', byOrder: false };
  if (values.kind === 'lookup' && values.lookup.thenDispatch !== undefined) {
    return { operation: 'dispatch', byOrder: true };
  }
  return { operation: values.kind };
}

/** A courier's code that the market does not list has no name to be written as. */
function unlisted(values: JobValues, { shipments: { couriers } }: MarketRules): Remark[] {
  const code = shipmentOf(values)?.deliveryCompanyCode;
  if (code === undefined || couriers.nameOf(code) !== undefined) return [];
  return [makeRemark('courier-unknown', 'courier', { value: code, candidates: '' })];
}

function shipmentOf(values: JobValues) {
  if (values.kind === 'dispatch') return values.dispatch;
  return values.kind === 'lookup' ? values.lookup.thenDispatch : undefined;
}

function cellsOf({ target, orderId, values }: Wish, rules: MarketRules): Line['cells'] {
  if (values.kind === 'stock') return { itemId: target, ...stockCells(values.stock, rules) };
  const id = values.kind === 'lookup' ? { orderId: target } : { productOrderId: target };
  const order = orderId === undefined || values.kind === 'lookup' ? {} : { orderId };
  return { ...id, ...order, ...shipmentCells(values, rules) };
}

function shipmentCells(values: JobValues, { shipments: { couriers, methods } }: MarketRules): Line['cells'] {
  const shipment = shipmentOf(values);
  if (shipment === undefined) return {};
  const { deliveryCompanyCode, deliveryMethod, dispatchDate, trackingNumber } = shipment;
  const courier = deliveryCompanyCode === undefined ? undefined : couriers.nameOf(deliveryCompanyCode);
  return {
    deliveryMethod: methods.nameOf(deliveryMethod),
    ...(courier === undefined ? {} : { courier }),
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
    ...(dispatchDate === undefined ? {} : { dispatchDate: new Date(dispatchDate).toISOString() }),
  };
}

function stockCells(stock: Extract<JobValues, { kind: 'stock' }>['stock'], rules: MarketRules): Line['cells'] {
  const { available, reason, memo, price } = stock;
  return {
    available: rules.stock.answers[available ? 'yes' : 'no'],
    ...(reason === undefined ? {} : { reason }),
    ...(memo === undefined ? {} : { memo }),
    ...(price === undefined
      ? {}
      : { unitPrice: String(price.unit), quantity: String(price.quantity), totalAmount: String(price.total) }),
  };
}
