import { describe, expect, it } from 'vitest';
import { freedByTickOf, staysBecause, ticksNeeded } from '../../../../../src-preload/contract/check/goes-out';
import { makeRemark } from '../../../../../src-preload/contract/check/remark-codes';
import type { CheckedLine, Remark } from '../../../../../src-preload/contract/line';
import { line } from './made-up-lines';

const waits = (code: 'shifted-column' | 'used-before' | 'tracking-doubtful'): Remark => ({
  ...makeRemark(code, 'trackingNumber', {}),
  needsTick: true,
});
const plain = makeRemark('number-mended', 'trackingNumber', {});

/** A line that would go out, but for what is said otherwise. */
function checked(more: Partial<CheckedLine> = {}, chosen?: boolean): CheckedLine {
  const values = { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } } as const;
  return {
    line: line(1, {}, chosen === undefined ? {} : { chosen }),
    level: 'ok',
    remarks: [],
    job: { kind: 'dispatch', target: '2026112120000017', values },
    ...more,
  };
}

describe('what waits for a tick', () => {
  it('is each warning that asks for one, and no other remark', () => {
    expect(ticksNeeded([plain, waits('used-before'), { ...waits('tracking-doubtful'), needsTick: false }])).toEqual([
      'used-before',
    ]);
    expect(ticksNeeded([{ ...plain, needsTick: true }]), 'no group has this name').toEqual([]);
  });

  it('is freed by the tick of its group where it is the one thing the line waits for', () => {
    expect(freedByTickOf([plain, waits('used-before')])).toBe('used-before');
    expect(freedByTickOf([waits('used-before'), waits('used-before')])).toBe('used-before');
    expect(freedByTickOf([waits('used-before'), waits('tracking-doubtful')])).toBeUndefined();
    expect(freedByTickOf([plain])).toBeUndefined();
  });

  it('is looked at line by line where its column is wrong', () => {
    expect(freedByTickOf([waits('shifted-column')])).toBeUndefined();
  });
});

describe('a line', () => {
  it('goes out where nothing stands against it', () => {
    expect(staysBecause(checked())).toBeUndefined();
    expect(staysBecause(checked({ level: 'warning', remarks: [plain] }))).toBeUndefined();
  });

  it('that was taken out stays, whatever else is said of it', () => {
    expect(staysBecause(checked({}, false))).toBe('excluded');
    expect(staysBecause(checked({ level: 'error' }, false))).toBe('excluded');
  });

  it('with an error stays, also where it was ticked or has a job all the same', () => {
    expect(staysBecause(checked({ level: 'error' }))).toBe('error');
    expect(staysBecause(checked({ level: 'error' }, true))).toBe('error');
    const { job: _job, ...without } = checked();
    expect(staysBecause(without)).toBe('error');
  });

  it('that waits for a tick goes out with it', () => {
    const remarks = [waits('used-before')];
    expect(staysBecause(checked({ level: 'warning', remarks }))).toBe('needs-tick');
    expect(staysBecause(checked({ level: 'warning', remarks }, true))).toBeUndefined();
  });

  it.each(['product-order-again', 'item-again'] as const)('that says the same as one before it stays: %s', (code) => {
    const remarks = [makeRemark(code, 'productOrderId', {})];
    expect(staysBecause(checked({ level: 'warning', remarks }, true))).toBe('again');
  });
});
