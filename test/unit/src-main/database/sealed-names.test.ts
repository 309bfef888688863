import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openText, sealText } from '../../../../src-main/secrets/personal';
import type { Personal } from '../../../../src-main/database/tables';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { ImportId, StoreId } from '../../../../src-preload/contract/ids';
import { lineSchema } from '../../../../src-preload/contract/line';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';

/** What cannot be opened today is kept as it lies, and can be read again when its key is back. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
/** Sealing with the first of these keys, opening with any of them; without a key the keychain is locked. */
const keys = (...all: Buffer[]): Personal => ({
  seal: (text) => (all[0] === undefined ? null : Buffer.from(sealText(all[0], text, randomBytes), 'utf8')),
  open: (sealed) => {
    for (const key of all) {
      const text = openText(key, Buffer.from(sealed).toString('utf8'));
      if (text !== undefined) return text;
    }
    return undefined;
  },
  digests: () => [],
});

const importId: ImportId = importIdSchema.parse('6f1de1a2-3c44-4c1f-9d07-3f2f3b0f7a10');
const line = (cells: Record<string, string>) => lineSchema.parse({ row: 2, cells });
const names = { recipient: '김하늘', phone: '010-0000-0000', address: '서울 어딘가 1' };

/** One run of the app on the folder. */
async function run<Value>(
  personal: Personal,
  work: (opened: Awaited<ReturnType<typeof openTestDatabase>>) => Promise<Value>,
): Promise<Value> {
  const opened = await openTestDatabase({ folder, personal });
  try {
    return await work(opened);
  } finally {
    await opened.database.close();
  }
}

const begin = (personal: Personal): Promise<StoreId> =>
  run(personal, async ({ database }) => {
    const storeId = await addStore(database);
    const file = { storeId, fileName: '발송.xlsx', operation: 'dispatch', digest: 'd', createdAt: monday } as const;
    await database.transaction(({ imports, drafts }) => {
      imports.add({ id: importId, ...file });
      drafts.put(importId, [line({ ...names, trackingNumber: '1' })]);
    });
    return storeId;
  });
const put = (personal: Personal, cells: Record<string, string>) =>
  run(personal, ({ database }) => database.transaction(({ drafts }) => drafts.put(importId, [line(cells)])));
const cellsOf = (personal: Personal) =>
  run(personal, async ({ database }) => (await database.drafts.page(importId, 0, 10))[0]?.cells);

/** The cell as it lies in the file. */
function stored(): Buffer {
  const db = new Database(join(folder, 'desk.sqlite'), { readonly: true });
  try {
    const cell: unknown = db.prepare('SELECT personal FROM drafts').pluck().get();
    if (!Buffer.isBuffer(cell)) throw new Error('nothing is sealed');
    return cell;
  } finally {
    db.close();
  }
}

describe('a draft edited while the keychain is locked', () => {
  test('keeps its names byte for byte, and shows them with the keychain open again', async () => {
    await begin(keys(first));
    const before = stored();
    expect(await cellsOf(keys())).toEqual({ trackingNumber: '1' });
    await put(keys(), { trackingNumber: '2' });
    await put(keys(), { trackingNumber: '3', recipient: '이바다' });
    expect(stored().equals(before)).toBe(true);
    expect(await cellsOf(keys(first))).toEqual({ ...names, trackingNumber: '3' });
  });

  test('keeps the check on recipients, also of what was registered meanwhile', async () => {
    const storeId = await begin(keys(first));
    const row = dispatchRow(storeId, '1', { importId });
    await run(keys(), ({ database }) =>
      database.transaction(({ jobs, drafts }) => {
        drafts.put(importId, [line({ trackingNumber: '2' })]);
        jobs.add(row);
        drafts.markSent(importId, [{ row: 2, jobId: row.id }]);
      }),
    );
    const people = await run(keys(first), ({ database }) => database.usedNumbers.peopleOf([row.id]));
    expect(people.get(row.id)).toEqual({ recipient: names.recipient, address: names.address });
  });
});

describe('a draft whose key was lost', () => {
  test('keeps the old names beside new ones, and shows both when the key comes back', async () => {
    await begin(keys(first));
    await put(keys(second), { trackingNumber: '2', recipient: '이바다' });
    expect(await cellsOf(keys(second))).toEqual({ trackingNumber: '2', recipient: '이바다' });
    await put(keys(second), { trackingNumber: '3', recipient: '박구름' });
    expect(await cellsOf(keys(second, first))).toEqual({ ...names, trackingNumber: '3', recipient: '박구름' });
    expect(await cellsOf(keys(first))).toEqual({ ...names, trackingNumber: '3' });
  });

  test('is one piece again once all of it could be read', async () => {
    await begin(keys(first));
    await put(keys(second), { recipient: '이바다' });
    await put(keys(second, first), { recipient: '이바다', address: '부산 어딘가 2' });
    expect(await cellsOf(keys(second))).toEqual({ recipient: '이바다', address: '부산 어딘가 2' });
    expect(stored().toString('latin1')).toMatch(/^p1\./u);
  });
});

test('names of products are kept beside new ones, too', async () => {
  const storeId = await begin(keys(first));
  const keep = (personal: Personal, name: string) =>
    run(personal, ({ database }) => database.productNames.keep(storeId, new Map([['1', name]]), monday));
  const nameOf = (personal: Personal) => run(personal, ({ database }) => database.productNames.of(storeId, '1'));
  await keep(keys(first), '파란 컵');
  await keep(keys(), '빨간 컵');
  expect(await nameOf(keys(first))).toBe('파란 컵');
  await keep(keys(second), '하얀 컵');
  expect([await nameOf(keys(second)), await nameOf(keys(first))]).toEqual(['하얀 컵', '파란 컵']);
});
