import type { HttpAnswer, Request } from '../../network/agent';
import type { MarketClock } from '../../network/market-clock';
import type { CallRecord, StoreFailure } from '../market';
import { parseError, parseSaidAt, parseToken } from './answers';
import { recordOf } from './headers';
import { notDocumented, weigh } from './outcome';
import { isSecretForm, signSecret } from './sign';
import { marketFailure } from './verdicts';

export type TokenAnswer =
  | { ok: true; token: string }
  /** `call` is absent when no request was made (a secret that cannot sign). */
  | { ok: false; failure: StoreFailure; call?: CallRecord };

/** The token of one store, in memory only. At most one request for it is under way. */
export interface Tokens {
  /** The token at hand, or a new one where it is about to end. */
  current(): Promise<TokenAnswer>;
  /** After a 401: another token than the refused one if somebody has got it meanwhile, else a new request. */
  replace(refused: string): Promise<TokenAnswer>;
  /** Asks the market whatever is at hand; proves secret and clock. */
  renew(): Promise<TokenAnswer>;
  forget(): void;
}

/**
 * A slightly fast clock passes when the timestamp lies this much behind (resources/docs/markets/naver.md, "Token
 * refusals").
 */
const timestampLagMs = 2_000;
/** Until then the market hands out the same token anyway; the old one stays valid next to a new one. */
const renewBeforeMs = 5 * 60_000;

/**
 * Keeps the token of one application: fetched when it is first asked for, one renewal in flight
 * (resources/docs/domain.md, "Token and clock").
 */
export function createTokens(options: {
  clientId: string;
  clientSecret: string;
  baseUrl: string;
  request: Request;
  clock: MarketClock;
}): Tokens {
  const { clock } = options;
  let held: { token: string; renewAt: number } | undefined;
  let underWay: Promise<TokenAnswer> | undefined;

  const renew = (): Promise<TokenAnswer> => {
    underWay ??= fetchToken()
      .then((answer) => {
        if (!answer.ok) return answer;
        const lifeMs = answer.expiresIn * 1_000;
        // A tenth of a short life (a practice server) rather than renewing before every call.
        held = { token: answer.token, renewAt: clock.now() + lifeMs - Math.min(renewBeforeMs, lifeMs / 10) };
        return { ok: true as const, token: answer.token };
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  const fetchToken = async (): Promise<
    { ok: true; token: string; expiresIn: number } | Extract<TokenAnswer, { ok: false }>
  > => {
    if (!isSecretForm(options.clientSecret)) {
      return { ok: false, failure: { kind: 'secret', code: 'secret-form' } };
    }
    let answer = await ask();
    // The refusal's own Date has just taught the skew: once more with it, or with the time its body says.
    if (isAboutTime(answer)) {
      if (answer.headers['date'] === undefined) learnFromBody(answer);
      answer = await ask();
    }
    // A proxy's Date is not the clock that judged: where the body says another time, that one gets a try.
    if (isAboutTime(answer) && answer.headers['date'] !== undefined && learnFromBody(answer)) answer = await ask();
    const said = answer.type === 'response' ? parseError(answer.text) : {};
    if (answer.type === 'response' && answer.status === 200) {
      const parsed = parseToken(answer.text);
      if (parsed !== undefined) return { ok: true, ...parsed };
    }
    return { ok: false, failure: troubleOf(answer), call: recordOf(answer, said) };
  };

  /** True when it taught another time than the one just used. */
  const learnFromBody = (answer: Extract<HttpAnswer, { type: 'response' }>): boolean => {
    const saidAt = parseSaidAt(answer.text);
    if (saidAt === undefined) return false;
    const before = clock.now();
    clock.learn({ ...answer, headers: { date: new Date(saidAt).toUTCString() } });
    return Math.abs(clock.now() - before) > timestampLagMs;
  };

  const ask = async (): Promise<HttpAnswer> => {
    const timestamp = Math.floor(clock.earliest()) - timestampLagMs;
    // In the body, never in the URL, and without account_id: either would cost the application all but one call
    // an hour for a day (resources/docs/markets/naver.md, "Token penalty").
    const form = new URLSearchParams({
      client_id: options.clientId,
      timestamp: String(timestamp),
      grant_type: 'client_credentials',
      client_secret_sign: await signSecret(options.clientId, options.clientSecret, timestamp),
      type: 'SELF',
    });
    const answer = await options.request({
      method: 'POST',
      url: `${options.baseUrl}/v1/oauth2/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    });
    if (answer.type === 'response') clock.learn(answer);
    return answer;
  };

  return {
    current: async () => (held !== undefined && clock.now() < held.renewAt ? { ok: true, token: held.token } : renew()),
    replace: async (refused) => {
      if (held !== undefined && held.token !== refused) return { ok: true, token: held.token };
      held = undefined;
      return renew();
    },
    renew,
    forget: () => {
      held = undefined;
    },
  };
}

/**
 * Both timestamp refusals name the field (resources/docs/markets/naver.md, "Token refusals"), in their words or as an
 * invalid input; their code is not known. Every body has a `timestamp` of its own, which says nothing.
 */
function isAboutTime(answer: HttpAnswer): answer is Extract<HttpAnswer, { type: 'response' }> {
  if (answer.type !== 'response' || answer.status !== 400) return false;
  return /timestamp/i.test(parseError(answer.text).message ?? '') || /"name"\s*:\s*"timestamp"/.test(answer.text);
}

/** Any refusal of the token call that is not about the clock, the address or the load is about the credentials. */
function troubleOf(answer: HttpAnswer): StoreFailure {
  const weight = weigh(answer);
  switch (weight.type) {
    case 'trouble':
      if (weight.failure.kind === 'permission') return { ...weight.failure, kind: 'secret' };
      return weight.failure;
    case 'refused-whole':
      return { kind: isAboutTime(answer) ? 'clock' : 'secret', code: weight.code, message: weight.message };
    case 'body':
      return marketFailure({ ...weight, code: notDocumented, message: '' });
    case 'not-there':
    case 'no-answer':
      return marketFailure(weight);
  }
}
