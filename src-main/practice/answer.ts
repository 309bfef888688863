import { formatMarketTime } from './market-time';

/** What goes back over the wire; a string body is sent as it is (HTML of a gateway in trouble). */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  /** The code for the whole call, where there is one; for the record. */
  code?: string;
}

/** All that a route may look at besides the request. */
export interface Moment {
  /** The market's clock, ms. */
  now: number;
  traceId: string;
}

const gatewayMessages = {
  'GW.AUTHN': [401, '요청을 보낼 권한이 없습니다.'],
  'GW.IP_NOT_ALLOWED': [403, '호출이 허용되지 않은 IP입니다.'],
  'GW.NOT_FOUND': [404, '요청하신 리소스를 찾을 수 없습니다.'],
  'GW.RATE_LIMIT': [429, '요청이 많아 서비스를 일시적으로 사용할 수 없습니다.'],
  'GW.QUOTA_LIMIT': [429, '할당된 시간당 요청량을 초과하였습니다.'],
  'GW.PROXY.01': [500, '작업 중 오류가 발생하였습니다.'],
  'GW.PROXY.02': [500, '작업 중 오류가 발생하였습니다.'],
  'GW.PROXY.03': [500, '작업 중 오류가 발생하였습니다.'],
  'GW.PROXY.04': [500, '작업 중 오류가 발생하였습니다.'],
  'GW.PROXY.05': [500, '작업 중 오류가 발생하였습니다.'],
  'GW.INTERNAL_SERVER_ERROR': [500, '작업 중 오류가 발생하였습니다.'],
  'GW.BLOCK.01': [503, '서비스를 일시적으로 사용할 수 없습니다.'],
  'GW.BLOCK.02': [503, '서비스를 일시적으로 사용할 수 없습니다.'],
  'GW.TIMEOUT.01': [504, '요청 대기 시간이 초과되었습니다.'],
  'GW.TIMEOUT.02': [504, '요청 대기 시간이 초과되었습니다.'],
} as const satisfies Record<string, readonly [number, string]>;

export type GatewayCode = keyof typeof gatewayMessages;

/** The gateway's words for a code; undefined for a code it does not document. */
export function gatewayMessageOf(code: string): string | undefined {
  return new Map<string, readonly [number, string]>(Object.entries(gatewayMessages)).get(code)?.[1];
}

/** The gateway's own refusal (trouble-shooting page): code, message, timestamp, traceId. */
export function gatewayError(moment: Moment, code: GatewayCode): Answer {
  const [status, message] = gatewayMessages[code];
  return errorAnswer(moment, status, code, message);
}

/** Any refusal of a whole call in the documented shape. */
export function errorAnswer(moment: Moment, status: number, code: string, message: string): Answer {
  const timestamp = formatMarketTime(moment.now);
  return { status, headers: {}, body: { code, message, timestamp, traceId: moment.traceId }, code };
}

/** The one whole-call 400 ever seen in public (#2114): what the service's JSON reader cannot take. */
export function unreadable(moment: Moment): Answer {
  return errorAnswer(moment, 400, '000400', '요청이 올바르지 않습니다. (HttpMessageNotReadableException)');
}

/** 4000 with its documented remark: kind of fault, object, field. */
export function badParameter(moment: Moment, where: string): Answer {
  return errorAnswer(moment, 400, '4000', `잘못된 요청 파라미터 (${where})`);
}

/** An order API's yes; `data` is left out where the market leaves it out. */
export function success(moment: Moment, data?: unknown): Answer {
  const body = { timestamp: formatMarketTime(moment.now), traceId: moment.traceId };
  return { status: 200, headers: {}, body: data === undefined ? body : { ...body, data } };
}
