import { errorAnswer, gatewayError, unreadable } from './answer';
import type { Answer, Moment } from './answer';
import type { Located } from './apis';
import { brightmallError, confirmInventory, health } from './brightmall';
import type { Gateway } from './gateway';
import type { Ledger } from './ledger';
import { formatMarketTime } from './market-time';
import { lastChanged } from './naver-changes';
import { approveCancel } from './naver-approve-cancel';
import { confirm } from './naver-confirm';
import { delay } from './naver-delay';
import { dispatch } from './naver-dispatch';
import { listByCondition } from './naver-list';
import { productOrderIds, query } from './naver-reads';
import { todayHour } from './naver-today-hour';
import { TokenBucket } from './rate-limit';
import type { ForcedCodes } from './repeated-ids';
import type { Switches } from './switches';
import type { TokenAnswer, TokenIssuer } from './token-issuer';

export interface BrightmallCredentials {
  vendorId: string;
  apiKey: string;
}

/** A request read whole; `json` is undefined where the body is no JSON. */
export interface WholeRequest {
  located: Located;
  url: URL;
  header: (name: string) => string | undefined;
  text: string;
  json: unknown;
  realNow: number;
  forced: ForcedCodes;
  remarks: string[];
}

export interface Served {
  answer: Answer;
  /** True once the request got past every gate, to the service. */
  reached: boolean;
}

interface Parts {
  ledger: Ledger;
  switches: () => Switches;
  issuer: TokenIssuer;
  gateway: Gateway;
  brightmall: BrightmallCredentials;
}

/** Serves one request of either market. All it changes is in the ledger's memory and file, but not yet flushed. */
export function openMarketRoutes(parts: Parts): (request: WholeRequest, moment: Moment) => Promise<Served> {
  const vendorBucket = new TokenBucket();

  const serveToken = async (request: WholeRequest, moment: Moment): Promise<Served> => {
    const { url, text, remarks } = request;
    const given = { contentType: request.header('content-type') ?? '', queryParameters: url.searchParams, body: text };
    const answer = await parts.issuer.issue(given, moment.now, parts.switches(), remarks);
    if (remarks.length > 0) parts.gateway.punish();
    return { answer: tokenAnswer(moment, answer), reached: true };
  };

  const serveBrightmall = (request: WholeRequest, moment: Moment): Served => {
    const { api } = request.located;
    const switches = parts.switches();
    const refuse = (status: number, code: string, message: string): Served => ({
      answer: brightmallError(switches, moment, status, code, message),
      reached: false,
    });
    if (api === 'unknown') return refuse(404, 'NOT_FOUND', 'Not found');
    const isKnown =
      request.header('x-vendor-api-key') === parts.brightmall.apiKey &&
      request.header('x-vendor-id') === parts.brightmall.vendorId;
    if (!isKnown) return refuse(401, 'INVALID_API_KEY', 'Invalid API key');
    if (!switches.permissionGranted) return refuse(403, 'FORBIDDEN', 'Not allowed');
    const rate = switches.brightmallRate;
    if (rate !== undefined && !vendorBucket.take(request.realNow, rate, Math.ceil(rate * 2)).allowed) {
      return refuse(429, 'RATE_LIMITED', 'Too many requests');
    }
    if (api === 'health') return { answer: health(switches, moment), reached: true };
    const act = (): Answer => confirmInventory(parts.ledger, switches, moment, request.json, request.forced);
    return { answer: parts.ledger.together(act), reached: true };
  };

  const serveOrders = (request: WholeRequest, moment: Moment): Served => {
    const { located, url, json, forced } = request;
    const refusal = parts.gateway.refuse(located.api, request.header('authorization'), moment, request.realNow);
    if (refusal !== undefined) return { answer: refusal, reached: false };
    const switches = parts.switches();
    const { ledger } = parts;
    if (located.api === 'approve-cancel' && switches.claimApproval !== 'granted') {
      // Of a write that the application's API group lacks; whether it is a 401 or a 403 is not documented.
      const [status, code] = switches.claimApproval === '401' ? [401, 'GW.AUTHN'] : [403, 'PROVISION_NOT_FOUND'];
      return {
        answer: errorAnswer(moment, Number(status), String(code), '요청을 보낼 권한이 없습니다.'),
        reached: false,
      };
    }
    const isWrite = ['dispatch', 'confirm', 'query', 'delay'].includes(located.api);
    if (isWrite && !/^application\/json\b/i.test(request.header('content-type') ?? '')) {
      return { answer: errorAnswer(moment, 415, '000415', '지원하지 않는 요청 형식입니다.'), reached: true };
    }
    if (isWrite && json === undefined) return { answer: unreadable(moment), reached: true };
    const act = (): Answer => {
      switch (located.api) {
        case 'dispatch':
          return dispatch(ledger, switches, moment, json, forced);
        case 'confirm':
          return confirm(ledger, switches, moment, json, forced);
        case 'delay':
          return delay(ledger, switches, moment, located.productOrderId ?? '', json, forced);
        case 'approve-cancel':
          return approveCancel(ledger, switches, moment, located.productOrderId ?? '', forced);
        case 'query':
          return query(ledger, switches, moment, json);
        case 'product-order-ids':
          return productOrderIds(ledger, switches, moment, located.orderId ?? '');
        case 'changes':
          return lastChanged(ledger, switches, moment, url.searchParams);
        case 'list':
          return listByCondition(ledger, switches, moment, url.searchParams);
        case 'today-hour':
          return todayHour(switches, moment);
        default:
          return gatewayError(moment, 'GW.NOT_FOUND');
      }
    };
    return { answer: ledger.together(act), reached: true };
  };

  return async (request, moment) => {
    if (request.located.api === 'token') return serveToken(request, moment);
    return request.located.market === 'brightmall' ? serveBrightmall(request, moment) : serveOrders(request, moment);
  };
}

/** The token endpoint's own shape: `invalidInputs`, and no trace id in the body. */
function tokenAnswer(moment: Moment, answer: TokenAnswer): Answer {
  if (answer.ok) {
    const body = { access_token: answer.accessToken, expires_in: answer.expiresIn, token_type: 'Bearer' };
    return { status: 200, headers: {}, body };
  }
  const { field, code, message } = answer;
  const invalidInputs = field === undefined ? [] : [{ name: field, type: 'Invalid', message }];
  const body = { code, message, timestamp: formatMarketTime(moment.now), invalidInputs, data: null };
  return { status: answer.status, headers: {}, body, code };
}
