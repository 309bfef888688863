import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import type { HttpAnswer } from '../../network/agent';
import { isWebPage } from '../../network/answer-text';
import type { StoreFailure } from '../market';
import { parseError } from './answers';
import { isQuotaUsedUp, quotaPeriodMs, retryAfterMs } from './headers';
import { addressIn } from './seen-address';

/** What an HTTP answer means before its body is looked at. */
export type Weight =
  /** 200: the body decides. */
  | { type: 'body'; text: string; fault?: NetworkFault }
  /** Certainly not applied, and nothing about the jobs: the store is in trouble. */
  | { type: 'trouble'; failure: StoreFailure }
  /** 400: certainly not applied, one of the jobs or our code is at fault. */
  | { type: 'refused-whole'; code: string; message: string }
  /** 404 of the service, not of the gateway: the order of a lookup does not exist. */
  | { type: 'not-there'; code: string; message: string }
  /** A write may have been applied; a read is transient. */
  | { type: 'no-answer'; code: string; message: string; wait?: RetryAfter; fault?: NetworkFault };

/** 503: not there for now, with the market's own word on how long, if it gave one. */
export interface RetryAfter {
  retryAfterMs?: number;
}

/** Our word for a 200 that is not the documented JSON. */
export const notDocumented = 'not-documented';

/** The code of a 400 seen live (resources/docs/markets/naver.md, "Dispatch"), for one that says nothing itself. */
const unreadable = '000400';

/**
 * The closed table of resources/docs/domain.md, "What an answer means": no byte written, or 401, 403, 429, 404
 * GW.NOT_FOUND, a 400 for the whole call, 503 GW.BLOCK. Everything else is no answer: cut sockets, other 5xx,
 * redirects, statuses no one listed. A 401 arrives here only after one renewal and repetition (gateway.ts).
 */
export function weigh(answer: HttpAnswer): Weight {
  if (answer.type === 'not-written')
    return failure({ kind: 'offline', code: answer.cause, ...withoutUndefined({ fault: answer.fault }) });
  if (answer.type === 'cut') return { type: 'no-answer', code: answer.cause, message: '' };
  // It was written, so a write stays in doubt; that no market wrote the page is for the store's health to say.
  const page = isWebPage(answer) ? { fault: webPage } : {};
  if (answer.status === 200) return { type: 'body', text: answer.text, ...page };

  const said = parseError(answer.text);
  const code = said.code ?? String(answer.status);
  const message = said.message ?? '';
  const words = { code, message };

  switch (answer.status) {
    case 400:
      return { type: 'refused-whole', code: said.code ?? unreadable, message };
    case 401:
      // A fresh token refused with GW.AUTHN: the API group is missing (resources/docs/markets/naver.md, "Addresses and
      // permission").
      return failure({ kind: code === 'GW.AUTHN' ? 'permission' : 'secret', ...words });
    case 403:
      // Without a word from the gateway it is a filter in front of it, and those filter addresses.
      if (said.code !== undefined && !code.startsWith('GW.IP')) return failure({ kind: 'permission', ...words });
      return failure({ kind: 'ip', ...words, ...seenIn(message) });
    case 404:
      return code === 'GW.NOT_FOUND' ? failure({ kind: 'no-path', ...words }) : { type: 'not-there', ...words };
    case 429:
      return failure(limited(answer, said.code, words));
    case 503: {
      const wait = waitOf(retryAfterMs(answer.headers, answer.endedAt));
      return code.startsWith('GW.BLOCK')
        ? failure({ kind: 'blocked', ...words, ...wait })
        : { type: 'no-answer', ...words, wait };
    }
    default:
      return { type: 'no-answer', ...words, ...page };
  }
}

const webPage: NetworkFault = { is: 'web-page' };

function limited(
  answer: Extract<HttpAnswer, { type: 'response' }>,
  saidCode: string | undefined,
  words: { code: string; message: string },
): StoreFailure {
  const after = retryAfterMs(answer.headers, answer.endedAt);
  const isQuota = saidCode === 'GW.QUOTA_LIMIT' || (saidCode !== 'GW.RATE_LIMIT' && isQuotaUsedUp(answer.headers));
  if (isQuota) return { kind: 'quota', ...words, ...waitOf(after ?? quotaPeriodMs(answer.headers)) };
  return { kind: 'rate', ...words, ...waitOf(after) };
}

function seenIn(message: string): { address?: string } {
  const address = addressIn(message);
  return address === undefined ? {} : { address };
}

function waitOf(ms: number | undefined): { retryAfterMs?: number } {
  return ms === undefined ? {} : { retryAfterMs: ms };
}

function failure(what: StoreFailure): Weight {
  return { type: 'trouble', failure: what };
}
