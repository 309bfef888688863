import { expect } from 'vitest';
import type { FaultRuleInput } from '../../../src-main/practice/faults';
import type { Day, Scenario } from '../../support/core/day';

type Fault = FaultRuleInput['fault'];

const onDispatch =
  (...faults: Fault[]) =>
  (): FaultRuleInput[] =>
    faults.map((fault, index) => ({ when: { path: 'dispatch', nth: index + 1, times: 1 }, fault }));

const onRead =
  (...faults: Fault[]) =>
  (): FaultRuleInput[] =>
    faults.map((fault, index) => ({ when: { path: 'query', nth: index + 1, times: 1 }, fault }));

/** A number that was never sold: 17 digits, in no ledger. */
const unsold = '20260101999999991';

/** Splitting a call of 30 down to its one bad line. */
const mostSplitCalls = Math.floor(2 * Math.log2(30)) + 1;

/** How long after the market is back it may stay unseen, in the first minutes of an outage. */
const backWithinMs = 5000;

const paused = (cause: string) => async (day: Day) => {
  await day.running.until(({ pause }) => pause?.cause === cause);
};

/** Answers that were lost: only the market's own state can say what became of the call. */
export const lostAnswers: Scenario[] = [
  { name: 'the socket is cut before the market applied it', faults: onDispatch({ kind: 'cutBefore' }) },
  { name: 'the socket is cut after the market applied it', faults: onDispatch({ kind: 'cutAfter' }) },
  {
    name: '500, not applied',
    faults: onDispatch({ kind: 'status', status: 500, code: 'GW.INTERNAL_SERVER_ERROR' }),
  },
  { name: '500, applied', faults: onDispatch({ kind: 'status', status: 500, code: 'GW.PROXY.01', applied: true }) },
  {
    name: '502 with a page of HTML, not applied',
    faults: onDispatch({ kind: 'status', status: 502, bodyHtml: '<html><h1>Bad Gateway</h1></html>' }),
  },
  {
    name: '502 with a page of HTML, applied',
    faults: onDispatch({ kind: 'status', status: 502, bodyHtml: '<html>nginx</html>', applied: true }),
  },
  { name: '504, not applied', faults: onDispatch({ kind: 'status', status: 504, code: 'GW.TIMEOUT.01' }) },
  {
    name: '504, applied',
    faults: onDispatch({ kind: 'status', status: 504, code: 'GW.TIMEOUT.01', applied: true }),
  },
  {
    name: 'a 200 with a page of HTML',
    faults: onDispatch({ kind: 'status', status: 200, bodyHtml: '<html>ok</html>' }),
  },
  { name: 'half a body', faults: onDispatch({ kind: 'halfBody' }) },
  { name: 'JSON of another shape', faults: onDispatch({ kind: 'wrongShape' }) },
  {
    name: 'five ids in neither list',
    faults: (ids) => [{ when: { path: 'dispatch', times: 2 }, fault: { kind: 'omitIds', ids: ids.slice(3, 8) } }],
  },
  { name: 'no id in any list', faults: onDispatch({ kind: 'omitIds' }) },
  { name: 'a yes to an id no one asked for', faults: onDispatch({ kind: 'foreignIds', ids: [unsold] }) },
  {
    name: 'the first reading after a lost answer is lost too, and the next is no JSON',
    faults: () => [...onDispatch({ kind: 'cutAfter' })(), ...onRead({ kind: 'cutBefore' }, { kind: 'wrongShape' })()],
  },
  {
    name: '9999 for orders that went out all the same',
    faults: (ids) => [
      {
        when: { path: 'dispatch', times: 2 },
        fault: { kind: 'itemCode', code: '9999', ids: ids.slice(0, 3), applied: true },
      },
    ],
  },
  {
    name: '9999 for orders the market did not take',
    faults: (ids) => [
      { when: { path: 'dispatch', times: 2 }, fault: { kind: 'itemCode', code: '9999', ids: ids.slice(0, 3) } },
    ],
    ends: { rejected: 3 },
  },
];

