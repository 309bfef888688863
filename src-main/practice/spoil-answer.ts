import type { Answer } from './answer';
import { idOf } from './apis';

/** The answer without the entries of these ids, wherever they stand. Counts are left alone: a gateway would not mend them. */
export function withoutIds(answer: Answer, ids: ReadonlySet<string>): Answer {
  return { ...answer, body: strip(answer.body, ids) };
}

/** The answer with a yes to ids no one asked for. */
export function withForeignIds(answer: Answer, ids: readonly string[]): Answer {
  return { ...answer, body: insert(answer.body, ids) };
}

function strip(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    return entries.filter((entry) => !ids.has(typeof entry === 'string' ? entry : (idOf(entry) ?? '')));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, strip(part, ids)]));
}

function insert(value: unknown, ids: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const list: unknown[] = Array.isArray(part) ? part : [];
      if (key === 'successProductOrderIds' || key === 'productOrderIds') return [key, [...list, ...ids]];
      if (key === 'successProductOrderInfos') {
        const rows = ids.map((productOrderId) => ({ productOrderId, isReceiverAddressChanged: false }));
        return [key, [...list, ...rows]];
      }
      if (key === 'results') {
        const rows = ids.map((id) => ({
          ord_prd_no: id,
          success: true,
          stock_available: true,
          new_status: 'preparing',
        }));
        return [key, [...list, ...rows]];
      }
      if (key === 'data' && Array.isArray(part)) {
        // /query: a product order no one asked about, paid and untouched.
        const rows = ids.map((id) => ({
          order: {},
          productOrder: { productOrderId: id, productOrderStatus: 'PAYED' },
        }));
        return [key, [...list, ...(list.every((entry) => typeof entry === 'string') && list.length > 0 ? ids : rows)]];
      }
      return [key, insert(part, ids)];
    }),
  );
}
