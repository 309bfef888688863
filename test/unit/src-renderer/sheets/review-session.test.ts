import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { ReviewSession } from '../../../../src-renderer/sheets/review-session';
import type { Basis } from '../../../../src-renderer/sheets/protocol';
import { tableToXlsx } from '../../../../src-renderer/sheets/table-to-xlsx';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };

function newSession(): ReviewSession {
  return new ReviewSession({
    decodeCp949: () => '',
    onProgress: () => undefined,
    digest: (bytes) => Promise.resolve(String(bytes.byteLength)),
  });
}

async function opened(rows: string[][]) {
  const session = newSession();
  const bytes = tableToXlsx({ name: '발송', rows }).buffer;
  return { session, answer: await session.open({ bytes, fileName: '발송.xlsx', basis }) };
}

const table = [
  ['상품주문번호', '택배사', '송장번호', '비고'],
  ['2026112110000001', '로젠택배', '99113007001', '99113007009'],
  ['2026112110000002', '한짐택배', '99113007002', ''],
];

describe('a file in the sheet worker', () => {
  it('reads the bundled sample with all its 65 rows', async () => {
    const sample = await readFile(join(import.meta.dirname, '../../../../resources/samples/sample-shipments.xlsx'));
    const answer = await newSession().open({
      bytes: Uint8Array.from(sample).buffer,
      fileName: 'sample-shipments.xlsx',
      basis,
    });
    expect(answer).toMatchObject({ ok: true, value: { summary: { tabs: { all: 65 } } } });
  });

  it('tells what it understood, rows counted as Excel counts them', async () => {
    const { answer } = await opened(table);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        reading: { headerRow: 1, columns: { productOrderId: 0, courier: 1, trackingNumber: 2 }, lineCount: 2 },
        sheets: [{ name: '발송', hidden: false }],
        summary: { counts: { error: 1 } },
      },
    });
  });

  it('keeps corrections when another column is chosen', async () => {
    const { session } = await opened(table);
    session.change({ changes: [{ row: 3, change: { cells: { courier: '한진택배' } } }] });
    const chosen = session.choose({ chosen: { columns: { productOrderId: 0, courier: 1, trackingNumber: 3 } }, basis });
    expect(chosen.ok).toBe(true);
    expect(session.lines({ from: 0, limit: 10 }).map(({ cells }) => [cells.courier, cells.trackingNumber])).toEqual([
      ['로젠택배', '99113007009'],
      ['한진택배', undefined],
    ]);
  });

  it('reads a sheet without a header once the columns are named', async () => {
    const { session } = await opened(table);
    const chosen = session.choose({
      chosen: { headerRow: 0, columns: { productOrderId: 0, courier: 1, trackingNumber: 2 } },
      basis,
    });
    expect(chosen).toMatchObject({ ok: true, value: { reading: { headerRow: 0 } } });
  });

  it('keeps asking for one column when another was named', async () => {
    const { session, answer } = await opened([
      ['상품주문번호', '가', '나', '다', '수취인명', '상품명'],
      ...[1, 2, 3].map((n) => [
        `202611211000000${n}`,
        '로젠택배',
        `9911300700${n}`,
        `9911300800${n}`,
        '시험수취',
        '컵',
      ]),
    ]);
    const asked = (of: typeof answer) => (of.ok ? of.value.questions.map(({ field }) => field) : []);
    expect(asked(answer).toSorted()).toEqual(['courier', 'trackingNumber']);
    const columns = { productOrderId: 0, courier: 1 };
    const named = session.choose({ chosen: { columns, answered: ['courier'] }, basis });
    expect(asked(named)).toEqual(['trackingNumber']);
    expect(asked(session.choose({ chosen: { columns }, basis }))).toEqual([]);
  });

  it('keeps the review when another encoding makes no table of the file', async () => {
    const session = newSession();
    const text = table.map((row) => row.join(',')).join('\n');
    const bytes = () => Uint8Array.from(Buffer.from(text, 'utf16le')).buffer;
    const input = { fileName: 'a.csv', basis };
    expect(await session.open({ ...input, bytes: bytes() })).toMatchObject({ ok: true });
    session.change({ changes: [{ row: 3, change: { cells: { courier: '한진택배' } } }] });
    expect(await session.open({ ...input, bytes: bytes(), encoding: 'utf-16be' })).toMatchObject({ ok: false });
    expect(session.lines({ from: 0, limit: 10 }).map(({ cells }) => cells.courier)).toEqual(['로젠택배', '한진택배']);
  });

  it('takes one courier for the whole file', async () => {
    const { session } = await opened([
      ['상품주문번호', '송장번호'],
      ['2026112110000001', '99113007001'],
    ]);
    const chosen = session.choose({ chosen: { wholeCourier: 'KGB' }, basis });
    expect(chosen).toMatchObject({ ok: true, value: { summary: { counts: { error: 0 }, going: { lines: 1 } } } });
  });

  it('hands on what the reader noted', async () => {
    const wide = Array.from({ length: 600 }, (_, column) => `열 ${column}`);
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(table), '오전');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([wide, wide]), '오후');
    const bytes = Uint8Array.from(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })).buffer;
    expect(await newSession().open({ bytes, fileName: 'a.xlsx', basis })).toMatchObject({
      ok: true,
      value: { notes: [{ code: 'sheet-left-out', sheet: '오후', reason: 'too-many-columns' }] },
    });
  });

  it('names the sheet that was not read where the others hold no lines', async () => {
    const wide = Array.from({ length: 600 }, (_, column) => `열 ${column}`);
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['안내']]), '안내');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([wide, wide]), '오후');
    const bytes = Uint8Array.from(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })).buffer;
    expect(await newSession().open({ bytes, fileName: 'a.xlsx', basis })).toMatchObject({
      ok: false,
      failure: { code: 'no-lines', detail: '오후' },
    });
  });

  it('refuses what is no workbook, with its code', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 …').buffer;
    expect(await newSession().open({ bytes, fileName: 'a.xlsx', basis })).toMatchObject({
      ok: false,
      failure: { code: 'not-a-workbook', detail: 'pdf' },
    });
  });

  it('asks for columns where a table has no known header, and refuses what is no table', async () => {
    const unknown = await opened([
      ['가', '나', '다'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(unknown.answer).toMatchObject({ ok: true, value: { summary: { tabs: { all: 0 } } } });
    const letter = await opened([['안녕하세요'], ['상자를 보내요'], ['고맙습니다']]);
    expect(letter.answer).toMatchObject({ ok: false, failure: { code: 'no-lines' } });
  });

  it('takes up an earlier draft, with what is known of its lines', () => {
    const session = newSession();
    const line = {
      row: 7,
      cells: { productOrderId: '2026112110000001', courier: '로젠택배', trackingNumber: '99113007001' },
    };
    expect(session.restore({ lines: [line], basis }).going.lines).toBe(1);
    const summary = session.earlierJobs({
      earlierJobs: [{ row: 7, what: 'excluded', at: 1, state: 'cancelled' }],
      earlierUses: [],
    });
    expect(summary).toMatchObject({ going: { lines: 0 }, tabs: { done: 1 } });
  });
});
