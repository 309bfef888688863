import { describe, expect, test } from 'vitest';
import { noCounts } from '../../../../src-preload/contract/job-states';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import type { Store, StoreStatus } from '../../../../src-preload/contract/store';
import { createEvening, eveningLines, msUntilEvening } from '../../../../src-main/services/evening';
import { createVirtualTime } from '../../../support/outbox/virtual-time';

const minute = 60_000;
const at = (hours: number, minutes: number): number => Date.UTC(2026, 2, 2, hours - 9, minutes);

const store = (n: number, label: string, practice = false): Store => ({
  id: storeIdSchema.parse(`018f0000-0000-7000-8000-00000000000${n}`),
  market: 'naver',
  label,
  practice,
  accountId: String(n),
  hasSecrets: true,
  confirmFirst: 'ask',
});
const status = ({ id }: Store, more: Partial<StoreStatus> = {}): StoreStatus => ({
  storeId: id,
  connection: 'online',
  rateLimited: false,
  counts: noCounts,
  filed: 0,
  unread: 0,
  progress: { done: 0, total: 0 },
  ...more,
});

describe('17:30 in Korea', () => {
  test('is the next one, also at 17:30 itself and after it', () => {
    expect(msUntilEvening(at(17, 29))).toBe(minute);
    expect(msUntilEvening(at(17, 30))).toBe(24 * 60 * minute);
    expect(msUntilEvening(at(23, 30))).toBe(18 * 60 * minute);
  });

  test('names each store that still needs something, and no practice store', () => {
    const [sky, sea, calm, play] = [
      store(1, '하늘상점'),
      store(2, '바다상점'),
      store(3, '들상점'),
      store(4, '연습', true),
    ];
    const statuses = [
      status(sky, { connection: 'paused', pause: { cause: 'secret', since: 1 } }),
      status(sea, { counts: { ...noCounts, queued: 7 } }),
      status(calm),
      status(play, { counts: { ...noCounts, queued: 7 } }),
    ];
    expect(eveningLines([sky, sea, calm, play], statuses)).toEqual([
      '‘하늘상점’: 설정이 필요해서 멈춰 있어요.',
      '‘바다상점’: 7건이 아직 끝나지 않았어요.',
    ]);
  });

  test('is told once a day, and only when there is something to tell', async () => {
    const time = createVirtualTime(at(9, 0));
    const sky = store(1, '하늘상점');
    const told: string[] = [];
    let queued = 0;
    const evening = createEvening({
      timers: time.timersOf({}),
      now: time.now,
      look: async () => ({ stores: [sky], statuses: [status(sky, { counts: { ...noCounts, queued } })] }),
      notify: ({ body }) => told.push(body),
      report: (problem) => expect(problem).toBeUndefined(),
    });
    evening.start();
    await time.advance(9 * 60 * minute);
    expect(told).toEqual([]);
    queued = 2;
    await time.advance(24 * 60 * minute);
    expect(told).toEqual(['‘하늘상점’: 2건이 아직 끝나지 않았어요.']);
    evening.stop();
    await time.advance(48 * 60 * minute);
    expect(told).toHaveLength(1);
  });

  test.each([
    ['slept over it: when it wakes, on the same day', 90, 1],
    ['slept until the next morning: not of yesterday', 15 * 60, 0],
    ['was set back an hour: when it is that time again', -60, 1],
  ])('on a computer that %s', async (_, jumpMinutes, times) => {
    const time = createVirtualTime(at(17, 0));
    const sky = store(1, '하늘상점');
    const told: number[] = [];
    const evening = createEvening({
      timers: time.timersOf({}),
      now: time.now,
      look: async () => ({ stores: [sky], statuses: [status(sky, { counts: { ...noCounts, queued: 1 } })] }),
      notify: () => told.push(time.now()),
      report: (problem) => expect(problem).toBeUndefined(),
    });
    evening.start();
    await time.advance(10 * minute);
    time.jump(jumpMinutes * minute);
    await time.advance(2 * minute);
    expect(told).toHaveLength(jumpMinutes > 0 ? times : 0);
    await time.advance(90 * minute);
    expect(told).toHaveLength(times);
    evening.stop();
  });

  test('says first how much is still to be sent today', async () => {
    const time = createVirtualTime(at(17, 0));
    const sky = store(1, '하늘상점');
    const told: { title: string; body: string }[] = [];
    const due = [{ storeId: sky.id, label: sky.label, today: 4, late: 1, withoutNumber: 2, next: undefined }];
    const evening = createEvening({
      timers: time.timersOf({}),
      now: time.now,
      look: async () => ({ stores: [sky], statuses: [status(sky)], due }),
      notify: (notice) => told.push(notice),
      report: (problem) => expect(problem).toBeUndefined(),
    });
    evening.start();
    await time.advance(30 * minute);
    expect(told).toEqual([
      {
        title: '아직 5건이 남았어요',
        body: '‘하늘상점’: 오늘 안에 5건을 더 보내야 하고, 2건은 송장번호가 없어요.',
      },
    ]);
    evening.stop();
  });
});
