import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCourierForms } from '../../../../src-main/services/book/courier-forms';
import { createJoinSheet } from '../../../../src-main/services/book/join-sheet';
import { takeExport } from '../../../../src-main/services/book/take-export';
import { createImports } from '../../../../src-main/services/imports';
import type { ImportId, StoreId } from '../../../../src-preload/contract/ids';
import type { OrderPersonal } from '../../../../src-preload/contract/book/personal';
import type { Line } from '../../../../src-preload/contract/line';
import { bookOrder } from '../../../support/outbox/book-order';
import { addStore, monday, openTestDatabase, type TestDatabase } from '../../../support/outbox/test-database';

const idOf = (n: number): string => `202611270000000${n}`;
const home = '서울 은평구 가람길 21, 1동 402호';
const asked = { layout: 'cj', oneRowAParcel: true, cutMemos: [], memos: {}, phones: {}, again: [] };

let test: TestDatabase;
let storeId: StoreId;
let joins: ReturnType<typeof createJoinSheet>;
let forms: ReturnType<typeof createCourierForms>;
let at = monday;

beforeEach(async () => {
  at = monday;
  test = await openTestDatabase();
  storeId = await addStore(test.database);
  const now = (): number => at;
  joins = createJoinSheet({ database: test.database, now, giveTurn: () => Promise.resolve() });
  forms = createCourierForms({ database: test.database, now });
});
afterEach(() => test.dispose());

async function addOrder(
  n: number,
  personal: OrderPersonal = {},
  more: Parameters<typeof bookOrder>[1] = {},
): Promise<void> {
  const person = { recipient: '김하루', phones: ['010-9876-5432'], zipCode: '03480', address: home, product: '유자차' };
  await test.database.book.put(storeId, bookOrder(idOf(n), { personal: { ...person, ...personal }, ...more }));
}

async function addSheet(lines: Line[]): Promise<ImportId> {
  const imports = createImports({ database: test.database, now: () => at, newId: randomUUID });
  const file = { storeId, fileName: '로젠.xlsx', operation: 'dispatch' as const, digest: 'a'.repeat(64) };
  const begun = await imports.begin(file);
  if (!begun.ok) throw new Error(begun.failure.code);
  await imports.putLines({ importId: begun.value.importId, lines });
  return begun.value.importId;
}

const stranger = { recipient: '박바다', phones: ['010-1111-2223'], address: '부산 중구 중앙로 1', product: '도마' };

function lineOf(row: number, cells: Line['cells'] = {}, more: Partial<Line> = {}): Line {
  const own = { recipient: '김하루', phone: '010-9876-5432', address: home, trackingNumber: `6000000000${row}` };
  return { row, cells: { ...own, ...cells }, ...more };
}

