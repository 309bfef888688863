import { describe, expect, it } from 'vitest';
import type { JobValues } from '../../../src-preload/contract/job';
import { offeredActions } from '../../../src-preload/contract/job-rules';
import { controllersOfFile, expectAdvice, expectNumber, given, openCodeRun } from '../../support/core/code-run';
import { brightmallCodes } from './code-table';

controllersOfFile();

// Each has a desk and a market of its own, and mostly waits for its due times.
describe.concurrent('every failure of BrightMall’s 재고 확인', () => {
  const values: JobValues = { kind: 'stock', stock: { available: true } };

  it.each(Object.entries(brightmallCodes))('%s ends where the table says', async (code, row) => {
    const { market, running, send, attemptsOf } = await openCodeRun('brightmall');
    const [item] = market.control.makeItems(1, 8);
    const pauses = row.pause !== undefined;
    market.control.inject({
      when: { path: 'stock', ...(pauses ? {} : { times: 1 }) },
      fault: { kind: 'status', status: row.status, code: row.given, message: 'no' },
    });
    await send([{ target: given(item, 'item').ordPrdNo, values }]);
    if (pauses) {
      const { pause } = await running.until((status) => status.pause !== undefined);
      expect(pause?.cause).toBe(row.pause);
      market.control.clearFaults();
      expect(await running.core.handlers['stores-test']({ storeId: running.storeId })).toMatchObject({
        value: { code: 'ok' },
      });
    }
    await running.settled();
    const job = given((await running.log())[0], 'job');
    const attempts = await attemptsOf(job);
    expect(attempts[0]).toMatchObject({ outcome: row.outcome, code, httpStatus: row.status });
    expectNumber(attempts);
    expect(job.state).toBe(row.ends);
    if (row.first !== undefined) expect(offeredActions(job)[0]).toBe(row.first);
    expectAdvice(code, 'brightmall', row.says);
    const took = market.control.items()[0]?.confirmations.length;
    expect(took).toBe(row.ends === 'succeeded' ? 1 : 0);
  });

  it.each([
    ['an answer that was cut after the market took it', { kind: 'cutAfter' }],
    ['an answer that was cut before', { kind: 'cutBefore' }],
    ['half an answer', { kind: 'halfBody' }],
    ['an answer without the item', { kind: 'omitIds' }],
  ] as const)('%s is simply asked again: repeating is documented as safe', async (_, fault) => {
    const { market, running, send } = await openCodeRun('brightmall');
    const [item] = market.control.makeItems(1, 9);
    market.control.inject({ when: { path: 'stock', times: 1 }, fault });
    await send([{ target: given(item, 'item').ordPrdNo, values }]);
    await running.settled();
    const [job] = await running.log();
    expect(job).toMatchObject({ state: 'succeeded', message: 'preparing' });
    expect(market.control.requests('stock')).toHaveLength(2);
  });

  it('BM.ITEM: a no to one item is that item’s alone, and can be corrected', async () => {
    const { market, running, send, attemptsOf } = await openCodeRun('brightmall');
    const [known] = market.control.makeItems(1, 10);
    const target = '202601010000_000000000_[9]';
    await send([
      { target, values },
      { target: given(known, 'item').ordPrdNo, values },
    ]);
    await running.settled();
    const log = await running.log();
    const job = given(
      log.find((each) => each.target === target),
      'job',
    );
    expect(log.map(({ state }) => state).toSorted()).toEqual(['rejected', 'succeeded']);
    expect([job.code, job.message]).toEqual(['BM.ITEM', 'Order item not found']);
    expect(offeredActions(job)[0]).toBe('edit');
    expectAdvice('BM.ITEM', 'brightmall', /고친 뒤 다시 시도해 주세요/u);
    expectNumber(await attemptsOf(job));
    // Corrected in its place: the next answer goes out as the same job.
    const edited = await running.core.handlers['log-act']({
      action: 'edit',
      jobs: [job.id],
      values: { available: false, reason: 'other', memo: '모르는 품목' },
    });
    expect(edited).toMatchObject({ value: { changed: 1, refused: [] } });
    await market.control.arrived('stock', 2);
    await running.settled();
    expect(await attemptsOf(job)).toHaveLength(2);
  });

  it('more than a hundred items go out a hundred a call, whichever envelope answers', async () => {
    const { market, running, send } = await openCodeRun('brightmall');
    market.control.set({ brightmallEnvelope: 'wrapped' });
    const items = market.control.makeItems(230, 11);
    await send(items.map(({ ordPrdNo }) => ({ target: ordPrdNo, values })));
    await running.settled();
    expect((await running.log()).map(({ state }) => state)).toEqual(items.map(() => 'succeeded'));
    expect(market.control.requests('stock').map(({ ids }) => ids.length)).toEqual([100, 100, 30]);
  });

  it('while BrightMall cannot be reached the answers wait, and go out by themselves once it can', async () => {
    const { market, running, send, marketDown, marketUp } = await openCodeRun('brightmall');
    const items = market.control.makeItems(3, 12);
    await marketDown();
    await send(items.map(({ ordPrdNo }) => ({ target: ordPrdNo, values })));
    await running.until(({ connection }) => connection === 'offline');
    expect((await running.log()).map(({ state }) => state)).not.toContain('succeeded');
    const again = await marketUp();
    await running.settled();
    expect((await running.log()).map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(again.control.items().map(({ confirmations }) => confirmations.length)).toEqual([1, 1, 1]);
  });
});