/** Refusals that concern the store: nothing of it costs a job anything. */
export const storeTroubles: Scenario[] = [
  {
    name: 'one 401 although the token is good: the renewal brings the same token, and the call goes through',
    faults: onDispatch({ kind: 'status', status: 401, code: 'GW.AUTHN' }),
  },
  {
    name: '401 again although the token is good: the store pauses at once',
    faults: onDispatch(
      { kind: 'status', status: 401, code: 'GW.AUTHN' },
      { kind: 'status', status: 401, code: 'GW.AUTHN' },
    ),
    async meanwhile(day) {
      await day.running.until(({ pause }) => pause?.cause === 'secret' || pause?.cause === 'permission');
      expect(day.market.control.requests('dispatch').length, 'calls with a refused token').toBeLessThanOrEqual(2);
      await day.running.core.handlers['stores-test']({ storeId: day.running.storeId });
    },
  },
  {
    name: 'tokens revoked in the middle',
    switches: { rate: 4 },
    orders: 120,
    async meanwhile({ market }) {
      await market.control.ended('dispatch', 1);
      market.control.revokeTokens();
    },
  },
  {
    name: '401 always: one renewal, then a pause, and everything goes on with the right to it',
    switches: { permissionGranted: false },
    async meanwhile(day) {
      await day.running.until(({ pause }) => pause?.cause === 'secret' || pause?.cause === 'permission');
      expect(day.market.control.requests('token').length, 'tokens asked for').toBeLessThanOrEqual(3);
      day.market.control.set({ permissionGranted: true });
      await day.running.core.handlers['stores-test']({ storeId: day.running.storeId });
    },
  },
  {
    name: '403 IP: a pause with its cause, on again when the old address is back',
    switches: { ipAllowed: false },
    async meanwhile(day) {
      await paused('ip')(day);
      day.market.control.set({ ipAllowed: true });
      await day.running.core.handlers['stores-test']({ storeId: day.running.storeId });
    },
  },
  {
    name: '429 RATE: no attempt is lost',
    faults: () => [
      { when: { path: 'dispatch', nth: [1, 2, 4] }, fault: { kind: 'status', status: 429, code: 'GW.RATE_LIMIT' } },
    ],
    after: (_day, log) => expect(log.every((job) => job.failures === 0)).toBe(true),
  },
  {
    name: 'a bucket far smaller than the app thinks',
    orders: 100,
    switches: { rate: 1, burst: 1 },
    after: (_day, log) => expect(log.every((job) => job.failures === 0)).toBe(true),
  },
  {
    name: '429 QUOTA: a pause until the period ends',
    faults: onDispatch({ kind: 'status', status: 429, code: 'GW.QUOTA_LIMIT' }),
    async meanwhile(day) {
      const status = await day.running.until(({ pause }) => pause?.cause === 'quota');
      expect(status.pause?.until, 'until when').toBeGreaterThan(Date.now() + 60_000);
      await day.running.core.handlers['stores-pause']({ storeId: day.running.storeId, paused: false });
    },
  },
  {
    name: '503 block: one read per growing pause, then on',
    switches: { blocked: 'circuit' },
    async meanwhile(day) {
      await day.running.until(({ connection }) => connection === 'offline');
      expect(day.market.control.requests('dispatch').length, 'calls that were not applied').toBeLessThanOrEqual(1);
      day.market.control.set({ blocked: 'no' });
    },
  },
  {
    name: 'maintenance: on by itself when it ends',
    switches: { blocked: 'maintenance' },
    async meanwhile(day) {
      await day.running.until(({ connection }) => connection === 'offline');
      day.market.control.set({ blocked: 'no' });
    },
  },
  {
    name: 'the market is gone and comes back: all leaves by itself, looked for within 5 s',
    async before(day) {
      await day.marketDown();
    },
    async meanwhile(day) {
      const { nextProbeAt = Infinity } = await day.running.until(({ connection }) => connection === 'offline');
      expect(nextProbeAt - Date.now(), 'ms to the next look').toBeLessThan(backWithinMs);
      await day.marketUp();
      await day.market.control.arrived('dispatch');
    },
  },
];

