import { describe, expect, it } from 'vitest';
import { ownCodes } from '../../../../src-preload/contract/codes';
import { holdReasons } from '../../../../src-preload/contract/job';
import { isIn, jobKinds, jobStateGroups, jobStates, waits } from '../../../../src-preload/contract/job-states';
import { canDo, canChangeByRetry, offeredActions } from '../../../../src-preload/contract/job-rules';

const dispatch = { kind: 'dispatch' } as const;

describe('what can be done about a job', () => {
  it('never offers to send again what may have been sent', () => {
    expect(offeredActions({ ...dispatch, state: 'unknown', code: 'no-answer' })).toEqual(['reread']);
    expect(offeredActions({ ...dispatch, state: 'unknown', code: 'not-found' })).toEqual(['reread', 'settled-by-hand']);
    expect(offeredActions({ ...dispatch, state: 'sending' })).toEqual([]);
  });

  it('asks a hold with the careful answer first', () => {
    expect(offeredActions({ ...dispatch, state: 'held', holdReason: 'cancel-requested' })).toEqual([
      'decline',
      'approve',
    ]);
    expect(offeredActions({ ...dispatch, state: 'held', holdReason: 'address-changed' })).toEqual([
      'decline',
      'approve',
      'edit',
    ]);
  });

  it('puts the click that helps first', () => {
    const [forConfirm] = offeredActions({ ...dispatch, state: 'rejected', code: '104443' });
    const [forNumber] = offeredActions({ ...dispatch, state: 'rejected', code: '104122' });
    expect([forConfirm, forNumber]).toEqual(['confirm-then-dispatch', 'edit']);
  });

  it('offers a retry for whatever was refused, since the seller may have put it right at the market', () => {
    for (const code of ['104122', '104442', '104133', '105306', '100001', '101009', 'never heard of']) {
      expect(offeredActions({ ...dispatch, state: 'rejected', code })).toContain('retry');
    }
    expect(offeredActions({ ...dispatch, state: 'rejected', code: '104442' })[0]).toBe('reread');
    expect(offeredActions({ kind: 'lookup', state: 'rejected', code: '100003' })).toContain('retry');
  });

  it('offers no retry against a shipment that is registered already, nor for an order that is closed', () => {
    for (const code of ['conflict', 'closed']) {
      expect(offeredActions({ ...dispatch, state: 'rejected', code })).not.toContain('retry');
    }
  });

  it('offers no retry behind a confirm or a main product, where only the end of that lets it go on', () => {
    const behind = { ...dispatch, state: 'waiting', wait: 'step-before' } as const;
    expect(offeredActions(behind)).toEqual(['edit', 'exclude']);
    expect(offeredActions({ ...behind, code: 'after-main-product' })).toEqual(['edit', 'exclude']);
    expect(offeredActions({ ...behind, wait: 'store', code: 'ENOTFOUND' })[0], 'waits for its store').toBe('retry');
    expect(offeredActions({ ...behind, wait: 'back-off', code: 'GW.RATE_LIMIT' })[0]).toBe('retry');
  });

  it('corrects a refused stock answer, and reads nothing for it', () => {
    const stock = { kind: 'stock' } as const;
    expect(offeredActions({ ...stock, state: 'rejected', code: 'BM.ITEM' })).toEqual(['edit', 'retry', 'exclude']);
    for (const state of jobStates) expect(offeredActions({ ...stock, state, code: 'BM.404' })).not.toContain('reread');
  });

  it('edits only what has values to edit', () => {
    for (const state of jobStates) expect(offeredActions({ kind: 'confirm', state })).not.toContain('edit');
  });

  it('offers the way back from 제외 where the seller made it so, and only there', () => {
    for (const code of ['excluded', 'declined', 'settled-by-hand']) {
      expect(offeredActions({ ...dispatch, state: 'cancelled', code })).toEqual(['put-back']);
    }
    for (const code of ['replaced', 'closed'])
      expect(offeredActions({ ...dispatch, state: 'cancelled', code })).toEqual([]);
  });

  /** Every job there can be, as far as the rules look. */
  const everyJob = jobStates.flatMap((state) =>
    jobKinds.flatMap((kind) =>
      [...Object.keys(ownCodes), '104443', '104122', '104442', '9999', undefined].flatMap((code) =>
        [...holdReasons, undefined].flatMap((holdReason) =>
          [...waits, undefined].map((wait) => ({ state, kind, code, holdReason, wait })),
        ),
      ),
    ),
  );

  it('is offered only where the main process will do it', () => {
    const refused = everyJob.filter((job) => offeredActions(job).some((action) => !canDo(action, job)));
    expect(refused).toEqual([]);
    const twice = everyJob.filter((job) => new Set(offeredActions(job)).size < offeredActions(job).length);
    expect(twice).toEqual([]);
  });

  it('leaves a way out of every state that waits for the seller', () => {
    for (const job of everyJob) {
      if (jobStateGroups.tasks.some((state) => state === job.state)) expect(offeredActions(job)).not.toEqual([]);
    }
  });

  it('changes nothing of what may be on its way', () => {
    const changing = ['retry', 'edit', 'exclude', 'approve', 'by-file', 'confirm-then-dispatch'] as const;
    const onItsWay = everyJob.filter((job) => isIn('inFlight', job.state));
    expect(onItsWay.filter((job) => changing.some((action) => canDo(action, job)))).toEqual([]);
  });

  it('retries by itself only what one row offers to retry', () => {
    for (const job of everyJob) if (canChangeByRetry(job)) expect(offeredActions(job)).toContain('retry');
  });

  it('tries at once only what waits for the clock or the store', () => {
    const offers = (wait: (typeof waits)[number]) => offeredActions({ ...dispatch, state: 'waiting', wait });
    expect(offers('back-off')).toEqual(['retry', 'edit', 'exclude']);
    expect(offers('store')).toEqual(['retry', 'edit', 'exclude']);
    expect(offers('step-before')).toEqual(['edit', 'exclude']);
    expect(canDo('retry', { kind: 'stock', state: 'waiting', wait: 'in-flight' })).toBe(false);
  });

  it('edits a hold only where another number or method takes its cause away', () => {
    const held = (holdReason: (typeof holdReasons)[number]) => ({ ...dispatch, state: 'held' as const, holdReason });
    for (const reason of ['address-changed', 'conflict', 'pick-up'] as const)
      expect(canDo('edit', held(reason))).toBe(true);
    for (const reason of ['cancel-requested', 'by-file', 'hope-date'] as const) {
      expect(canDo('edit', held(reason))).toBe(false);
    }
  });

  it('settles by hand what the readings cannot tell, and nothing else', () => {
    expect(canDo('settled-by-hand', { ...dispatch, state: 'unknown', code: 'no-answer' })).toBe(false);
    expect(offeredActions({ ...dispatch, state: 'rejected', code: '104122' })).not.toContain('settled-by-hand');
    expect(offeredActions({ ...dispatch, state: 'rejected', code: 'no-certain-answer' })).toContain('settled-by-hand');
  });
});
