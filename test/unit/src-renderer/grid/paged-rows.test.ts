import { describe, expect, it } from 'vitest';
import { PagedRows } from '../../../../src-renderer/grid/paged-rows';

interface Row {
  id: number;
  state: string;
}

/** A source that answers when it is told to. */
function source(total: number) {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  let state = 'queued';
  const rows = new PagedRows<Row>(
    (offset, limit) =>
      new Promise((resolve) => {
        asked.push(offset);
        const length = Math.max(0, Math.min(limit, total - offset));
        const page = Array.from({ length }, (_, index) => ({ id: offset + index, state }));
        waiting.push(() => resolve({ rows: page, total }));
      }),
    10,
    (one, other) => one.id === other.id && one.state === other.state,
  );
  return {
    rows,
    asked,
    setState: (next: string) => {
      state = next;
    },
    async answer(): Promise<void> {
      for (const each of waiting.splice(0)) each();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('rows that come in pages', () => {
  it('fetches the pages in view once, and knows the total from the answer', async () => {
    const { rows, asked, answer } = source(95);
    rows.look(8, 12);
    rows.look(8, 12);
    expect(asked).toEqual([0, 10]);
    expect(rows.at(9)).toBeUndefined();
    await answer();
    expect(rows.at(9)).toEqual({ id: 9, state: 'queued' });
    expect(rows.total).toBe(95);
  });

  it('reads only the pages in view again, and keeps the drawn row where nothing changed', async () => {
    const { rows, asked, answer, setState } = source(95);
    rows.look(0, 5);
    await answer();
    rows.look(40, 45);
    await answer();
    const drawn = rows.at(41);
    asked.length = 0;
    void rows.refresh();
    expect(asked).toEqual([40]);
    await answer();
    expect(rows.at(41)).toBe(drawn);
    expect(rows.at(0)).toBeUndefined();
    setState('succeeded');
    void rows.refresh();
    await answer();
    expect(rows.at(41)).toEqual({ id: 41, state: 'succeeded' });
  });

  it('leaves rows in view while they are read again: nothing blinks', async () => {
    const { rows, answer } = source(20);
    rows.look(0, 5);
    await answer();
    void rows.refresh();
    expect(rows.at(3)?.id).toBe(3);
    await answer();
  });

  it('ignores an answer to a question asked before a refresh', async () => {
    const { rows, answer, setState } = source(20);
    rows.look(0, 5);
    setState('sending');
    const refreshed = rows.refresh();
    await answer();
    await refreshed;
    expect(rows.at(0)?.state).toBe('sending');
  });

  it('lets go of pages far away, so that a long log costs no more than a short one', async () => {
    const { rows, answer } = source(1000);
    for (let first = 0; first < 1000; first += 10) {
      rows.look(first, first + 9);
      await answer();
    }
    expect(rows.at(0)).toBeUndefined();
    expect(rows.at(995)?.id).toBe(995);
  });
});
