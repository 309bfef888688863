import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sheetReaderIdSchema } from '../../../../../src-preload/contract/ids';
import type { SheetReaderId } from '../../../../../src-preload/contract/ids';
import { createSheetReaders } from '../../../../../src-main/electron/files/sheet-readers';
import type { ReaderProcess } from '../../../../../src-main/electron/files/sheet-readers';

interface Opened extends ReaderProcess {
  mb: number;
  isKilled: boolean;
  started: SheetReaderId[];
  ended: SheetReaderId[];
  die(outOfMemory: boolean): void;
}

let opened: Opened[];
let lost: [SheetReaderId, string][];

function readers(mostProcesses = 8) {
  return createSheetReaders({
    newId: () => sheetReaderIdSchema.parse(randomUUID()),
    openProcess: (onGone) => {
      const made: Opened = {
        mb: 100,
        isKilled: false,
        started: [],
        ended: [],
        start: (id) => void made.started.push(id),
        end: (id) => void made.ended.push(id),
        memoryMb: () => made.mb,
        kill: () => {
          made.isKilled = true;
        },
        die: onGone,
      };
      opened.push(made);
      return Promise.resolve(made);
    },
    lost: (id, why) => void lost.push([id, why]),
    report: () => undefined,
    mostProcesses,
    memoryBudgetMb: 1024,
  });
}

async function started(of: ReturnType<typeof readers>): Promise<SheetReaderId> {
  const answer = await of.start();
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.readerId;
}

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  lost = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('readers of sheets', () => {
  it('have a process each, which goes with its reader', async () => {
    const all = readers();
    const [one] = [await started(all), await started(all)];
    expect(opened.map(({ started: ids }) => ids.length)).toEqual([1, 1]);
    all.end(one);
    expect(opened.map(({ isKilled }) => isKilled)).toEqual([true, false]);
    expect(lost).toEqual([]);
  });

  it('share processes beyond their number, even when asked for at once', async () => {
    const all = readers(2);
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => started(all)));
    expect(opened.map((process) => process.started.length)).toEqual([3, 2]);
    const [first, second] = ids;
    if (!first || !second) throw new Error('none started');
    all.end(first);
    expect(opened[0]).toMatchObject({ ended: [first], isKilled: false });
    opened[0]?.die(false);
    expect(lost).toEqual([
      [ids[2], 'broke'],
      [ids[4], 'broke'],
    ]);
  });

  it('are ended beyond the budget of memory within half a second, and no other with them', async () => {
    const all = readers();
    const [hog, other] = [await started(all), await started(all)];
    all.atWork(hog, true);
    all.atWork(other, true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lost).toEqual([]);
    const [process] = opened;
    if (process) process.mb = 1025;
    await vi.advanceTimersByTimeAsync(500);
    expect(lost).toEqual([[hog, 'memory']]);
    expect(opened.map(({ isKilled }) => isKilled)).toEqual([true, false]);
  });

  it('are not looked at while none has a question', async () => {
    const all = readers();
    const id = await started(all);
    all.atWork(id, true);
    expect(vi.getTimerCount()).toBe(1);
    all.atWork(id, false);
    expect(vi.getTimerCount()).toBe(0);
    all.atWork(id, true);
    all.end(id);
    expect(vi.getTimerCount()).toBe(0);
    all.atWork(id, true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('say whether memory ended them, when the runtime does before we do', async () => {
    const all = readers();
    const [one, two] = [await started(all), await started(all)];
    opened[0]?.die(true);
    opened[1]?.die(false);
    expect(lost).toEqual([
      [one, 'memory'],
      [two, 'broke'],
    ]);
  });

  it('go with the page that asked for them, those that are being started too', async () => {
    const all = readers();
    await started(all);
    const late = all.start();
    all.endAll();
    expect(await late).toMatchObject({ ok: false, failure: { code: 'no-reader' } });
    expect(opened.map(({ isKilled }) => isKilled)).toEqual([true, true]);
    expect(lost).toEqual([]);
  });

  it('that cannot be started are a failure, not an exception', async () => {
    const problems: unknown[] = [];
    const all = createSheetReaders({
      newId: () => sheetReaderIdSchema.parse(randomUUID()),
      openProcess: () => Promise.reject(new Error('no memory for a process')),
      lost: () => undefined,
      report: (problem) => void problems.push(problem),
    });
    expect(await all.start()).toMatchObject({ ok: false, failure: { code: 'no-reader' } });
    expect(problems).toHaveLength(1);
  });
});
