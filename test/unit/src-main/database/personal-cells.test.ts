import { existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createImports } from '../../../../src-main/services/imports';
import { createSending } from '../../../../src-main/services/sending';
import { createSettings } from '../../../../src-main/services/settings';
import { isPersonal, lineFields } from '../../../../src-preload/contract/line-fields';
import type { LineField } from '../../../../src-preload/contract/line-fields';
import type { Line } from '../../../../src-preload/contract/line';
import { addStore } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';

/** A cell for every column a line may have: those that decide something can be sent, all others can be recognised. */
function cellsOf(operation: 'dispatch' | 'stock'): Record<LineField, string> {
  const cells = lineFields.map((field) => [field, `표식-${field}-marker`] as const);
  const sent =
    operation === 'dispatch'
      ? { productOrderId: '2026030211111111', orderId: '2026030222222222', courier: 'CJ대한통운' }
      : { itemId: 'V12345678', available: 'O', reason: '', unitPrice: '', quantity: '', totalAmount: '' };
  const dispatch = { trackingNumber: '685000000014', deliveryMethod: '택배', dispatchDate: '' };
  return Object.assign(
    {},
    ...cells.map(([field, cell]) => ({ [field]: cell })),
    sent,
    operation === 'dispatch' ? dispatch : {},
  );
}

describe.each(['dispatch', 'stock'] as const)('a sheet of %s with every column', (operation) => {
  it('goes through draft and jobs without a personal cell that can be read in the file', async () => {
    const world = await createWorld({ start: false, inMemory: false });
    onTestFinished(() => world.dispose());
    const { database, file } = world.desk;
    const now = world.time.now;
    const imports = createImports({ database, now, newId: randomUUID });
    const sending = createSending({ database, outbox: world.outbox, settings: createSettings(database), now });
    // The market of the world's own store takes no answers about stock.
    const storeId = operation === 'stock' ? await addStore(database, { market: 'brightmall' }) : world.storeId;
    const begun = await imports.begin({ storeId, fileName: 'a.xlsx', operation, digest: '0'.repeat(64) });
    if (!begun.ok) throw new Error(begun.failure.code);
    const { importId } = begun.value;
    const cells = cellsOf(operation);
    const lines: Line[] = [{ row: 2, cells, chosen: true }];
    await imports.putLines({ importId, lines });
    const added = await sending.addImport({ importId, storeId });
    expect(added).toMatchObject({ ok: true, value: { added: 1 } });

    const { jobs } = await database.log.page({ storeId }, 0, 1);
    const [job] = jobs;
    expect(job).toMatchObject({ recipient: cells.recipient, productName: cells.productName });
    const bytes = Buffer.concat(
      [file, `${file}-wal`].filter((each) => existsSync(each)).map((each) => readFileSync(each)),
    );
    const canBeRead = (text: string) =>
      [text, Buffer.from(text).toString('base64')].some((form) => bytes.includes(form));
    // What is not personal is there: the file has been written.
    expect(canBeRead(operation === 'dispatch' ? cells.productOrderId : cells.memo)).toBe(true);
    const personal = lineFields.filter(isPersonal);
    expect(personal).toEqual(expect.arrayContaining(['recipient', 'phone', 'address', 'productName']));
    expect(personal.filter((field) => canBeRead(cells[field]))).toEqual([]);
  });
});
