import type { HttpAnswer, Request } from '../../network/agent';
import type { MarketClock } from '../../network/market-clock';
import type { CallRecord, StoreFailure } from '../market';
import { parseError } from './answers';
import { recordOf } from './headers';
import type { Tokens } from './token';

/** One authorised request: an answer to weigh, or the token's trouble, in which case nothing was sent. */
export type GatewayAnswer =
  | { ok: true; answer: HttpAnswer; call: CallRecord }
  | { ok: false; failure: StoreFailure; call: CallRecord };

export interface GatewayCall {
  method: 'GET' | 'POST';
  path: string;
  /** Made when the token is there: getting it may have taught the market's time, which a dispatch says. */
  body?: () => unknown;
}

export interface Gateway {
  call(what: GatewayCall): Promise<GatewayAnswer>;
}

/**
 * Adds the token, learns the market's time from every answer, and on a 401 renews once and repeats once: a 401 says
 * that nothing was applied, so that holds for writes too. That the renewal returned the refused token proves nothing:
 * the market hands out the same one while half an hour of it is left (resources/docs/markets/naver.md, "Token"), and a
 * 401 may have been a slip of its gateway. A second 401 stands, and the store pauses.
 */
export function createGateway(options: {
  baseUrl: string;
  request: Request;
  clock: MarketClock;
  tokens: Tokens;
  now: () => number;
}): Gateway {
  const ask = async (what: GatewayCall, token: string): Promise<HttpAnswer> => {
    const answer = await options.request({
      method: what.method,
      url: `${options.baseUrl}${what.path}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(what.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(what.body === undefined ? {} : { body: JSON.stringify(what.body()) }),
    });
    if (answer.type === 'response') options.clock.learn(answer);
    return answer;
  };

  const withoutToken = (failed: { failure: StoreFailure; call?: CallRecord }): GatewayAnswer => {
    const at = options.now();
    const nothingSent: CallRecord = { startedAt: at, endedAt: at, code: failed.failure.code ?? failed.failure.kind };
    return { ok: false, failure: failed.failure, call: failed.call ?? nothingSent };
  };

  return {
    async call(what) {
      const first = await options.tokens.current();
      if (!first.ok) return withoutToken(first);
      let answer = await ask(what, first.token);
      if (isUnauthorised(answer)) {
        const second = await options.tokens.replace(first.token);
        if (!second.ok) return withoutToken(second);
        answer = await ask(what, second.token);
        // Still refused: the next question, after the seller's test, begins with a new token.
        if (isUnauthorised(answer)) options.tokens.forget();
      }
      return { ok: true, answer, call: recordOf(answer, wordsOf(answer)) };
    },
  };
}

/** An error says what it is; of a 200 only the trace id is taken, and that only where no header has it. */
function wordsOf(answer: HttpAnswer): { code?: string; message?: string; traceId?: string } {
  if (answer.type !== 'response') return {};
  if (answer.status !== 200) return parseError(answer.text);
  if (answer.headers['gncp-gw-trace-id'] !== undefined) return {};
  const { traceId } = parseError(answer.text);
  return traceId === undefined ? {} : { traceId };
}

function isUnauthorised(answer: HttpAnswer): boolean {
  return answer.type === 'response' && answer.status === 401;
}
