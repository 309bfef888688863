/** What the practice market serves, by the name tests and faults call it. */
export const apiNames = [
  'token',
  'dispatch',
  'confirm',
  'query',
  'product-order-ids',
  'delay',
  'approve-cancel',
  'changes',
  'list',
  'today-hour',
  'health',
  'stock',
  'unknown',
] as const;
export type ApiName = (typeof apiNames)[number];

export interface Located {
  api: ApiName;
  market: 'naver' | 'brightmall';
  /** Of product-order-ids only. */
  orderId?: string;
  /** Of a write whose path names its product order. */
  productOrderId?: string;
}

const orders = '/external/v1/pay-order/seller';
const fixed: Readonly<Record<string, Located>> = {
  'POST /external/v1/oauth2/token': { api: 'token', market: 'naver' },
  [`POST ${orders}/product-orders/dispatch`]: { api: 'dispatch', market: 'naver' },
  [`POST ${orders}/product-orders/confirm`]: { api: 'confirm', market: 'naver' },
  [`POST ${orders}/product-orders/query`]: { api: 'query', market: 'naver' },
  [`GET ${orders}/product-orders/last-changed-statuses`]: { api: 'changes', market: 'naver' },
  [`GET ${orders}/product-orders`]: { api: 'list', market: 'naver' },
  'GET /external/v1/seller/this-day-dispatch': { api: 'today-hour', market: 'naver' },
  'GET /vendor-api/health': { api: 'health', market: 'brightmall' },
  'POST /vendor-api/inventory/confirm': { api: 'stock', market: 'brightmall' },
};
const idsPath = /^\/external\/v1\/pay-order\/seller\/orders\/([^/]+)\/product-order-ids$/;
const singlePath = /^\/external\/v1\/pay-order\/seller\/product-orders\/([^/]+)\/(delay|claim\/cancel\/approve)$/;

/** Which API a request line means. */
export function locate(method: string, pathname: string): Located {
  const known = fixed[`${method} ${pathname}`];
  if (known !== undefined) return known;
  const orderId = method === 'GET' ? idsPath.exec(pathname)?.[1] : undefined;
  if (orderId !== undefined) return { api: 'product-order-ids', market: 'naver', orderId: decodeSafely(orderId) };
  const single = method === 'POST' ? singlePath.exec(pathname) : null;
  if (single !== null) {
    const api = single[2] === 'delay' ? 'delay' : 'approve-cancel';
    return { api, market: 'naver', productOrderId: decodeSafely(single[1] ?? '') };
  }
  return { api: 'unknown', market: pathname.startsWith('/vendor-api') ? 'brightmall' : 'naver' };
}

/** The ids a request body is about, in its order; empty for what has none or cannot be read. */
export function idsOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const lists: unknown[] = Object.values(body).filter((value) => Array.isArray(value));
  return lists.flat().flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const id = idOf(entry);
    return id === undefined ? [] : [id];
  });
}

/** The id an entry of a request or an answer stands for. */
export function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  if ('productOrderId' in entry && typeof entry.productOrderId === 'string') return entry.productOrderId;
  if ('ord_prd_no' in entry && typeof entry.ord_prd_no === 'string') return entry.ord_prd_no;
  return 'productOrder' in entry ? idOf(entry.productOrder) : undefined;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (problem) {
    // Not a percent encoding: the raw text is no order number either, and is answered as such.
    if (problem instanceof URIError) return text;
    throw problem;
  }
}
