import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCourierForms } from '../../../../src-main/services/book/courier-forms';
import { createFormLayouts } from '../../../../src-main/services/book/form-layouts';
import { courierForms } from '../../../../src-preload/contract/courier-forms/layouts';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { bookOrder } from '../../../support/outbox/book-order';
import { addStore, monday, openTestDatabase, type TestDatabase } from '../../../support/outbox/test-database';

const warehouse = {
  name: '창고 양식',
  format: 'xls' as const,
  sheetName: '출고',
  memoLetters: 30,
  columns: [
    { header: '요금', puts: 'text' as const, text: '신용' },
    { header: '번호', puts: 'reference' as const },
    { header: '받는이', puts: 'recipient' as const },
  ],
};

let test: TestDatabase;
let storeId: StoreId;
let layouts: ReturnType<typeof createFormLayouts>;

beforeEach(async () => {
  test = await openTestDatabase();
  storeId = await addStore(test.database);
  let made = 0;
  layouts = createFormLayouts({
    database: test.database,
    newId: () => {
      made += 1;
      return `own-${made}`;
    },
  });
});
afterEach(() => test.dispose());

const names = async (): Promise<string[]> => {
  const answer = await layouts.list();
  return answer.ok ? answer.value.layouts.map(({ name }) => name) : [];
};

it('keeps forms by name, each name once, and takes them away', async () => {
  expect(await layouts.put({ layout: warehouse })).toMatchObject({ ok: true, value: { id: 'own-1' } });
  expect(await layouts.put({ layout: warehouse })).toMatchObject({ ok: false, failure: { code: 'name-taken' } });
  expect(await layouts.put({ layout: { ...warehouse, name: courierForms[0].name } })).toMatchObject({ ok: false });
  expect(await layouts.put({ layout: { ...warehouse, id: 'own-1', name: '새 창고' } })).toMatchObject({
    ok: true,
    value: { id: 'own-1' },
  });
  // A courier's form is never written over.
  expect(await layouts.put({ layout: { ...warehouse, id: 'cj' } })).toMatchObject({ ok: true, value: { id: 'own-2' } });
  expect(await names()).toEqual(['새 창고', '창고 양식']);
  await layouts.drop({ id: 'own-1' });
  expect(await names()).toEqual(['창고 양식']);
});

it('fills a form of the seller’s own, and remembers what went out on it', async () => {
  await layouts.put({ layout: warehouse });
  const personal = {
    recipient: '김하루',
    phones: ['010-9876-5432'],
    address: '서울 은평구 가람길 21',
    product: '유자차',
  };
  await test.database.book.put(storeId, bookOrder('2026112700000001', { personal }));
  const forms = createCourierForms({ database: test.database, now: () => monday });
  const asked = { storeId, layout: 'own-1', oneRowAParcel: true, cutMemos: [], memos: {}, phones: {}, again: [] };
  expect(await forms.save({ ...asked, rows: ['2026112700000001'] })).toMatchObject({
    ok: true,
    value: {
      format: 'xls',
      sheetName: '출고',
      table: [
        ['요금', '번호', '받는이'],
        ['신용', '2026112700000001', '김하루'],
      ],
    },
  });
  expect(await forms.files(storeId)).toMatchObject({ value: { files: [{ layout: 'own-1', orders: 1 }] } });
  await layouts.drop({ id: 'own-1' });
  expect(await forms.preview(asked)).toMatchObject({ ok: false, failure: { code: 'no-layout' } });
});

it('reads the file of a form, and says of everything else what it is', async () => {
  expect(await layouts.read({ text: JSON.stringify({ form: 1, layout: warehouse }) })).toEqual({
    ok: true,
    value: { layout: warehouse },
  });
  const codeOf = async (given: unknown): Promise<string> => {
    const answer = await layouts.read({ text: typeof given === 'string' ? given : JSON.stringify(given) });
    return answer.ok ? 'ok' : answer.failure.code;
  };
  for (const text of ['', '{', '[]', 'null', '{"form":"1"}', '"form"'])
    expect(await codeOf(text), text).toBe('no-layout');
  for (const form of [0, 2, 1.5]) expect(await codeOf({ form, layout: warehouse })).toBe('other-version');
  const [column] = warehouse.columns;
  for (const hostile of [
    { form: 1 },
    { form: 1, layout: warehouse, more: 1 },
    { form: 1, layout: { ...warehouse, extra: 1 } },
    { form: 1, layout: { ...warehouse, id: 'cj' } },
    { form: 1, layout: { ...warehouse, sheetName: '출고\u0000' } },
    { form: 1, layout: { ...warehouse, sheetName: '출고\n' } },
    { form: 1, layout: { ...warehouse, memoLetters: 0 } },
    { form: 1, layout: { ...warehouse, columns: [{ ...column, puts: 'password' }] } },
    { form: 1, layout: { ...warehouse, columns: Array.from({ length: 101 }, () => column) } },
    `{"form":1,"layout":{"__proto__":{"name":"a"}}}`,
  ])
    expect(await codeOf(hostile), JSON.stringify(hostile).slice(0, 80)).toBe('damaged');
  expect(await names()).toEqual([]);
});
