import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallInput } from '../../../../../src-preload/contract/calls';
import { importIdSchema } from '../../../../../src-preload/contract/ids';
import type { Line } from '../../../../../src-preload/contract/line';
import { DraftWriter } from '../../../../../src-renderer/features/send/draft-writer';

type Put = CallInput<'imports-put-lines'>;

const importId = importIdSchema.parse('44444444-4444-4444-8444-444444444444');
const lines = (from: number, count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({ row: from + index + 1, cells: {} }));

let puts: Put[] = [];
let works = true;

beforeEach(() => {
  puts = [];
  works = true;
  const call = (_name: string, input: Put) => {
    puts.push(input);
    return Promise.resolve(
      works
        ? {
            ok: true,
            value: {
              histories: [{ row: input.lines[0]?.row ?? 1, what: 'sent', at: 1, state: 'succeeded' }],
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
    expect(source.learn).toHaveBeenCalledExactlyOnceWith({ histories: rows, earlierUses: rows });
  });

  it('writes an edit after the import it belongs to', async () => {
    const writer = new DraftWriter(() => undefined);
    const whole = writer.replaceAll(importId, sheetOf(1500).source);
    const learn = vi.fn(() => Promise.resolve());
    writer.write(importId, [{ row: 7, cells: { courier: '한진택배' } }], learn);
    expect(await whole).toBe(true);
    expect(await writer.settled()).toBe(true);
    expect(puts.at(-1)?.lines).toEqual([{ row: 7, cells: { courier: '한진택배' } }]);
    const row = [expect.objectContaining({ row: 7 })];
    expect(learn).toHaveBeenCalledExactlyOnceWith({ histories: row, earlierUses: row });
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
    writer.write(importId, lines(0, 1), learn);
    expect(await writer.settled()).toBe(false);
    expect(learn).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledOnce();
    works = true;
    writer.write(importId, lines(0, 1), learn);
    expect(await writer.settled()).toBe(true);
  });
});
