import { hash as bcryptHash } from 'bcryptjs';
import type { Practice } from '../../../src-main/practice/start-practice';

/** An answer as it came, nothing judged. */
interface BareAnswer {
  status: number;
  headers: Headers;
  // Tests look into it with toMatchObject; a schema here would judge what the test is there to judge.
  body: unknown;
  text: string;
}

/** A client without a thought of its own, for tests of the market itself: it repeats nothing and decides nothing. */
export interface BareClient {
  token(): Promise<string>;
  tokenCall(form: Record<string, string>, more?: { query?: string; contentType?: string }): Promise<BareAnswer>;
  signedForm(timestamp: number): Promise<Record<string, string>>;
  get(path: string): Promise<BareAnswer>;
  post(path: string, body: unknown): Promise<BareAnswer>;
  dispatch(items: readonly Record<string, unknown>[]): Promise<BareAnswer>;
  confirm(productOrderIds: readonly string[]): Promise<BareAnswer>;
  query(productOrderIds: readonly string[]): Promise<BareAnswer>;
  stock(confirmations: readonly Record<string, unknown>[]): Promise<BareAnswer>;
}

/** `at` is the client's clock, ms. */
export function bareClient(
  market: Pick<Practice, 'url' | 'credentials' | 'brightmall'>,
  at: () => number = Date.now,
): BareClient {
  const orders = '/external/v1/pay-order/seller';
  let held: Promise<string> | undefined;

  const signedForm = async (timestamp: number): Promise<Record<string, string>> => {
    const { clientId, clientSecret } = market.credentials;
    const hash = await bcryptHash(`${clientId}_${timestamp}`, clientSecret);
    return {
      client_id: clientId,
      timestamp: String(timestamp),
      grant_type: 'client_credentials',
      client_secret_sign: Buffer.from(hash).toString('base64'),
      type: 'SELF',
    };
  };
  const tokenCall: BareClient['tokenCall'] = (form, more = {}) =>
    call(`${market.url}/external/v1/oauth2/token${more.query ?? ''}`, {
      method: 'POST',
      headers: { 'content-type': more.contentType ?? 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  const token = (): Promise<string> => {
    held ??= signedForm(at() - 2000)
      .then((form) => tokenCall(form))
      .then(({ body, text }) => {
        if (typeof body !== 'object' || body === null || !('access_token' in body)) throw new Error(text);
        return String(body.access_token);
      });
    return held;
  };
  const get = async (path: string): Promise<BareAnswer> =>
    call(market.url + path, { headers: { authorization: `Bearer ${await token()}` } });
  const post = async (path: string, body: unknown): Promise<BareAnswer> =>
    call(market.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    token,
    tokenCall,
    signedForm,
    get,
    post,
    dispatch: (items) => post(`${orders}/product-orders/dispatch`, { dispatchProductOrders: items }),
    confirm: (productOrderIds) => post(`${orders}/product-orders/confirm`, { productOrderIds }),
    query: (productOrderIds) => post(`${orders}/product-orders/query`, { productOrderIds }),
    stock: (confirmations) =>
      call(`${market.url}/vendor-api/inventory/confirm`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-vendor-api-key': market.brightmall.apiKey,
          'x-vendor-id': market.brightmall.vendorId,
        },
        body: JSON.stringify({ confirmations }),
      }),
  };
}

/** A dispatch item as the document has it; `more` replaces fields, undefined leaves one out. */
export function dispatchItem(
  order: { productOrderId: string; courier: string; trackingNumber: string },
  dispatchDate: number,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    productOrderId: order.productOrderId,
    deliveryMethod: 'DELIVERY',
    deliveryCompanyCode: order.courier,
    trackingNumber: order.trackingNumber,
    dispatchDate: `${new Date(dispatchDate + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`,
    ...more,
  };
}

async function call(url: string, request: RequestInit): Promise<BareAnswer> {
  const answer = await fetch(url, { ...request, keepalive: false });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: asJson(text), text };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}