/** Refusals and findings that concern one order. */
export const orderTroubles: Scenario[] = [
  {
    name: '400 for the whole call: the bad line ends alone, the others go through',
    orders: 30,
    faults: (ids) => [
      {
        when: { path: 'dispatch', ids: ids.slice(13, 14) },
        fault: { kind: 'status', status: 400, code: '000400', message: '요청 값이 올바르지 않습니다.' },
      },
    ],
    ends: { rejected: 1 },
    after({ market }) {
      const calls = market.control.requests('dispatch').length;
      expect(calls, 'calls for one bad line among thirty').toBeLessThanOrEqual(1 + mostSplitCalls);
    },
  },
  {
    name: 'the buyer asked to cancel: held, and shipped only after a yes',
    async before({ market, ids }) {
      for (const id of ids.slice(0, 2)) market.control.requestCancel(id);
    },
    async meanwhile(day) {
      await day.running.settled();
      const held = (await day.running.log()).filter((job) => job.state === 'held');
      expect(held.map((job) => job.code)).toEqual(['cancel-requested', 'cancel-requested']);
      const yes = held.find((job) => job.target === day.ids[0]);
      const answer = await day.running.core.handlers['log-act']({ action: 'approve', jobs: yes ? [yes.id] : [] });
      expect(answer).toMatchObject({ ok: true, value: { changed: 1 } });
      await day.running.until(({ counts }) => counts.held === 1 && counts.succeeded === day.ids.length - 1);
    },
    ends: { held: 1 },
  },
  {
    name: 'the cancel request comes while an answer is lost',
    faults: onDispatch({ kind: 'cutBefore' }),
    async meanwhile({ market, ids }) {
      await market.control.ended('dispatch', 1);
      const [id = ''] = ids;
      market.control.requestCancel(id);
    },
    ends: { held: 1 },
  },
  {
    name: 'shipped in the Seller Center with another number: a conflict, not a second dispatch',
    before({ market, ids }) {
      const [id = ''] = ids;
      market.control.shipElsewhere(id, { deliveryCompanyCode: 'HANJIN', trackingNumber: '503012345670' });
    },
    ends: { rejected: 1 },
    after: (_day, log) => expect(log.find((job) => job.state === 'rejected')?.code).toBe('conflict'),
  },
  {
    name: 'the same line again changes nothing, another number is refused',
    async meanwhile(day) {
      await day.running.settled();
      expect(await day.running.send(day.orders)).toMatchObject({ added: 0, already: day.orders.length });
      const other = await day.running.send(day.orders.slice(0, 2), () => ({
        courier: 'KGB',
        trackingNumber: '99100000010',
      }));
      expect(other).toMatchObject({ added: 0, lines: [{ outcome: 'sent' }, { outcome: 'sent' }] });
    },
  },
  {
    name: 'the same line twice while the first is in flight',
    faults: () => [{ when: { path: 'dispatch', nth: 1 }, fault: { kind: 'stall' } }],
    async meanwhile(day) {
      await day.market.control.arrived('dispatch', 1);
      expect(await day.running.send(day.orders)).toMatchObject({ added: 0, already: day.orders.length });
      day.market.control.release();
    },
  },
  {
    name: 'cancelled at the market before it was sent',
    before: ({ market, ids }) => market.control.completeCancel(ids[0] ?? ''),
    ends: { rejected: 1 },
  },
];

/** Clocks and tokens. */
export const clocks: Scenario[] = [
  { name: "the market's clock is 10 minutes ahead", switches: { clockSkewMs: 600_000 } },
  { name: "the market's clock is 10 minutes behind", switches: { clockSkewMs: -600_000 } },
  {
    name: 'the token runs out in the middle, again and again',
    // Twelve calls, one a second: more than a token lasts, and a token lasts longer than the slowest machine takes to use it.
    orders: 360,
    switches: { tokenLifeSeconds: 6, tokenKeepSeconds: 2, rate: 1, burst: 1 },
  },
];
