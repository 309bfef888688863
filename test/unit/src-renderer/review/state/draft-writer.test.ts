import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallInput } from '../../../../../src-preload/contract/calls';
import { importIdSchema, storeIdSchema } from '../../../../../src-preload/contract/ids';
import type { ImportId } from '../../../../../src-preload/contract/ids';
import type { Line } from '../../../../../src-preload/contract/line';
import { DraftWriter } from '../../../../../src-renderer/review/state/draft-writer';

type Put = CallInput<'imports-put-lines'>;

const importId = importIdSchema.parse('44444444-4444-4444-8444-444444444444');
const lines = (from: number, count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({ row: from + index + 1, cells: {} }));

let puts: Put[] = [];
let works = true;
/** Once, when main is asked. */
let onCall: (() => void) | undefined;

beforeEach(() => {
  puts = [];
  works = true;
  const call = (name: string, input: Put) => {
    puts.push(input);
    onCall?.();
    onCall = undefined;
    if (name === 'imports-keep' && works)
      return Promise.resolve({ ok: true, value: { importId, earlierJobs: [], earlierUses: [] } });
    return Promise.resolve(
      works
        ? {
            ok: true,
            value: {
              earlierJobs: [{ row: input.lines[0]?.row ?? 1, what: 'sent', at: 1, state: 'succeeded' }],
              earlierUses: [{ row: input.lines[0]?.row ?? 1, at: 1, target: '1', is: 'done', others: 0 }],
            },
          }
        : { ok: false, failure: { code: 'internal' } },
    );
  };
  vi.stubGlobal('window', { desk: { call, on: () => () => undefined } });
});
afterEach(() => vi.unstubAllGlobals());

function sheetOf(count: number) {
  const all = lines(0, count);
  const told: number[] = [];
  return {
    told,
    source: {
      next: (from: number) => Promise.resolve(all.slice(from, from + 1000)),
      stored: (stored: number) => told.push(stored),
      learn: vi.fn(() => Promise.resolve()),
    },
  };
}

describe('writing a review through to its draft', () => {
  it('writes in chunks of 1,000, the first of which starts over', async () => {
    const { source, told } = sheetOf(2500);
    expect(await new DraftWriter(() => undefined).replaceAll(importId, source)).toBe(true);
    expect(puts.map((put) => [put.lines.length, put.startOver ?? false])).toEqual([
      [1000, true],
      [1000, false],
      [500, false],
    ]);
    expect(told).toEqual([1000, 2000, 2500]);
    const rows = [1, 1001, 2001].map((row) => expect.objectContaining({ row }));
    expect(source.learn).toHaveBeenCalledExactlyOnceWith({ earlierJobs: rows, earlierUses: rows });
  });

  it('writes an edit after the import it belongs to', async () => {
    const writer = new DraftWriter(() => undefined);
    const whole = writer.replaceAll(importId, sheetOf(1500).source);
    const learn = vi.fn(() => Promise.resolve());
    writer.write(() => importId, [{ row: 7, cells: { courier: '한진택배' } }], learn);
    expect(await whole).toBe(true);
    expect(await writer.settled()).toBe(true);
    expect(puts.at(-1)?.lines).toEqual([{ row: 7, cells: { courier: '한진택배' } }]);
    const row = [expect.objectContaining({ row: 7 })];
    expect(learn).toHaveBeenCalledExactlyOnceWith({ earlierJobs: row, earlierUses: row });
  });

  it('stops an older reading when a newer one takes over', async () => {
    const writer = new DraftWriter(() => undefined);
    const older = writer.replaceAll(importId, sheetOf(5000).source);
    const newer = writer.replaceAll(importId, sheetOf(10).source);
    expect(await older).toBe(false);
    expect(await newer).toBe(true);
    expect(puts.at(-1)).toMatchObject({ startOver: true, lines: lines(0, 10) });
  });

  it('says once that something could not be written', async () => {
    works = false;
    const told = vi.fn();
    const writer = new DraftWriter(told);
    const learn = vi.fn(() => Promise.resolve());
    writer.write(() => importId, lines(0, 1), learn);
    expect(await writer.settled()).toBe(false);
    expect(learn).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledOnce();
    works = true;
    writer.write(() => importId, lines(0, 1), learn);
    expect(await writer.settled()).toBe(true);
  });
});

describe('keeping a small sheet whole', () => {
  const whole = (count: number) => ({
    storeId: storeIdSchema.parse('55555555-5555-4555-8555-555555555555'),
    fileName: 'cj.xlsx',
    operation: 'dispatch' as const,
    digest: '1'.repeat(64),
    reading: {
      sheetName: 'Sheet1',
      headerRow: 1,
      columns: {},
      headers: [],
      skipped: { empty: 0, titles: 0, totals: 0, otherMalls: 0 },
      lineCount: count,
    },
    lines: lines(0, count),
  });

  it('takes one call, and an edit made meanwhile follows into the draft it made', async () => {
    const writer = new DraftWriter(() => undefined);
    let draft: ImportId | undefined;
    const kept = writer.keepWhole(
      () => whole(65),
      (begun) => (draft = begun.importId),
    );
    writer.write(
      () => draft,
      [{ row: 7, cells: { courier: '한진택배' } }],
      () => Promise.resolve(),
    );
    expect(await kept).toEqual({ earlierJobs: [], earlierUses: [] });
    await writer.settled();
    expect(puts.map((put) => put.lines.length)).toEqual([65, 1]);
    expect(puts[1]).toMatchObject({ importId, lines: [{ row: 7 }] });
  });

  it('hands the lines over in a task of its own, behind the drawing of what was read', async () => {
    const kept = new DraftWriter(() => undefined).keepWhole(
      () => whole(65),
      () => undefined,
    );
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
    expect(puts).toEqual([]);
    await kept;
    expect(puts).toHaveLength(1);
  });

  it('is one draft however often it is read again before the first is there', async () => {
    const writer = new DraftWriter(() => undefined);
    let draft: ImportId | undefined;
    const keep = (count: number) =>
      writer.keepWhole(
        () => ({ ...whole(count), ...(draft === undefined ? {} : { importId: draft }) }),
        (begun) => (draft = begun.importId),
      );
    // The first call is on its way when the others come.
    const others = new Promise<Promise<unknown>[]>((resolve) => {
      onCall = () => resolve([keep(64), keep(63)]);
    });
    expect(await keep(65)).toBe('overtaken');
    const [second, third] = await others;
    expect(await second).toBe('overtaken');
    expect(await third).toEqual({ earlierJobs: [], earlierUses: [] });
    expect(puts.map((put) => [put.importId, put.lines.length])).toEqual([
      [undefined, 65],
      [importId, 63],
    ]);
  });

  it('says when it could not be written', async () => {
    works = false;
    const told = vi.fn();
    const writer = new DraftWriter(told);
    const begun = vi.fn();
    expect(await writer.keepWhole(() => whole(1), begun)).toBe('failed');
    expect(told).toHaveBeenCalledOnce();
    expect(begun).not.toHaveBeenCalled();
    expect(await writer.settled()).toBe(false);
  });
});
