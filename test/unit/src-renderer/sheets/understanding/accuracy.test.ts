import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import type { CheckedLine } from '../../../../../src-preload/contract/line';
import type { Understanding } from '../../../../../src-renderer/sheets/understanding/understand';
import { kinds, sheetsPerKind } from './kinds/all-kinds';
import { now, postNumber, type MadeWorkbook, type Pick, type Shipment } from './kinds/made-workbook';
import { knownHeaders } from './known-headers';
import type { KnownLayout } from './known-headers';
import { truth } from './layout-truth';
import { linesOf, number12, people, productOrder, read } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

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
/** K-Packets go abroad: neither the sheet nor the market's list of couriers says who carries them, so that is asked. */
const namesNoCourier: readonly KnownLayout[] = ['epost_kpacket_result_csv'];
const sheetsPerLayout = 6;
const sheetsOfLayouts = layouts.length * sheetsPerLayout;
const sheetsOfKinds = Object.keys(kinds).length * sheetsPerKind;

/** `held`: not to be told without a person, and nothing of it goes before one is asked. */
const figures = () => ({ understood: 0, asked: 0, wrong: 0, held: 0 });
const report = { sheets: 0, columns: figures(), couriers: figures(), numbers: figures(), lines: figures() };
const failures: string[] = [];
const reportedAtMost = 20;

const picksPerSheet = 64;
/** The same sheets in every run. */
const picks: readonly Pick[] = fc
  .sample(fc.array(fc.nat(), { minLength: picksPerSheet, maxLength: picksPerSheet }), {
    numRuns: sheetsOfLayouts + sheetsOfKinds,
    seed: 20_261_121,
  })
  .map((random) => {
    let turn = 0;
    return (below) => (random[(turn += 1) % random.length] ?? 0) % below;
  });

function checkedOf(understanding: Understanding): CheckedLine[] {
  const { wholeCourier } = understanding;
  return checkAll(linesOf(understanding), { rules: marketRules.naver, operation: 'dispatch', now, wholeCourier });
}

/** A sheet of a known layout with its columns in another order, titles above and a total below. */
function measureLayout(layout: KnownLayout, pick: Pick): void {
  const fields = truth[layout] ?? {};
  const headers = knownHeaders(layout)
    .map((header) => ({ header, key: pick(1000) }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ header }) => header);
  // What the post registers has 13 digits.
  const numberOf = fields.trackingNumber === '등기번호' ? postNumber : number12;
  const wanted = people.map((_, row) => ({ number: numberOf(row), courier: couriers[pick(couriers.length)] }));
  const rows = wanted.map(({ number, courier }, row) =>
    headers.map((header) => {
      if (header === fields.productOrderId) return productOrder(row);
      if (header === fields.trackingNumber) return (spellings[pick(spellings.length)] ?? String)(number);
      return header === fields.courier ? (courier?.[0] ?? '') : '';
    }),
  );
  const titles = Array.from({ length: pick(3) }, (_, n) => [`안내 ${n + 1}`]);
  const total = pick(2) === 0 ? [['합계', ...headers.slice(1).map(() => '')]] : [];
  const sheet = table([...titles, headers, ...rows, ...total]);
  const understanding = read(sheet);

  for (const field of ['productOrderId', 'courier', 'trackingNumber'] as const) {
    const header = fields[field];
    const column = understanding.columns[field];
    if (header === undefined && column === undefined) continue;
    const right = column !== undefined && headers[column] === header;
    const isAsked = understanding.questions.some((question) => question.field === field);
    report.columns[right ? 'understood' : isAsked || column === undefined ? 'asked' : 'wrong'] += 1;
  }
  // Sheets without the market's numbers name no order: their lines are matched, which is not measured here.
  if (fields.productOrderId === undefined) return;
  // What the seller gave a courier as reference is asked, as it must be; the rest of the line is measured as answered.
  const { columns } = understanding;
  const answered = read(sheet, { columns, answered: ['productOrderId'] });
  for (const [row, { job, remarks }] of checkedOf(answered).entries()) {
    const values = job?.values.kind === 'dispatch' ? job.values.dispatch : undefined;
    const meant = wanted[row];
    const number = values?.trackingNumber;
    if (number === undefined && namesNoCourier.includes(layout)) report.numbers.held += 1;
    else report.numbers[number === undefined ? 'asked' : number === meant?.number ? 'understood' : 'wrong'] += 1;
    if (fields.courier === undefined) continue;
    const isAsked = values === undefined || remarks.some(({ code }) => code === 'courier-ask');
    const code = values?.deliveryCompanyCode;
    report.couriers[code === meant?.courier?.[1] ? 'understood' : isAsked ? 'asked' : 'wrong'] += 1;
  }
}

