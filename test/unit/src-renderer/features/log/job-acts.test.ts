import { describe, expect, it } from 'vitest';
import { jobStates } from '../../../../../src-preload/contract/job-states';
import { actsFor } from '../../../../../src-renderer/features/log/job-acts';

const dispatch = { kind: 'dispatch' } as const;

describe('what can be done about a job', () => {
  it('never offers to send again what may have been sent', () => {
    expect(actsFor({ ...dispatch, state: 'unknown', code: 'no-answer' })).toEqual(['reread']);
    expect(actsFor({ ...dispatch, state: 'unknown', code: 'not-found' })).toEqual(['reread', 'settled-by-hand']);
    expect(actsFor({ ...dispatch, state: 'sending' })).toEqual([]);
  });

  it('asks a hold with the careful answer first', () => {
    expect(actsFor({ ...dispatch, state: 'held', holdReason: 'cancel-requested' })).toEqual(['decline', 'approve']);
    expect(actsFor({ ...dispatch, state: 'held', holdReason: 'address-changed' })).toEqual([
      'decline',
      'approve',
      'edit',
    ]);
  });

  it('puts the click that helps first', () => {
    const [forConfirm] = actsFor({ ...dispatch, state: 'rejected', code: '104443' });
    const [forNumber] = actsFor({ ...dispatch, state: 'rejected', code: '104122' });
    expect([forConfirm, forNumber]).toEqual(['confirm-then-dispatch', 'edit']);
  });

  it('offers a retry for whatever was refused, since the seller may have put it right at the market', () => {
    for (const code of ['104122', '104442', '104133', '105306', '100001', '101009', 'never heard of']) {
      expect(actsFor({ ...dispatch, state: 'rejected', code })).toContain('retry');
    }
    expect(actsFor({ ...dispatch, state: 'rejected', code: '104442' })[0]).toBe('reread');
    expect(actsFor({ kind: 'lookup', state: 'rejected', code: '100003' })).toContain('retry');
  });

  it('offers no retry against a shipment that is registered already, nor for an order that is closed', () => {
    for (const code of ['conflict', 'closed']) {
      expect(actsFor({ ...dispatch, state: 'rejected', code })).not.toContain('retry');
    }
  });

  it('offers no retry behind a confirm or a main product, where only the end of that lets it go on', () => {
    expect(actsFor({ ...dispatch, state: 'waiting' })).toEqual(['edit', 'exclude']);
    expect(actsFor({ ...dispatch, state: 'waiting', code: 'after-main-product' })).toEqual(['edit', 'exclude']);
    expect(actsFor({ ...dispatch, state: 'waiting', code: 'ENOTFOUND' })[0], 'waits for its store').toBe('retry');
    expect(actsFor({ ...dispatch, state: 'waiting', code: 'GW.RATE_LIMIT', dueAt: 1 })[0]).toBe('retry');
    expect(actsFor({ ...dispatch, state: 'waiting', dueAt: 1 })[0]).toBe('retry');
  });

  it('corrects a refused stock answer, and reads nothing for it', () => {
    const stock = { kind: 'stock' } as const;
    expect(actsFor({ ...stock, state: 'rejected', code: 'BM.ITEM' })).toEqual(['edit', 'retry', 'exclude']);
    for (const state of jobStates) expect(actsFor({ ...stock, state, code: 'BM.404' })).not.toContain('reread');
  });

  it('edits only what has values to edit', () => {
    for (const state of jobStates) expect(actsFor({ kind: 'confirm', state })).not.toContain('edit');
  });

  it('offers the way back from 제외 where the seller made it so, and only there', () => {
    for (const code of ['excluded', 'declined', 'settled-by-hand']) {
      expect(actsFor({ ...dispatch, state: 'cancelled', code })).toEqual(['put-back']);
    }
    for (const code of ['replaced', 'closed']) expect(actsFor({ ...dispatch, state: 'cancelled', code })).toEqual([]);
  });
});
