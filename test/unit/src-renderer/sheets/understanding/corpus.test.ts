import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import { knownHeaders, type KnownLayout } from './known-headers';
import { truth } from './layout-truth';
import { linesOf, people, read, valueFor } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

/** What sellers and programs do to a header without meaning anything by it. */
const decorations: ((header: string) => string)[] = [
  (header) => header,
  (header) => ` ${header} `,
  (header) => `*${header}`,
  (header) => `${header}(필수)`,
  (header) => header.split('').join(' '),
  (header) => header.replace('번호', '\n번호'),
];

const noise = fc.record({
  order: fc.infiniteStream(fc.nat()),
  decorate: fc.infiniteStream(fc.nat({ max: decorations.length - 1 })),
  titles: fc.array(
    fc.constantFrom('2025년 1월 출고 내역', '상품주문번호, 송장번호를 적어 올려 주세요.', '출력일: 오늘'),
    { maxLength: 3 },
  ),
  total: fc.boolean(),
  strangers: fc.array(fc.constantFrom('담당자', '창고', '비고', '로케이션'), { maxLength: 3 }),
});

describe('sheets as they come: columns in any order, decorated headers, titles, totals, columns of the seller’s own', () => {
  it.each(Object.entries(truth))('%s is never understood wrongly', (name, fields) => {
    const layout = Object.keys(truth).find((each): each is KnownLayout => each === name);
    if (layout === undefined) throw new Error(name);
    fc.assert(
      fc.property(noise, ({ order, decorate, titles, total, strangers }) => {
        const headers = [...knownHeaders(layout), ...strangers]
          .filter((header) => header !== '')
          .map((header) => ({ header, key: order.next().value }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ header }) => header);
        const rows = people.map((_, index) => headers.map((header) => valueFor(header, index)));
        const decorated = headers.map((header) => decorations[decorate.next().value]?.(header) ?? header);
        const sum = total ? [['합계', ...headers.slice(1).map(() => '')]] : [];
        const sheet = table([...titles.map((title) => [title]), decorated, ...rows, ...sum]);
        const understanding = read(sheet);
        const found = Object.entries(understanding.columns).map(([field, column]) => [field, headers[column]]);
        expect(Object.fromEntries(found)).toEqual(fields);
        expect(understanding).toMatchObject({ headerRow: titles.length, lineCount: people.length });
        const context = {
          rules: marketRules.naver,
          operation: 'dispatch',
          now: 0,
          wholeCourier: understanding.wholeCourier,
        } as const;
        const known = fields.productOrderId !== undefined && layout !== 'epost_kpacket_result_csv';
        // What a courier hands on is asked about, and stays until it is answered.
        const asked = understanding.questions.some(({ field }) => field === 'productOrderId');
        for (const { job } of checkAll(linesOf(understanding), context))
          expect(job !== undefined).toBe(known && !asked);
        const answered = read(sheet, { columns: understanding.columns });
        for (const { job } of checkAll(linesOf(answered), context)) expect(job !== undefined).toBe(known);
      }),
      { numRuns: 40 },
    );
  });
});
