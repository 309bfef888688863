import { expect, it } from 'vitest';
import { createLockNotice } from '../../../src-main/lock-notice';
import { createVirtualTime } from '../../support/outbox/virtual-time';
import { monday } from '../../support/outbox/test-database';

function noticeOfTest() {
  const time = createVirtualTime(monday);
  const shown: boolean[] = [];
  const logged: unknown[] = [];
  const notice = createLockNotice({
    send: ({ isLocked }) => shown.push(isLocked),
    logger: { log: (event, fields) => void logged.push([event, fields]) },
    timers: time.timersOf({ dead: false }),
  });
  return { time, shown, logged, notice };
}

it('says nothing in the window of a lock that is over within a second, and writes both ends into the log', async () => {
  const { time, shown, logged, notice } = noticeOfTest();
  notice.locked();
  await time.advance(900);
  notice.unlocked(900);
  await time.advance(5000);
  expect(shown).toEqual([]);
  expect(logged).toEqual([
    ['data-locked', {}],
    ['data-unlocked', { ms: 900 }],
  ]);
});

it('shows a longer one each second, also to a window that was loaded meanwhile, and takes it away at its end', async () => {
  const { time, shown, notice } = noticeOfTest();
  notice.locked();
  await time.advance(2500);
  expect(shown).toEqual([true, true]);
  notice.unlocked(2500);
  expect(shown).toEqual([true, true, false]);
  await time.advance(5000);
  expect(shown).toHaveLength(3);
});

it('takes it away when the app gives up on it, and logs how much was not written', async () => {
  const { time, shown, logged, notice } = noticeOfTest();
  notice.locked();
  await time.advance(1000);
  notice.refused(3);
  notice.stop();
  expect(shown).toEqual([true, false]);
  expect(logged.at(-1)).toEqual(['data-still-locked', { pieces: 3 }]);
});
