import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNaverMarket } from '../../../src-main/markets/naver/market';
import type { Market, Sendable, Session } from '../../../src-main/markets/market';
import { createAgent } from '../../../src-main/network/agent';
import type { HttpAgent } from '../../../src-main/network/agent';
import { createConnector } from '../../../src-main/network/connector';
import { createProbe } from '../../../src-main/network/probe';
import { startPractice } from '../../../src-main/practice/start-practice';
import type { Practice } from '../../../src-main/practice/start-practice';
import { koreanDayIndex, koreanMidnight } from '../../../src-preload/contract/korean-time';

/** Delays and yeses to cancel requests, from the client over the wire to the practice market's ledger. */
let folder: string;
let practice: Practice;
let agent: HttpAgent;
let naver: Market;
let session: Session;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balsong-acts-'));
  practice = await startPractice({
    ledgerFile: join(folder, 'ledger'),
    options: { seed: 'empty', switches: { rate: 1_000 } },
  });
  agent = createAgent({ now: () => Date.now() });
  naver = createNaverMarket({
    request: agent.request,
    probe: createProbe(createConnector()),
    now: () => Date.now(),
    steady: () => performance.now(),
  });
  session = naver.open({ secrets: { market: 'naver', ...practice.credentials }, baseUrl: practice.url });
});
afterEach(async () => {
  await session.close();
  await agent.destroy();
  await practice.stop();
  await rm(folder, { recursive: true, force: true });
});

const lastMomentIn = (days: number): number => koreanMidnight(koreanDayIndex(Date.now()) + days + 1) - 1;
const idOf = (more: Parameters<Practice['control']['makeOrders']>[2] = {}): string => {
  const [order] = practice.control.makeOrders(1, 7, { perOrder: [1], ...more });
  if (order === undefined) throw new Error('no order was made');
  return order.productOrderId;
};
const delayOf = (target: string, days = 3): Sendable => ({
  target,
  values: { kind: 'delay', delay: { until: lastMomentIn(days), reason: 'preparing', text: '입고가 늦어요.' } },
});
const claimOf = async (target: string): Promise<string> => (await findingOf(target)).claimId ?? '';

async function findingOf(target: string) {
  const { outcome } = await session.read([target]);
  const finding = outcome.type === 'answered' ? outcome.findings.get(target) : undefined;
  if (finding === undefined) throw new Error('not returned');
  return finding;
}
const judge = async (job: Sendable) => naver.judge(job.values, await findingOf(job.target));
const verdictOf = async (kind: 'delay' | 'refund', job: Sendable) => {
  const { outcome } = await session.send(kind, [job]);
  return outcome.type === 'answered' ? outcome.verdicts.get(job.target) : outcome;
};
const refundOf = async (target: string): Promise<Sendable> => ({
  target,
  values: { kind: 'refund', refund: { claimId: await claimOf(target) } },
});

describe('a delay', () => {
  it('is taken with its reason, its text and the last second of its day, and shows in a reading', async () => {
    const job = delayOf(idOf());
    expect(await judge(job)).toEqual({ is: 'open' });
    expect(await verdictOf('delay', job)).toEqual({ yes: true });
    expect(practice.control.orders()[0]?.delayed).toEqual({
      until: lastMomentIn(3) - 999,
      reason: 'PRODUCT_PREPARE',
      text: '입고가 늦어요.',
    });
    expect(await judge(job)).toEqual({ is: 'done' });
    expect(await judge(delayOf(job.target, 4)), 'another day is another delay').toEqual({ is: 'open' });
  });

  it.each([
    ['too far', '104105', {}, 120],
    ['unconfirmed', '104443', { specials: { 'not-confirmed': 1 } }, 3],
  ] as const)('%s is refused with %s', async (_, code, more, days) => {
    expect(await verdictOf('delay', delayOf(idOf(more), days))).toMatchObject({ yes: false, code });
  });

  it('is refused for what the obstacles say before it is asked for', async () => {
    const target = idOf();
    practice.control.requestCancel(target);
    const job = delayOf(target);
    expect(naver.obstacles?.(job.values, await findingOf(target), Date.now())).toEqual([
      { is: 'refused', code: 'delay-claim-open' },
    ]);
    expect(await verdictOf('delay', job)).toMatchObject({ yes: false, code: '104442' });
  });

  it('whose market does not move the due date is asked for again at most, never called done', async () => {
    practice.control.set({ delayMovesDue: false });
    const job = delayOf(idOf());
    await verdictOf('delay', job);
    expect(await judge(job)).toEqual({ is: 'open' });
  });
});

describe('a yes to a cancel request', () => {
  it('pays back, and shows as done', async () => {
    const target = idOf();
    practice.control.requestCancel(target);
    const job = await refundOf(target);
    expect(await judge(job)).toEqual({ is: 'open' });
    expect(await verdictOf('refund', job)).toEqual({ yes: true });
    expect(practice.control.requests('approve-cancel')).toMatchObject([{ ids: [target] }]);
    expect(practice.control.ledger()[target]).toMatchObject({ status: 'CANCELED', refunds: 1 });
    expect(await judge(job)).toEqual({ is: 'done' });
  });

  it('of which the refund stays under way is agreed to, and says so', async () => {
    practice.control.set({ refundStays: 'first' });
    const target = idOf();
    practice.control.requestCancel(target);
    const job = await refundOf(target);
    await verdictOf('refund', job);
    expect(await judge(job)).toEqual({ is: 'done', code: 'refund-under-way' });
    const again: Sendable = {
      target,
      values: { kind: 'refund', refund: { claimId: await claimOf(target), again: true } },
    };
    expect(await judge(again)).toEqual({ is: 'open' });
    expect(await verdictOf('refund', again)).toEqual({ yes: true });
    expect(await judge(again)).toEqual({ is: 'done' });
  });

  it('is none to a later request, nor where there is none', async () => {
    const target = idOf();
    practice.control.requestCancel(target);
    const job = await refundOf(target);
    practice.control.withdrawCancel(target);
    expect(await judge(job)).toEqual({ is: 'closed', isFinal: true });
    expect(await verdictOf('refund', job), 'a 400 is the answer on this order').toMatchObject({
      yes: false,
      code: '104442',
    });
    practice.control.requestCancel(target);
    expect(await judge(job)).toEqual({ is: 'closed', isFinal: true });
  });

  it.each(['401', '403'] as const)(
    'that the application may not give (%s) stops nothing else',
    async (claimApproval) => {
      practice.control.set({ claimApproval });
      const target = idOf();
      practice.control.requestCancel(target);
      expect(await verdictOf('refund', await refundOf(target))).toMatchObject({ yes: false, code: 'not-permitted' });
      expect(naver.classOf('refund', 'not-permitted')).toBe('rejected');
      expect((await session.read([target])).outcome.type).toBe('answered');
      expect(practice.control.ledger()[target]).toMatchObject({ refunds: 0 });
    },
  );

  it('whose answer is cut is no answer', async () => {
    const target = idOf();
    practice.control.requestCancel(target);
    const job = await refundOf(target);
    practice.control.inject({ when: { path: 'approve-cancel', times: 1 }, fault: { kind: 'cutAfter' } });
    expect(await verdictOf('refund', job)).toMatchObject({ type: 'no-answer' });
    expect(await judge(job)).toEqual({ is: 'done' });
  });
});
