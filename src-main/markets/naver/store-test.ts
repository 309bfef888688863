import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import type { TestReport } from '../../../src-preload/contract/store';
import type { MarketClock } from '../../network/market-clock';
import type { CallRecord, StoreFailure } from '../market';
import { toEnd } from './in-steps';
import { parseQuery } from './answers';
import type { Gateway } from './gateway';
import { weigh } from './outcome';
import { queryBody, queryPath } from './query';
import { addressIn } from './seen-address';
import type { Tokens } from './token';

/** Sixteen digits of a day on which the market did not exist: reading it shows nothing of anybody. */
const harmlessId = '2000010100000000';

/**
 * Tests a store: a token (secret and clock), then a /query. The token endpoint is not checked for the caller's
 * address (resources/docs/markets/naver.md, "Addresses and permission"), so only the second tells about address and
 * permission; any answer that does not come from the gateway (GW.*) means that the gateway let the call through.
 */
export async function testStore(options: {
  tokens: Tokens;
  gateway: Gateway;
  clock: MarketClock;
}): Promise<TestReport> {
  const { clock } = options;
  const token = await options.tokens.renew();
  if (!token.ok) return finish(reportTokenTrouble(token.failure), clock, token.call, token.failure);

  const asked = await options.gateway.call({ method: 'POST', path: queryPath, body: () => queryBody([harmlessId]) });
  if (!asked.ok) return finish(reportTokenTrouble(asked.failure), clock, asked.call, asked.failure);

  const weight = weigh(asked.answer);
  const passed = { internet: 'yes', clock: 'yes', secret: 'yes' } as const;
  const allowed: Report = { code: 'ok', ticks: { ...passed, ip: 'yes', permission: 'yes' } };
  const inTrouble: Report = { code: 'market-trouble', ticks: { ...passed, ip: 'unknown', permission: 'unknown' } };
  switch (weight.type) {
    case 'body':
      // A page that answers in place of the market proves nothing.
      return toEnd(parseQuery(weight.text)) === undefined
        ? finish(inTrouble, clock, asked.call, withoutUndefined({ fault: weight.fault }))
        : finish(allowed, clock, asked.call);
    case 'refused-whole':
    case 'not-there':
      return finish(allowed, clock, asked.call);
    case 'no-answer': {
      if (asked.answer.type !== 'response') {
        return finish({ code: 'no-connection', ticks: { ...unreached, internet: 'no' } }, clock, asked.call);
      }
      if (weight.fault !== undefined) return finish(inTrouble, clock, asked.call, weight);
      const saidByService = asked.call.code !== undefined && !asked.call.code.startsWith('GW.');
      return finish(saidByService ? allowed : inTrouble, clock, asked.call, weight);
    }
    case 'trouble':
      return finish(reportCallTrouble(weight.failure, passed, allowed, inTrouble), clock, asked.call, weight.failure);
  }
}

type Report = Pick<TestReport, 'code' | 'ticks'>;
const unreached = {
  internet: 'unknown',
  clock: 'unknown',
  secret: 'unknown',
  ip: 'unknown',
  permission: 'unknown',
} as const;

function reportTokenTrouble(failure: StoreFailure): Report {
  const reached = { ...unreached, internet: 'yes' } as const;
  switch (failure.kind) {
    case 'offline':
      return { code: 'no-connection', ticks: { ...unreached, internet: 'no' } };
    case 'clock':
      return { code: 'wrong-clock', ticks: { ...reached, clock: 'no' } };
    case 'secret':
    case 'permission':
      return { code: 'bad-secret', ticks: { ...reached, secret: 'no' } };
    case 'ip':
      return { code: 'ip-not-allowed', ticks: { ...reached, ip: 'no' } };
    case 'quota':
    case 'rate':
      return { code: 'quota', ticks: reached };
    case 'blocked':
    case 'no-path':
    case 'market':
      return { code: 'market-trouble', ticks: reached };
  }
}

function reportCallTrouble(
  failure: StoreFailure,
  passed: Pick<TestReport['ticks'], 'internet' | 'clock' | 'secret'>,
  allowed: Report,
  inTrouble: Report,
): Report {
  switch (failure.kind) {
    case 'offline':
      return { code: 'no-connection', ticks: { ...unreached, internet: 'no' } };
    case 'ip':
      return { code: 'ip-not-allowed', ticks: { ...passed, ip: 'no', permission: 'unknown' } };
    case 'permission':
    case 'secret':
      return { code: 'permission-missing', ticks: { ...passed, ip: 'unknown', permission: 'no' } };
    case 'quota':
      return { code: 'quota', ticks: { ...passed, ip: 'unknown', permission: 'unknown' } };
    case 'rate':
      // The bucket belongs to an application the gateway has already recognised: it would have been let through.
      return allowed;
    case 'blocked':
    case 'no-path':
    case 'clock':
    case 'market':
      return inTrouble;
  }
}

function finish(
  report: Report,
  clock: MarketClock,
  call: CallRecord | undefined,
  said?: { code?: string; message?: string; fault?: NetworkFault },
): TestReport {
  const skew = clock.skewMs();
  const message = said?.message === '' ? undefined : said?.message;
  const address = report.code === 'ip-not-allowed' ? addressIn(message) : undefined;
  return {
    ...report,
    // The market's minus ours is learnt; the seller reads by how much the PC's clock is ahead.
    ...(skew === undefined ? {} : { skewMs: skew === 0 ? 0 : -skew }),
    ...(address === undefined ? {} : { address }),
    ...(said?.code === undefined ? {} : { marketCode: said.code }),
    ...(message === undefined ? {} : { message }),
    ...(said?.fault === undefined ? {} : { fault: said.fault }),
    ...(call?.traceId === undefined ? {} : { traceId: call.traceId }),
  };
}
