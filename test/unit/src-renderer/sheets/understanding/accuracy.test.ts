import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import { knownHeaders } from './known-headers';
import type { KnownLayout } from './known-headers';
import { truth } from './layout-truth';
import { linesOf, number12, people, productOrder, read } from './made-up-sheets';
import { table } from './table';

/** What a courier's or a seller's own program writes, and whom it means; none of it is in the class that must be asked. */
const couriers: readonly (readonly [written: string, code: string])[] = [
  ['CJ대한통운', 'CJGLS'],
  ['CJ 대한통운', 'CJGLS'],
  ['cj택배', 'CJGLS'],
  ['대한통운', 'CJGLS'],
  ['한진택배', 'HANJIN'],
  ['한진', 'HANJIN'],
  ['롯데택배', 'HYUNDAI'],
  ['롯데글로벌', 'HYUNDAI'],
  ['로젠택배', 'KGB'],
  ['로젠', 'KGB'],
];

/** How one and the same number is written. */
const spellings: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.replaceAll(/(.{4})(?=.)/gu, '$1-'),
  (number) => ` ${number} `,
  (number) => number.replaceAll(/(.{4})(?=.)/gu, '$1 '),
  (number) => `'${number}`,
  (number) => [...number].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
];

const layouts = Object.keys(truth).filter((name): name is KnownLayout => name in truth);
const sheetsPerLayout = 6;
const figures = () => ({ understood: 0, asked: 0, wrong: 0 });

it('60 sheets: columns, couriers and numbers are understood or asked, and never taken for something else', () => {
  const report = { sheets: 0, columns: figures(), couriers: figures(), numbers: figures() };
  const choices = fc.sample(fc.array(fc.nat(), { minLength: 64, maxLength: 64 }), {
    numRuns: layouts.length * sheetsPerLayout,
    seed: 20_261_121,
  });
  for (const [at, random] of choices.entries()) {
    const layout = layouts[at % layouts.length];
    const fields = layout === undefined ? undefined : truth[layout];
    if (layout === undefined || fields === undefined) throw new Error('a layout without its truth');
    let turn = 0;
    const next = (below: number): number => (random[(turn += 1) % random.length] ?? 0) % below;
    const headers = knownHeaders(layout)
      .map((header) => ({ header, key: next(1000) }))
      .toSorted((one, other) => one.key - other.key)
      .map(({ header }) => header);
    const wanted = people.map((_, row) => ({ number: number12(row), courier: couriers[next(couriers.length)] }));
    const rows = wanted.map(({ number, courier }, row) =>
      headers.map((header) => {
        if (header === fields.productOrderId) return productOrder(row);
        if (header === fields.trackingNumber) return (spellings[next(spellings.length)] ?? String)(number);
        return header === fields.courier ? (courier?.[0] ?? '') : '';
      }),
    );
    const titles = Array.from({ length: next(3) }, (_, n) => [`안내 ${n + 1}`]);
    const total = next(2) === 0 ? [['합계', ...headers.slice(1).map(() => '')]] : [];
    const understanding = read(table([...titles, headers, ...rows, ...total]));
    report.sheets += 1;

    const ids = ['productOrderId', 'courier', 'trackingNumber'] as const;
    for (const field of ids) {
      const header = fields[field];
      const column = understanding.columns[field];
      if (header === undefined && column === undefined) continue;
      const right = column !== undefined && headers[column] === header;
      const isAsked = understanding.questions.some((question) => question.field === field);
      report.columns[right ? 'understood' : isAsked || column === undefined ? 'asked' : 'wrong'] += 1;
    }
    const checked = checkAll(linesOf(understanding), {
      market: 'naver',
      operation: 'dispatch',
      now: 0,
      wholeCourier: understanding.wholeCourier,
    });
    for (const [row, { job, remarks }] of checked.entries()) {
      const values = job?.values.kind === 'dispatch' ? job.values.dispatch : undefined;
      const meant = wanted[row];
      if (values === undefined || meant === undefined) continue;
      const number = values.trackingNumber;
      report.numbers[number === meant.number ? 'understood' : number === undefined ? 'asked' : 'wrong'] += 1;
      if (fields.courier === undefined) continue;
      const isAsked = remarks.some(({ code }) => code === 'courier-ask');
      const code = values.deliveryCompanyCode;
      report.couriers[code === meant.courier?.[1] ? 'understood' : isAsked ? 'asked' : 'wrong'] += 1;
    }
  }
  console.info(`accuracy: ${JSON.stringify(report)}`);
  expect(report.sheets).toBe(60);
  expect([report.columns.wrong, report.couriers.wrong, report.numbers.wrong]).toEqual([0, 0, 0]);
  // A report of nothing would hold the line above as well.
  expect(report.columns.understood).toBeGreaterThan(100);
  expect(report.numbers.understood).toBeGreaterThan(100);
  expect(report.couriers.understood).toBeGreaterThan(80);
});
