import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeExport } from '../../../../src-main/services/book/take-export';
import type { ExportedOrder } from '../../../../src-preload/contract/book/exported-order';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { bookOrder } from '../../../support/outbox/book-order';
import { addStore, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const id = '2026030200000001';
const exported = (more: Partial<ExportedOrder> = {}): ExportedOrder => ({
  productOrderId: id,
  orderId: '2026030200000007',
  packageNumber: undefined,
  status: '결제완료',
  claim: undefined,
  isConfirmed: true,
  hasNumber: false,
  product: '머그컵',
  option: undefined,
  quantity: 2,
  recipient: '시험수취',
  phones: ['010-0000-0001'],
  zipCode: undefined,
  address: '시험시 1',
  memo: undefined,
  dueAt: monday + 1000,
  paidAt: undefined,
  ...more,
});
const take = (...orders: ExportedOrder[]) =>
  desk.database.transaction((tables) => takeExport(tables, storeId, orders, { at: monday, todayMinutes: undefined }));
const stored = () => desk.database.book.get(storeId, id);

describe('an export of orders', () => {
  it('fills the book without any connection, each order once', async () => {
    expect(await take(exported(), exported())).toBe(1);
    expect(await take(exported())).toBe(0);
    expect(await stored()).toMatchObject({
      stage: 'waiting',
      mustSend: true,
      dueAt: monday + 1000,
      personal: { recipient: '시험수취', product: '머그컵', address: '시험시 1' },
    });
    expect(await desk.database.book.tabCounts(storeId)).toMatchObject({ waiting: 1 });
  });

  it.each([
    [{ isConfirmed: false }, 'new', true],
    [{ status: '배송중', hasNumber: true }, 'sent', false],
    [{ status: undefined, hasNumber: true }, 'sent', false],
    [{ status: '구매확정', hasNumber: true }, 'closed', false],
    [{ status: '취소완료' }, 'closed', false],
    [{ claim: '취소요청' }, 'waiting', false],
    [{ status: '무슨 말' }, 'waiting', true],
  ] as const)('with %j is %s', async (more, stage, mustSend) => {
    await take(exported(more));
    expect(await stored()).toMatchObject({ stage, mustSend });
  });

  it('leaves what the market told, and fills in only what it did not', async () => {
    const known = bookOrder(id, {
      dueAt: monday,
      lastFeedRow: { at: 5, type: 'PAYED' },
      personal: { recipient: '새 이름' },
    });
    await desk.database.transaction(({ book }) => book.put(storeId, known));
    expect(await take(exported({ status: '취소완료' }))).toBe(0);
    expect(await stored()).toMatchObject({
      stage: known.stage,
      dueAt: monday,
      lastFeedRow: { at: 5, type: 'PAYED' },
      personal: { recipient: '새 이름', address: '시험시 1' },
    });
  });

  it('gives an order what the file says of it', async () => {
    const more = { packageNumber: '9', option: '검정', zipCode: '03480', memo: '문 앞', paidAt: monday };
    await take(exported({ ...more, isConfirmed: false, claim: '취소요청' }));
    expect(await stored()).toMatchObject({
      untracked: false,
      facts: {
        packageNumber: '9',
        quantity: 2,
        paidAt: monday,
        marketDueAt: monday + 1000,
        finding: {
          orderId: '2026030200000007',
          placeOrderStatus: 'NOT_YET',
          claimType: 'CANCEL',
          claimStatus: 'CANCEL_REQUEST',
        },
      },
      personal: { phones: ['010-0000-0001'], option: '검정', zipCode: '03480', memo: '문 앞' },
    });
    expect((await stored())?.settledAt).toBeUndefined();
  });

  it('says nothing of people where the file does not', async () => {
    const none = { recipient: undefined, phones: [], address: undefined, product: undefined };
    await take(exported({ ...none, status: '취소완료' }));
    expect(await stored()).toMatchObject({ settledAt: monday });
    expect((await stored())?.personal).toBeUndefined();
  });

  it('brings nothing back of an order that is over, and fills in a due date alone', async () => {
    const put = (more: Parameters<typeof bookOrder>[1]) =>
      desk.database.transaction(({ book }) => book.put(storeId, bookOrder(id, more)));
    await put({ stage: 'closed', settledAt: monday });
    await take(exported());
    expect((await stored())?.personal).toBeUndefined();
    await put({});
    await take(exported());
    const { personal } = (await stored()) ?? {};
    expect(personal).toMatchObject({ recipient: '시험수취' });
    await put({ dueAt: undefined, personal });
    await take(exported());
    expect(await stored()).toMatchObject({ dueAt: monday + 1000, personal });
  });
});
