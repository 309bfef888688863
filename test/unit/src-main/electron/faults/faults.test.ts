import { describe, expect, it } from 'vitest';
import { createFaultHandlers } from '../../../../../src-main/electron/faults/faults';

function handlers(hasWindow = true) {
  const seen: string[] = [];
  const at = { now: 0 };
  const made = createFaultHandlers({
    logger: { log: (event) => void seen.push(`log ${event}`) },
    flush: () => seen.push('flush'),
    print: (place) => seen.push(`print ${place}`),
    show: ({ title }) => {
      seen.push(`show ${title}`);
      return hasWindow;
    },
    giveUp: () => seen.push('give up'),
    clock: () => at.now,
  });
  return { made, seen, at };
}

describe('a fault no one caught', () => {
  it('is printed, logged, written at once and shown', () => {
    const { made, seen } = handlers();
    made.uncaughtException(new Error('x'));
    expect(seen).toEqual([
      'print uncaughtException',
      'log problem',
      'flush',
      'show 프로그램 안에서 예상하지 못한 문제가 생겼어요.',
    ]);
  });

  it('is shown once a minute and logged each time', () => {
    const { made, seen, at } = handlers();
    made.unhandledRejection('x');
    made.unhandledRejection('x');
    at.now = 60_000;
    made.unhandledRejection('x');
    expect(seen.filter((one) => one.startsWith('show'))).toHaveLength(2);
    expect(seen.filter((one) => one.startsWith('log'))).toHaveLength(3);
  });

  it('ends the app with a sentence where there is no window yet', () => {
    const { made, seen } = handlers(false);
    made.uncaughtException(new Error('x'));
    expect(seen.at(-1)).toBe('give up');
  });
});

describe('a helper process that ended', () => {
  it('is logged and shown; one that ended in order is logged only', () => {
    const { made, seen } = handlers();
    made.childProcessGone({ type: 'Utility', reason: 'clean-exit', exitCode: 0 });
    made.childProcessGone({ type: 'GPU', reason: 'crashed', exitCode: 5 });
    expect(seen).toEqual([
      'log process-gone',
      'log process-gone',
      'show 화면을 그리는 부분이 멈췄다가 다시 시작됐어요.',
    ]);
  });
});
