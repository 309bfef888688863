import { randomUUID } from 'node:crypto';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import { noCounts } from '../../../../src-preload/contract/job-states';
import { askBeforeClosing } from '../../../../src-main/electron/closing';

/** The question at closing speaks of every store, not of the one that is looked at. */
const asked: MessageBoxOptions[] = [];
const noticed: (readonly string[])[] = [];
const answer = { response: 0 };
vi.mock('electron', () => ({
  dialog: {
    showMessageBox: async (_window: unknown, options: MessageBoxOptions) => {
      asked.push(options);
      return { response: answer.response };
    },
  },
}));

// The stand-in for the dialog looks at no window.
const window: BrowserWindow = Object.create(null);
const [here, there] = [storeIdSchema.parse(randomUUID()), storeIdSchema.parse(randomUUID())];
const stores = [
  { id: here, label: '하늘상점' },
  { id: there, label: '바다상점' },
];
const online = { connection: 'online', filed: 0, counts: noCounts } as const;
const stopped = { ...online, connection: 'paused', pause: { cause: 'secret', since: 0 } } as const;

async function ask(
  first: Partial<typeof online> | typeof stopped,
  second: object,
  due: readonly string[] = [],
): Promise<string> {
  asked.length = 0;
  noticed.length = 0;
  const statuses = [
    { ...online, ...first, storeId: here },
    { ...online, ...second, storeId: there },
  ];
  return askBeforeClosing(window, async () => [stores, statuses, { lines: due, notify: () => noticed.push(due) }]);
}

it('nothing is asked where everything is settled, or lies in a file of the seller', async () => {
  expect(await ask(online, { counts: { ...noCounts, held: 2, succeeded: 9 }, filed: 2 })).toBe('leave');
  expect(asked).toEqual([]);
});

it('what is due today is said by a notice where there is nothing to ask, and in the question where there is', async () => {
  const due = ['오늘 안에 5건을 더 보내야 해요.'];
  expect(await ask(online, online, due)).toBe('leave');
  expect(asked).toEqual([]);
  expect(noticed).toEqual([due]);
  await ask({ counts: { ...noCounts, held: 1 } }, {}, due);
  expect(asked[0]?.detail).toContain(due[0]);
  expect(noticed).toEqual([]);
});

it('counts the jobs of all stores once, and names each store that has stopped', async () => {
  await ask({ counts: { ...noCounts, queued: 1 } }, { ...stopped, counts: { ...noCounts, held: 11 } }, [
    '오늘 보낼 것이 2건 있어요.',
  ]);
  const [question] = asked;
  expect(question?.message).toContain('12건');
  expect(question?.detail).toContain('12건 중 11건은 선택을 기다려요.');
  expect(question?.detail).toContain('바다상점');
  expect(question?.detail).not.toContain('하늘상점');
  expect(question?.detail).toContain('오늘 보낼 것이 2건 있어요.');
});

it('stays where the question is only closed, and offers to go on without the window while something is under way', async () => {
  expect(await ask({ counts: { ...noCounts, unknown: 1 } }, {})).toBe('stay');
  expect(asked[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
  expect(asked[0]?.buttons).toHaveLength(3);
  answer.response = 1;
  expect(await ask({ counts: { ...noCounts, queued: 1 } }, {})).toBe('tray');
  expect(await ask({ counts: { ...noCounts, held: 1 } }, {}), 'nothing goes on there').toBe('leave');
  answer.response = 0;
});
