import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemory } from '../../../../src-main/services/memory';
import { openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
beforeEach(async () => {
  desk = await openTestDatabase();
});
afterEach(() => desk.dispose());

describe('what the answers of the seller taught', () => {
  it('is listed by what it is known by, and forgotten one by one', async () => {
    const { mappings } = desk.database;
    await mappings.rememberCourier('샛별특송', 'CJGLS', 1);
    await mappings.rememberCourier('대한', 'CJGLS', 2);
    await mappings.rememberColumns('상품주문번호\u001f번호', { productOrderId: 0, trackingNumber: 1 }, 3);
    await mappings.rememberTakeAll(JSON.stringify(['주문번호', '송장번호']));
    await mappings.rememberTakeAll(JSON.stringify(['주문번호', '송장번호']));
    const memory = createMemory(desk.database);
    const listed = await memory.list();
    expect(listed.couriers).toHaveLength(2);
    expect(listed).toMatchObject({
      columns: [{ headers: ['상품주문번호', '번호'] }],
      takeAll: [{ headers: ['주문번호', '송장번호'] }],
    });
    await memory.forget({ what: 'courier', name: '샛별특송' });
    await memory.forget({ what: 'columns', name: listed.columns[0]?.name ?? '' });
    await memory.forget({ what: 'take-all', name: listed.takeAll[0]?.name ?? '' });
    expect(await memory.list()).toEqual({ couriers: [{ name: '대한', code: 'CJGLS' }], columns: [], takeAll: [] });
  });
});
