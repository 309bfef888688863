import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultRuleInput } from '../../../src-main/practice/faults';
import type { Attempt, Job } from '../../../src-preload/contract/job';
import { naverCodeList } from '../../../src-preload/contract/markets/naver/codes';
import type { StoreStatus } from '../../../src-preload/contract/store';
import { offeredActions } from '../../../src-preload/contract/job-rules';
import { controllersOfFile, expectAdvice, expectNumber, given, openCodeRun } from '../../support/core/code-run';
import { confirmCodes, dispatchCodes, gatewayCodes, lookupStatuses } from './code-table';
import type { Met } from './code-table';

controllersOfFile();

interface Ended {
  job: Job;
  attempts: readonly Attempt[];
}

/** One call in which the market answers each order with another code; read again where the code leaves it open. */
async function playItemCodes(kind: 'dispatch' | 'confirm', table: Readonly<Record<string, Met>>) {
  const { market, running, send, attemptsOf } = await openCodeRun('naver');
  const codes = Object.keys(table);
  const specials = kind === 'confirm' ? { specials: { 'not-confirmed': codes.length } } : {};
  const orders = market.control.makeOrders(codes.length, 5, { perOrder: [1], ...specials });
  const byCode = codes.map((code, index) => ({ code, order: given(orders[index], code) }));
  const answers = Object.fromEntries(byCode.map(({ code, order }) => [order.productOrderId, code]));
  market.control.inject({ when: { path: kind }, fault: { kind: 'itemCodes', codes: answers } });
  await send(
    byCode.map(({ order }) => ({
      target: order.productOrderId,
      values:
        kind === 'confirm'
          ? { kind, confirm: {} }
          : {
              kind,
              dispatch: {
                deliveryMethod: 'DELIVERY',
                deliveryCompanyCode: order.courier,
                trackingNumber: order.trackingNumber,
              },
            },
    })),
  );
  await running.settled();
  const log = await running.log();
  const ended = new Map<string, Ended>();
  for (const { code, order } of byCode) {
    const job = given(
      log.find(({ target }) => target === order.productOrderId),
      code,
    );
    ended.set(code, { job, attempts: await attemptsOf(job) });
  }
  expect(running.problems).toEqual([]);
  return ended;
}

/** A dispatch whose first call ends with this code; what the store and the job did, and that it goes out in the end. */
async function playWholeCode(code: string, status: number, pauses: boolean): Promise<EndedWhole> {
  const { market, running, send, attemptsOf } = await openCodeRun('naver');
  const [order] = market.control.makeOrders(1, 7, { perOrder: [1] });
  const { productOrderId, courier, trackingNumber } = given(order, 'order');
  market.control.inject({
    when: { path: 'dispatch', ...(pauses ? {} : { times: 1 }) },
    fault: { kind: 'status', status, code },
  });
  const dispatch = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: courier, trackingNumber } as const;
  await send([{ target: productOrderId, values: { kind: 'dispatch', dispatch } }]);
  let pause: StoreStatus['pause'];
  if (pauses) {
    pause = (await running.until((each) => each.pause !== undefined)).pause;
    market.control.clearFaults();
    await running.core.handlers['stores-test']({ storeId: running.storeId });
  }
  await running.settled();
  const job = given((await running.log())[0], 'job');
  const { dispatches } = market.control.ledger()[productOrderId] ?? {};
  expect(running.problems).toEqual([]);
  return { job, attempts: await attemptsOf(job), pause, dispatches };
}

type EndedWhole = Ended & { pause: StoreStatus['pause']; dispatches: number | undefined };

const endedItems = new Map<'dispatch' | 'confirm', ReadonlyMap<string, Ended>>();
const endedWholes = new Map<string, EndedWhole>();

// All stories of the file at once: most of each is the wait before an unanswered call is read.
beforeAll(async () => {
  await Promise.all([
    playItemCodes('dispatch', dispatchCodes).then((ended) => endedItems.set('dispatch', ended)),
    playItemCodes('confirm', confirmCodes).then((ended) => endedItems.set('confirm', ended)),
    ...Object.entries(gatewayCodes).map(async ([code, { status, pause }]) =>
      endedWholes.set(code, await playWholeCode(code, status, pause !== undefined)),
    ),
  ]);
});

describe.each([
  ['발송 처리', 'dispatch', dispatchCodes],
  ['발주 확인', 'confirm', confirmCodes],
] as const)('every code the market can give to %s', (_, kind, table) => {
  it.each(Object.entries(table))('%s ends where the table says, with advice and the click that helps', (code, met) => {
    const { job, attempts } = given(endedItems.get(kind)?.get(code), code);
    expect([job.state, job.code]).toEqual([met.state, met.code ?? code]);
    expect(offeredActions(job)[0]).toBe(met.first);
    expectAdvice(job.code ?? '', 'naver', met.says);
    expectNumber(attempts);
  });
});

describe.concurrent('every status of 상품 주문 목록 조회', () => {
  it.each(Object.entries(lookupStatuses))('%s', async (_, row) => {
    const { market, running, send, attemptsOf } = await openCodeRun('naver');
    const [order] = market.control.makeOrders(1, 6, { perOrder: [1] });
    const rule: FaultRuleInput = {
      // A pause goes on until the seller acts; anything else is met once.
      when: { path: 'product-order-ids', ...('pause' in row ? {} : { times: 1 }) },
      fault: { kind: 'status', status: row.status, code: row.given ?? String(row.status) },
    };
    market.control.inject(rule);
    await send([{ target: given(order, 'order').orderId, values: { kind: 'lookup', lookup: {} } }]);
    if ('pause' in row) {
      const { pause } = await running.until((status) => status.pause !== undefined);
      expect(pause?.cause).toBe(row.pause);
      market.control.clearFaults();
      await running.core.handlers['stores-test']({ storeId: running.storeId });
    }
    await running.settled();
    const [job] = await running.log();
    const attempts = await attemptsOf(given(job, 'job'));
    expectNumber(attempts);
    if ('pause' in row) {
      expect(job?.state).toBe('succeeded');
      return;
    }
    expect([job?.state, job?.code]).toEqual([row.met.state, row.met.code]);
    if (row.met.code === undefined) return;
    expect(offeredActions(given(job, 'job'))[0]).toBe(row.met.first);
    expectAdvice(row.met.code, 'naver', row.met.says);
  });
});

describe('every code of the gateway', () => {
  it.each(Object.entries(gatewayCodes))('%s: nothing is lost, nothing sent twice', (code, whole) => {
    const { job, attempts, pause, dispatches } = given(endedWholes.get(code), code);
    const [first] = attempts;
    expect(first).toMatchObject({ purpose: 'send', outcome: whole.outcome, code, httpStatus: whole.status });
    expect(pause?.cause).toBe(whole.pause);
    expectNumber(attempts);
    expectAdvice(code, 'naver', whole.says);
    expect([job.state, dispatches]).toEqual(['succeeded', 1]);
  });
});

it('no code of NAVER’s table is left out', () => {
  const played = new Set([...Object.keys(dispatchCodes), ...Object.keys(gatewayCodes)]);
  // 000400 is a whole call that cannot be read: test/integration/core/worst-days.ts splits it down to its one line.
  expect(naverCodeList.filter((code) => !played.has(code))).toEqual(['000400']);
});
