import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import { honestPart, withPart } from '../../../../fixtures/sheets/hostile';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { oneSheet } from '../../../../fixtures/sheets/package-parts';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

/** Traps of resources/docs/sheets.md, "Reading with the library" and "Numbers", that no other file here names. */
describe('traps that were seen in other readers', () => {
  it('Korean is whole wherever the pieces of a large part are cut, in cells and in shared texts', async () => {
    const places = Array.from({ length: 30_000 }, (_, k) => `${'a'.repeat(k % 7)}전라북도 없는시 똠방각하 ${k}`);
    const inline = places.map((place, k) => `<row r="${k + 1}"><c t="inlineStr"><is><t>${place}</t></is></c></row>`);
    expect(texts(first(await open(oneSheet(inline.join('')))))).toEqual(places.map((place) => [place]));
    const shared = places.map((_, k) => `<row r="${k + 1}"><c t="s"><v>${k}</v></c></row>`).join('');
    const read = await open(oneSheet(shared, { shared: places.map((place) => `<t>${place}</t>`) }));
    expect(texts(first(read))).toEqual(places.map((place) => [place]));
  });

  it.each(['xlsx', 'biff8', 'xlsb', 'xlml', 'ods'] as const)(
    'a number cell is what is stored and not what is shown, in %s',
    async (bookType) => {
      const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([[2_022_040_521_691_281, 654_313_123_456, 1234.5]]));
      const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType }));
      expect(texts(first(await open(bytes)))).toEqual([['2022040521691281', '654313123456', '1234.5']]);
    },
  );

  it('no bytes, noise and a text under the name .xlsx are not answered with 0 rows', async () => {
    expect((await refusal(new Uint8Array(0))).code).toBe('empty');
    const noise = Uint8Array.from({ length: 5000 }, (_, k) => (k * 7919 + (k >> 3) * 31) & 255);
    expect((await refusal(noise)).code).toBe('not-a-workbook');
    const read = await open(new TextEncoder().encode('상품주문번호,송장번호\n2025010112345671,577417824035\n'));
    expect([read.kind, first(read).text(1, 0)]).toEqual(['csv', '2025010112345671']);
  });

  it('a comment on the cell __proto__ touches no object (CVE-2023-30533)', async () => {
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>a</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>b</t></text></comment></commentList></comments>';
    const read = await open(withPart(honestPart('xl/comments1.xml', new TextEncoder().encode(comments))));
    expect(first(read).rowCount).toBeGreaterThan(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('c' in {}).toBe(false);
  });

  it('a tracking number whose zero was lost is asked about and never padded', () => {
    const line = {
      row: 2,
      cells: { productOrderId: '2025010112345671', courier: 'CJ대한통운', trackingNumber: '12345678901' },
      marks: { trackingNumber: 'number' as const },
    };
    const { level, remarks, job } = checkLine(line, { rules: marketRules.naver, operation: 'dispatch', now: 0 });
    expect([level, remarks.map(({ code }) => code), job]).toEqual(['error', ['tracking-length'], undefined]);
  });
});