/** What goes out of a file unasked: of the table that is read, and of each other one when the seller has it read. */
function goingOut({ sheets, shipments }: MadeWorkbook): { going: string[]; rows: Set<string> } {
  const first = read(sheets);
  // A sheet of notices is offered as well; a seller has no reason to choose it.
  const others = first.unread.filter(({ sheet }) => shipments.some((shipment) => shipment.sheet === sheet));
  const all = [first, ...others.map(({ sheet, part }) => read(sheets, { sheet, part }))];
  const rows = new Set<string>();
  const going = all.flatMap((understanding) =>
    checkedOf(understanding).flatMap((checked) => {
      const { line, job } = checked;
      rows.add(`${understanding.sheetName} ${line.row}`);
      if (staysBecause(checked) !== undefined || job === undefined) return [];
      const { kind, values, target } = { ...job, kind: job.kind === 'lookup' ? 'lookup' : 'dispatch' } as const;
      const dispatch =
        values.kind === 'dispatch'
          ? values.dispatch
          : values.kind === 'lookup'
            ? values.lookup.thenDispatch
            : undefined;
      return nameOf({
        sheet: understanding.sheetName,
        row: line.row,
        kind,
        target,
        courier: dispatch?.deliveryCompanyCode ?? '',
        number: dispatch?.trackingNumber ?? '',
        at: dispatch?.dispatchDate,
      });
    }),
  );
  return { going, rows };
}

function nameOf({
  sheet,
  row,
  kind,
  target,
  courier,
  number,
  at,
}: Omit<Shipment, 'at'> & { at?: number | undefined }): string {
  return `${sheet} ${row}: ${kind} ${target} ${courier} ${number} ${at ?? ''}`;
}

/** A sheet of a kind that went wrong before: each line goes as it is meant, or waits where only a person can tell. */
function measureKind(name: string, made: MadeWorkbook): void {
  const { going, rows } = goingOut(made);
  const meant = new Map(made.shipments.map((shipment) => [nameOf(shipment), shipment]));
  for (const each of going) {
    if (meant.get(each)?.asks === undefined && meant.has(each)) continue;
    report.lines.wrong += 1;
    failures.push(`${name} goes: ${each}`);
  }
  for (const [each, { sheet, row, asks }] of meant) {
    if (going.includes(each)) report.lines.understood += asks === undefined ? 1 : 0;
    else if (!rows.has(`${sheet} ${row}`)) {
      report.lines.wrong += 1;
      failures.push(`${name} left out: ${each}`);
    } else {
      report.lines[asks === true ? 'held' : 'asked'] += 1;
      if (asks !== true) failures.push(`${name} asks: ${each}`);
    }
  }
}

it('150 sheets: columns, couriers, numbers and lines are understood, rarely asked, and never taken for something else', () => {
  for (const [at, pick] of picks.entries()) {
    report.sheets += 1;
    const layout = at < sheetsOfLayouts ? layouts[at % layouts.length] : undefined;
    if (layout !== undefined) measureLayout(layout, pick);
    else {
      const of = at - sheetsOfLayouts;
      const [name, make] = Object.entries(kinds)[Math.floor(of / sheetsPerKind)] ?? [];
      if (name === undefined || make === undefined) throw new Error('a sheet of no kind');
      measureKind(`${name} ${of % sheetsPerKind}`, make(of % sheetsPerKind, pick));
    }
  }
  const parts = [report.columns, report.couriers, report.numbers, report.lines];
  const shareAsked = parts.map(({ understood, asked }) => asked / (understood + asked));
  console.info(`accuracy: ${JSON.stringify(report)}`);
  if (failures.length > 0) console.info(failures.slice(0, reportedAtMost).join('\n'));
  expect(report.sheets).toBe(150);
  expect(parts.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
  expect(Math.max(...shareAsked)).toBeLessThanOrEqual(0.05);
  // A report of nothing would hold the lines above as well.
  expect(report.columns.understood).toBeGreaterThan(100);
  expect(report.numbers.understood).toBeGreaterThan(150);
  expect(report.couriers.understood).toBeGreaterThan(80);
  expect(report.lines.understood).toBeGreaterThan(350);
  expect(report.lines.held).toBeGreaterThan(50);
});
