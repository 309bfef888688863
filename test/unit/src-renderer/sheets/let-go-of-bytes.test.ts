import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Basis } from '../../../../src-renderer/sheets/protocol';
import { ReviewSession } from '../../../../src-renderer/sheets/review-session';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.UTC(2026, 10, 21) };
const rows = [
  ['상품주문번호', '택배사', '송장번호', '수취인명', '수량'],
  ['2026112110000001', '로젠택배', '99113007001', '김가람', 1],
  ['2026112110000002', '로젠택배', '99113007002', '이나래', 2],
];

const formats = ['xlsx', 'xlsb', 'biff8', 'ods', 'xlml', 'html', 'csv'] as const;
const endings = { biff8: 'xls', xlml: 'xls', html: 'xls' } as const;

for (const bookType of formats) {
  it(`needs the bytes of ${bookType} no more once they are read`, async () => {
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '발송');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType })).buffer;
    const session = new ReviewSession({
      decodeCp949: () => '',
      onProgress: () => undefined,
      digest: () => Promise.resolve(''),
    });
    const fileName = `발송.${Reflect.get(endings, bookType) ?? bookType}`;
    const onRead = (): void => void structuredClone(bytes, { transfer: [bytes] });
    const answer = await session.open({ bytes, fileName, basis, onRead });
    expect(bytes.byteLength).toBe(0);
    expect(answer).toMatchObject({ ok: true, value: { reading: { lineCount: 2 } } });
    expect(session.lines({ from: 0, limit: 10 }).map(({ cells }) => [cells.productOrderId, cells.recipient])).toEqual([
      ['2026112110000001', '김가람'],
      ['2026112110000002', '이나래'],
    ]);
  });
}
