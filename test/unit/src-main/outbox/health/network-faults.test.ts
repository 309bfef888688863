import { describe, expect, it } from 'vitest';
import type { NetworkFault } from '../../../../../src-preload/contract/network-fault';
import { answerOf } from '../../../../support/http/scripted-request';
import { isWebPage } from '../../../../../src-main/network/answer-text';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { StoreHealth } from '../../../../../src-main/outbox/health/health-state';
import { mayCall } from '../../../../../src-main/outbox/health/may-call';
import { on } from '../../../../../src-main/outbox/health/store-health';
import { monday as now } from '../../../../support/outbox/test-database';

const well: StoreHealth = { ...freshHealth, pause: undefined, lookFirstSince: undefined };
const certificate: NetworkFault = { is: 'certificate', problem: 'untrusted', issuer: 'Shield' };
const away: NetworkFault = { is: 'proxy-down', proxy: 'p:1' };
const failed = (kind: 'offline' | 'market', fault: NetworkFault) =>
  on(well, { type: 'store-failed', scope: 'token', failure: { kind, fault }, isPaced: false }, now);

describe('what stands between a store and its market', () => {
  it('is known with the outage, probed for like one, and ends with it', () => {
    const barred = failed('offline', certificate);
    expect(barred.circuit).toMatchObject({ is: 'open', by: 'offline', fault: certificate });
    expect(mayCall(barred, 'token', now + 4_000, true)).toEqual({ may: 'probe', by: 'connect' });
    const reached = on(barred, { type: 'probe-ended', outcome: { is: 'reached' }, pause: undefined }, now);
    expect(reached.circuit).toEqual({ is: 'closed' });
  });

  it('is what the last probe found, or nothing when it found a plain outage', () => {
    const probed = (outcome: { is: 'unreachable'; fault?: NetworkFault }) =>
      on(failed('offline', certificate), { type: 'probe-ended', outcome, pause: undefined }, now).circuit;
    expect(probed({ is: 'unreachable', fault: away })).toMatchObject({ fault: away, round: 1 });
    expect(probed({ is: 'unreachable' })).not.toHaveProperty('fault');
  });

  it('lets nothing more out once a page came in place of an answer', () => {
    const page: NetworkFault = { is: 'web-page' };
    for (const health of [
      failed('market', page),
      on(well, { type: 'no-response', scope: 'stock', fault: page }, now),
    ]) {
      expect(health.circuit).toMatchObject({ is: 'open', by: 'blocked', fault: page });
      expect(mayCall(health, 'dispatch', now, true)).toMatchObject({ may: 'not-call' });
      expect(mayCall(health, 'token', now + 10 * 60_000, true)).toEqual({ may: 'probe', by: 'read' });
    }
  });
});

describe('a page of the web', () => {
  const isPage = (status: number, body: string, headers: Record<string, string> = {}): boolean => {
    const answer = answerOf({ status, body, headers });
    return answer.type === 'response' && isWebPage(answer);
  };

  it.each<[number, string, Record<string, string>, boolean]>([
    [200, '<!DOCTYPE html><html>', {}, true],
    [200, '\n  <HTML lang="ko">', {}, true],
    [200, '<script>location="x"</script>', {}, true],
    [302, '', { location: 'http://login.example/' }, true],
    [511, '', {}, true],
    [200, '{"data":"<html>"}', {}, false],
    [200, '', {}, false],
    [304, '', {}, false],
    [403, '<html>', {}, false],
    [502, '<html>', {}, false],
  ])('%s with %j and %o', (status, body, headers, is) => {
    expect(isPage(status, body, headers)).toBe(is);
  });
});
