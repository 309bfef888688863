import { describe, expect, it } from 'vitest';
import { jobStates } from '../../../../../src-preload/contract/job-states';
import { actionsFor } from '../../../../../src-renderer/ui/job/job-actions';

const dispatch = { kind: 'dispatch' } as const;

describe('what can be done about a job', () => {
  it('never offers to send again what may have been sent', () => {
    expect(actionsFor({ ...dispatch, state: 'unknown', code: 'no-answer' })).toEqual(['reread']);
    expect(actionsFor({ ...dispatch, state: 'unknown', code: 'not-found' })).toEqual(['reread', 'settled-by-hand']);
    expect(actionsFor({ ...dispatch, state: 'sending' })).toEqual([]);
  });

  it('asks a hold with the careful answer first', () => {
    expect(actionsFor({ ...dispatch, state: 'held', holdReason: 'cancel-requested' })).toEqual(['decline', 'approve']);
    expect(actionsFor({ ...dispatch, state: 'held', holdReason: 'address-changed' })).toEqual([
      'decline',
      'approve',
      'edit',
    ]);
  });

  it('puts the click that helps first', () => {
    const [forConfirm] = actionsFor({ ...dispatch, state: 'rejected', code: '104443' });
    const [forNumber] = actionsFor({ ...dispatch, state: 'rejected', code: '104122' });
    expect([forConfirm, forNumber]).toEqual(['confirm-then-dispatch', 'edit']);
  });

  it('offers a retry for whatever was refused, since the seller may have put it right at the market', () => {
    for (const code of ['104122', '104442', '104133', '105306', '100001', '101009', 'never heard of']) {
      expect(actionsFor({ ...dispatch, state: 'rejected', code })).toContain('retry');
    }
    expect(actionsFor({ ...dispatch, state: 'rejected', code: '104442' })[0]).toBe('reread');
    expect(actionsFor({ kind: 'lookup', state: 'rejected', code: '100003' })).toContain('retry');
  });

  it('offers no retry against a shipment that is registered already, nor for an order that is closed', () => {
    for (const code of ['conflict', 'closed']) {
      expect(actionsFor({ ...dispatch, state: 'rejected', code })).not.toContain('retry');
    }
  });

  it('offers no retry behind a confirm or a main product, where only the end of that lets it go on', () => {
    expect(actionsFor({ ...dispatch, state: 'waiting' })).toEqual(['edit', 'exclude']);
    expect(actionsFor({ ...dispatch, state: 'waiting', code: 'after-main-product' })).toEqual(['edit', 'exclude']);
    expect(actionsFor({ ...dispatch, state: 'waiting', code: 'ENOTFOUND' })[0], 'waits for its store').toBe('retry');
    expect(actionsFor({ ...dispatch, state: 'waiting', code: 'GW.RATE_LIMIT', dueAt: 1 })[0]).toBe('retry');
    expect(actionsFor({ ...dispatch, state: 'waiting', dueAt: 1 })[0]).toBe('retry');
  });

  it('corrects a refused stock answer, and reads nothing for it', () => {
    const stock = { kind: 'stock' } as const;
    expect(actionsFor({ ...stock, state: 'rejected', code: 'BM.ITEM' })).toEqual(['edit', 'retry', 'exclude']);
    for (const state of jobStates) expect(actionsFor({ ...stock, state, code: 'BM.404' })).not.toContain('reread');
  });

  it('edits only what has values to edit', () => {
    for (const state of jobStates) expect(actionsFor({ kind: 'confirm', state })).not.toContain('edit');
  });

  it('offers the way back from 제외 where the seller made it so, and only there', () => {
    for (const code of ['excluded', 'declined', 'settled-by-hand']) {
      expect(actionsFor({ ...dispatch, state: 'cancelled', code })).toEqual(['put-back']);
    }
    for (const code of ['replaced', 'closed'])
      expect(actionsFor({ ...dispatch, state: 'cancelled', code })).toEqual([]);
  });
});
