import { describe, expect, it } from 'vitest';
import { noCounts } from '../../../../../src-preload/contract/job-states';
import { createPresence } from '../../../../../src-main/electron/presence/presence';
import { presenceOf } from '../../../../../src-main/electron/presence/presence-of';
import { createRunNotices } from '../../../../../src-main/electron/presence/run-notices';
import type { RunNotice } from '../../../../../src-main/electron/presence/run-notices';
import { storeIdSchema } from '../../../../../src-preload/contract/ids';
import type { Store, StoreStatus } from '../../../../../src-preload/contract/store';

type Counts = Partial<typeof noCounts>;

function store(digit: number, label: string, practice = false): Store {
  return {
    id: storeIdSchema.parse(`00000000-0000-4000-8000-00000000000${digit}`),
    market: 'naver',
    label,
    practice,
    accountId: 'someClientId',
    hasSecrets: true,
    confirmFirst: 'ask',
  };
}
const [sky, sea, practice] = [store(1, '하늘상점'), store(2, '바다문구'), store(3, '연습용 스토어', true)];

function status({ id }: Store, counts: Counts, more: Partial<StoreStatus> = {}): StoreStatus {
  return {
    storeId: id,
    connection: more.pause ? 'paused' : 'online',
    rateLimited: false,
    counts: { ...noCounts, ...counts },
    filed: 0,
    unread: 0,
    progress: { done: 0, total: 0 },
    ...more,
  };
}
const seller = { pause: { cause: 'seller', since: 1 } } as const;
const refused = { pause: { cause: 'ip', since: 1 } } as const;

describe('the one figure outside the window', () => {
  it.each([
    ['nothing', [status(sky, { succeeded: 9 })], 'empty', '발송데스크', undefined, 0],
    [
      'a run',
      [status(sky, { queued: 39, succeeded: 30 }, { progress: { done: 30, total: 69 } })],
      'full',
      '30/69건 · 발송데스크',
      { done: 30, total: 69 },
      0,
    ],
    [
      'a run of two stores',
      [
        status(sky, { queued: 39 }, { progress: { done: 30, total: 69 } }),
        status(sea, { sending: 1 }, { progress: { done: 9, total: 10 } }),
      ],
      'full',
      '39/79건 · 발송데스크',
      { done: 39, total: 79 },
      0,
    ],
    [
      'a pause of the seller',
      [status(sky, { queued: 39 }, { progress: { done: 30, total: 69 }, ...seller })],
      'paused',
      '잠시 멈춤, 39건 대기 중 · 발송데스크',
      { done: 30, total: 69 },
      0,
    ],
    ['what is held', [status(sky, { held: 2, rejected: 3 })], 'trouble', '할 일 5건 · 발송데스크', undefined, 5],
    ['what is in a file of the seller', [status(sky, { held: 2 }, { filed: 2 })], 'empty', '발송데스크', undefined, 0],
    [
      'a store that stopped',
      [status(sky, { queued: 3 }, { ...refused, progress: { done: 0, total: 3 } })],
      'trouble',
      '하늘상점 · 설정 필요 · 발송데스크',
      { done: 0, total: 3 },
      0,
    ],
    ['practice', [status(practice, { held: 2, rejected: 3 })], 'empty', '발송데스크', undefined, 0],
  ] as const)('of %s', (_what, statuses, look, title, run, tasks) => {
    expect(presenceOf([sky, sea, practice], statuses)).toMatchObject({ look, title, tasks, run });
  });
});

describe('what is told while no one looks', () => {
  function told(...steps: StoreStatus[]): RunNotice[] {
    const noticesOf = createRunNotices();
    return steps.flatMap((step) => noticesOf([sky], [step]));
  }

  it('is the end of a run, with what waits, and leads there', () => {
    const notices = told(
      status(sky, { succeeded: 5 }),
      status(sky, { succeeded: 5, queued: 69 }),
      status(sky, { succeeded: 70, queued: 2, held: 2 }),
      status(sky, { succeeded: 72, held: 2 }),
      status(sky, { succeeded: 72, held: 2 }),
    );
    expect(notices.map(({ title, body, states }) => [title, body, states])).toEqual([
      ['2건이 선택을 기다려요', '나머지는 이어서 처리하고 있어요.', ['held']],
      ['67건 처리했어요', '2건은 선택을 기다려요.', ['held']],
    ]);
  });

  it('is the first held job of a run only', () => {
    const notices = told(
      status(sky, {}),
      status(sky, { queued: 9 }),
      status(sky, { queued: 8, held: 1 }),
      status(sky, { queued: 7, held: 2 }),
    );
    expect(notices).toHaveLength(1);
  });

  it('is a store that stopped by itself, once, and never a pause of the seller', () => {
    const notices = told(
      status(sky, { queued: 26 }),
      status(sky, { queued: 26 }, seller),
      status(sky, { queued: 26 }),
      status(sky, { queued: 26 }, refused),
      status(sky, { queued: 26 }, refused),
    );
    expect(notices.map(({ title, body }) => [title, body])).toEqual([
      ['‘하늘상점’ 처리를 멈췄어요', '쇼핑몰이 지금 IP를 허용하지 않아요. 26건은 그대로 보관하고 있어요.'],
    ]);
  });

  it('is nothing of what was there at the start, nor of a batch that was taken back', () => {
    expect(told(status(sky, { held: 4, queued: 3 }, refused))).toEqual([]);
    expect(told(status(sky, {}), status(sky, { queued: 9 }), status(sky, {}))).toEqual([]);
  });
});

describe('the places it shows in', () => {
  function scene(isLookedAt: boolean) {
    const seen: unknown[] = [];
    const show = createPresence({
      title: (words) => seen.push(['title', words]),
      bar: (share, mode) => seen.push(['bar', share, mode]),
      badge: (tasks) => seen.push(['badge', tasks]),
      tray: ({ look }) => seen.push(['tray', look]),
      isLookedAt: () => isLookedAt,
      notice: ({ title }) => seen.push(['notice', title]),
    });
    return { seen, show: (...statuses: StoreStatus[]) => show({ stores: [sky], statuses }) };
  }

  it('are told of a change once, and all of the same figure', () => {
    const { seen, show } = scene(true);
    const run = status(sky, { queued: 30, succeeded: 10, held: 1 }, { progress: { done: 10, total: 40 } });
    show(run);
    show(run);
    expect(seen).toEqual([
      ['title', '10/40건 · 발송데스크'],
      ['badge', 1],
      ['bar', 0.25, 'normal'],
      ['tray', 'trouble'],
    ]);
    seen.length = 0;
    show(status(sky, { succeeded: 40, held: 1 }, { progress: { done: 40, total: 40 } }));
    expect(seen).toContainEqual(['bar', undefined, 'normal']);
    expect(seen).not.toContainEqual(['badge', 1]);
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('get a notice only while the window is away (looked at: %s)', (isLookedAt, notices) => {
    const { seen, show } = scene(isLookedAt);
    show(status(sky, {}));
    show(status(sky, { queued: 1 }));
    show(status(sky, { succeeded: 1 }));
    expect(seen.filter((each) => Array.isArray(each) && each[0] === 'notice')).toHaveLength(notices);
  });
});