async function suggest(importId: ImportId) {
  const answer = await joins.suggest(storeId, importId);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

async function saveForm(rows: string[], more: Partial<Parameters<typeof forms.save>[0]> = {}) {
  return forms.save({ storeId, ...asked, rows, ...more });
}

describe('the join of a draft', () => {
  it('suggests from the book, and lists the orders without a line', async () => {
    await addOrder(1);
    await addOrder(2, stranger, { dueAt: monday + 1 });
    const found = await suggest(await addSheet([lineOf(2)]));
    expect(found.boxes).toMatchObject([{ rows: [2], is: 'suggested', ticked: true }]);
    expect(found.withoutLine).toEqual([idOf(2)]);
    expect(found.orders.map(({ productOrderId, recipient }) => [productOrderId, recipient])).toEqual([
      [idOf(1), '김하루'],
      [idOf(2), '박바다'],
    ]);
  });

  it('suggests from a dropped export as from the feed', async () => {
    const person = {
      recipient: '김하루',
      phones: ['010-9876-5432'],
      zipCode: '03480',
      address: home,
      product: '유자차',
    };
    const status = { status: '결제완료', claim: undefined, isConfirmed: true, hasNumber: false };
    const none = { packageNumber: undefined, option: undefined, memo: undefined, dueAt: undefined, paidAt: undefined };
    const exported = {
      productOrderId: idOf(1),
      orderId: '2026112799000001',
      quantity: 1,
      ...person,
      ...status,
      ...none,
    };
    await test.database.transaction((tables) =>
      takeExport(tables, storeId, [exported], { at, todayMinutes: undefined }),
    );
    const found = await suggest(await addSheet([lineOf(2)]));
    expect(found.boxes).toMatchObject([
      { is: 'suggested', ticked: true, candidates: [{ orders: [{ productOrderId: idOf(1) }] }] },
    ]);
  });

  it('remembers no name that was joined by hand', async () => {
    await addOrder(1);
    const byName = { phone: '', address: '' };
    const importId = await addSheet([lineOf(2, byName)]);
    await joins.apply({ storeId, importId, pairs: [{ rows: [2], productOrderIds: [idOf(1)] }] });
    await addOrder(2);
    expect((await suggest(await addSheet([lineOf(3, byName)]))).boxes).toMatchObject([{ ticked: false }]);
  });

  it('finds numbers that stand anywhere in a line', async () => {
    await addOrder(1);
    const sheet = await addSheet([
      lineOf(2, { recipient: '김*루', phone: '', address: '' }, { references: [idOf(1)] }),
    ]);
    expect((await suggest(sheet)).boxes).toMatchObject([{ is: 'joined', ticked: true }]);
  });

  it('suggests no order that has a number, and none that is sent', async () => {
    await addOrder(1, {}, { stage: 'sent' });
    await addOrder(2);
    await addSheet([lineOf(2, { productOrderId: idOf(2) })]);
    expect((await suggest(await addSheet([lineOf(2)]))).boxes).toMatchObject([{ is: 'alone', candidates: [] }]);
  });

  it('writes what was decided into the draft, with a line for each order of a box', async () => {
    await addOrder(1);
    await addOrder(2, { product: '도마' });
    const waiting = lineOf(2, { orderId: '2026112700000099' }, { waits: ['productOrderId', 'courier'] });
    const importId = await addSheet([waiting, lineOf(7)]);
    const applied = await joins.apply({
      storeId,
      importId,
      pairs: [{ rows: [2], productOrderIds: [idOf(1), idOf(2)] }],
    });
    expect(applied).toEqual({ ok: true, value: { lines: 1, added: 1 } });
    const lines = await test.database.drafts.page(importId, 0, 10);
    expect(lines.map(({ row, cells }) => [row, cells.productOrderId, cells.trackingNumber])).toEqual([
      [2, idOf(1), '60000000002'],
      [7, undefined, '60000000007'],
      [8, idOf(2), '60000000002'],
    ]);
    expect(lines[0]).toMatchObject({ waits: ['courier'], edited: ['productOrderId'] });
    expect(lines[0]?.cells.orderId).toBe(bookOrder(idOf(1)).orderId);
    expect(lines[2]?.cells.productName).toBe('도마');
  });

  it('leaves nothing on the disk by which a person could be known: of the order, the line, the join and its step', async () => {
    await addOrder(1);
    const importId = await addSheet([
      lineOf(2, { recipient: '김 하루', phone: '010 9876 5432', productName: '유자 차' }),
      { row: 3, cells: { trackingNumber: '60000000003' } },
    ]);
    await suggest(importId);
    await joins.apply({ storeId, importId, pairs: [{ rows: [3], productOrderIds: [idOf(1)] }] });
    const [, joined] = await test.database.drafts.page(importId, 0, 10);
    expect(joined?.cells.recipient).toBe('김하루');
    await test.database.transaction(({ editSteps }) =>
      editSteps.add(importId, { what: 'joined', lines: 1 }, [
        { row: 3, before: { cells: { recipient: null } }, after: { cells: { recipient: '김하루' } } },
      ]),
    );
    const stored = [test.file, `${test.file}-wal`].map((file) => readFileSync(file, 'utf8')).join('');
    for (const told of ['김하루', '김 하루', '98765432', '9876-5432', '9876 5432', '가람길', '유자차', '유자 차'])
      expect(stored.includes(told), told).toBe(false);
    expect(stored).toContain(idOf(1));
  });

  it('joins nothing twice, and nothing that is not open', async () => {
    await addOrder(1);
    await addOrder(2, {}, { stage: 'sent' });
    const importId = await addSheet([lineOf(2), lineOf(3)]);
    const apply = (...pairs: { rows: number[]; productOrderIds: string[] }[]) =>
      joins.apply({ storeId, importId, pairs });
    const one = { rows: [2], productOrderIds: [idOf(1)] };
    expect(await apply(one, { ...one, rows: [3] })).toMatchObject({ failure: { code: 'twice' } });
    expect(await apply({ ...one, productOrderIds: [idOf(2)] })).toMatchObject({ failure: { code: 'not-open' } });
    expect(await apply({ ...one, rows: [9] })).toMatchObject({ failure: { code: 'not-open' } });
    const lines = await test.database.drafts.page(importId, 0, 10);
    expect(lines.every(({ cells }) => cells.productOrderId === undefined)).toBe(true);
  });
});

describe('a courier’s form', () => {
  it('takes what is confirmed and has no number, and says what it leaves out', async () => {
    await addOrder(1);
    await addOrder(2, {}, { stage: 'new' });
    await addOrder(3, stranger, { mustSend: false });
    const preview = await forms.preview({ storeId, ...asked });
    if (!preview.ok) throw new Error(preview.failure.code);
    expect(preview.value.rows.map(({ productOrderIds }) => productOrderIds)).toEqual([[idOf(1)]]);
    expect(preview.value.leftOut).toEqual([{ productOrderId: idOf(3), why: 'not-to-be-sent' }]);
  });

  it('puts no order on two forms unasked', async () => {
    await addOrder(1);
    expect(await saveForm([idOf(1)])).toMatchObject({ ok: true, value: { format: 'xlsx' } });
    const preview = await forms.preview({ storeId, ...asked, layout: 'logen' });
    expect(preview).toMatchObject({ value: { rows: [], already: [{ productOrderId: idOf(1), layout: 'cj' }] } });
    expect(await saveForm([idOf(1)])).toMatchObject({ failure: { code: 'changed' } });
    // Chosen by hand it is on a form all the same.
    const byHand = { productOrderIds: [idOf(1)] };
    expect(await forms.preview({ storeId, ...asked, ...byHand })).toMatchObject({
      value: { rows: [], already: [{ productOrderId: idOf(1) }] },
    });
    expect(await saveForm([idOf(1)], byHand)).toMatchObject({ failure: { code: 'changed' } });
    expect(await saveForm([idOf(1)], { again: [idOf(1)] })).toMatchObject({ ok: true });
  });

  it('makes no file with a row that the courier refuses', async () => {
    await addOrder(1, { phones: ['010-0000-0000'] });
    expect(await saveForm([idOf(1)])).toMatchObject({ failure: { code: 'refused' } });
    expect(await forms.files(storeId)).toMatchObject({ value: { files: [] } });
    const saved = await saveForm([idOf(1)], { phones: { [idOf(1)]: '01055556666' } });
    expect(saved.ok && saved.value.table[1]?.[1]).toBe('010-5555-6666');
  });

  it('is known by its orders when the sheet comes back, with what is missing', async () => {
    await addOrder(1);
    await addOrder(2, { product: '도마' });
    await addOrder(3, stranger);
    await saveForm([idOf(1), idOf(3)]);
    at += 60_000;
    const importId = await addSheet([lineOf(2, { recipient: '', phone: '', address: '' }, { references: [idOf(1)] })]);
    const found = await suggest(importId);
    // Both orders of the parcel went out in one row: the row's first number stands for both.
    expect(found.boxes[0]?.candidates[0]?.orders).toEqual([
      { productOrderId: idOf(1), ticked: true },
      { productOrderId: idOf(2), ticked: true },
    ]);
    expect(found.cameBack).toMatchObject({
      madeAt: monday,
      layout: 'cj',
      orders: 3,
      withNumber: 2,
      missing: [idOf(3)],
    });
    await joins.apply({ storeId, importId, pairs: [{ rows: [2], productOrderIds: [idOf(1), idOf(2)] }] });
    const files = await forms.files(storeId);
    expect(files).toMatchObject({ value: { files: [{ orders: 3, withNumber: 2, missing: [idOf(3)] }] } });
  });

  it('keeps who sends, sealed', async () => {
    const sender = { name: '하늘상점', phone: '031-000-0110', postcode: '10380', address: '경기 고양시 한솔길 9' };
    await forms.setSender(storeId, sender);
    expect(await test.database.forms.sender(storeId)).toEqual(sender);
    await addOrder(1);
    await saveForm([idOf(1)]);
    const stored = [test.file, `${test.file}-wal`].map((file) => readFileSync(file, 'utf8')).join('');
    expect(stored).not.toContain('한솔길');
    expect(stored).not.toContain('가람길');
    expect(stored).toContain(idOf(1));
  });
});
