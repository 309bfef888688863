import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Job } from '../../../../src-preload/contract/job';
import type { ProductOrder } from '../../../../src-main/practice/product-order';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

const number = '640000000001';
const company = 'CJGLS';

const step = fc.oneof(
  fc.record({
    do: fc.constant('happens' as const),
    what: fc.constantFrom('request', 'end', 'address', 'option'),
    order: fc.nat(2),
    isTold: fc.boolean(),
  }),
  fc.record({ do: fc.constant('tell' as const), order: fc.nat(2) }),
  fc.record({ do: fc.constant('read' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(500, 4_000, 12_000, 70_000) }),
  fc.record({ do: fc.constant('answer' as const), how: fc.constantFrom('approve', 'leave-out', 'refund') }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A box of three orders at a market to which things happen, and a seller who answers whatever is asked. */
class Box {
  /** Each thing that happened about the box and that the seller did not do. */
  facts = 0;
  questions: string[] = [];
  private claims = 0;
  private done = 0;

  private constructor(
    readonly desk: BookWorld,
    readonly ids: readonly string[],
  ) {}

  static async pack(): Promise<Box> {
    const desk = await createBookWorld();
    const ids = desk.sow(3, 1);
    await desk.read();
    for (const id of ids) desk.world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
    await desk.world.outbox.setPaused(desk.storeId, false);
    await desk.world.add(
      ids.map((id) => dispatchLine(id, number)),
      { undoMs: 5_000 },
    );
    return new Box(desk, ids);
  }

  private order(id: string): ProductOrder {
    const order = this.desk.orders.get(id);
    if (order === undefined) throw new Error(`no order ${id}`);
    return order;
  }

  happens(what: string, id: string, isTold: boolean): void {
    const order = this.order(id);
    if (order.status !== 'PAYED') return;
    const { time, fake } = this.desk.world;
    const tell = (patch: Partial<ProductOrder>, type: Parameters<BookWorld['happen']>[2]): void => {
      this.facts += 1;
      if (isTold) this.desk.happen(id, patch, type);
      else this.desk.orders.set(id, { ...order, ...patch });
    };
    if (what === 'request' && order.claim === undefined) {
      const claim = `C${(this.claims += 1)}`;
      fake.orders.set(id, { status: 'PAYED', placed: 'OK', claimId: claim });
      const asked = { id: claim, type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: time.now() } as const;
      tell({ claim: asked }, 'CLAIM_REQUESTED');
    } else if (what === 'end') {
      this.endsWithMoneyBack(id, tell);
    } else if (what === 'address') {
      const recipient = { ...order.recipient, detailedAddress: `${this.facts} 호` };
      // A reading before sending says nothing of addresses: one that is not told did not happen yet.
      this.facts += 1;
      this.desk.happen(id, { recipient, addressChangedAt: time.now() }, 'DELIVERY_ADDRESS_CHANGED');
    } else if (what === 'option') {
      tell({ productOption: `색상: ${this.facts}` }, 'EXCHANGE_OPTION');
    }
  }

  private endsWithMoneyBack(id: string, tell: (patch: Partial<ProductOrder>, type: 'CLAIM_COMPLETED') => void): void {
    const { claim } = this.order(id);
    this.desk.world.fake.orders.set(id, { status: 'CANCELED', placed: 'OK' });
    const ended = { id: 'C0', type: 'CANCEL', requestedAt: 0, ...claim, status: 'CANCEL_DONE' } as const;
    tell({ status: 'CANCELED', claim: ended }, 'CLAIM_COMPLETED');
  }

  /** What the app did at the market shows in later readings, and its feed. */
  private catchUp(): void {
    const { ledger } = this.desk.world.fake;
    for (const { what, target } of ledger.slice(this.done)) {
      if (what === 'refund') this.endsWithMoneyBack(target, (patch, type) => this.desk.happen(target, patch, type));
      if (what === 'dispatch') {
        const at = this.desk.world.time.now();
        const sent = { at, traceId: 't', deliveryMethod: 'DELIVERY', dispatchDate: at } as const;
        const dispatches = [{ ...sent, deliveryCompanyCode: company, trackingNumber: number }];
        this.desk.happen(target, { status: 'DELIVERING', dispatches }, 'DISPATCHED');
      }
    }
    this.done = ledger.length;
  }

  async wait(ms: number): Promise<void> {
    await this.desk.world.time.advance(ms);
    this.catchUp();
  }

  async held(): Promise<Job[]> {
    return (await this.desk.world.log()).filter(
      ({ state, code, kind }) => kind === 'dispatch' && state === 'held' && code !== 'refund-decided',
    );
  }

  /** The seller answers the first question on the list. */
  async answer(how: 'approve' | 'leave-out' | 'refund'): Promise<void> {
    const held = await this.held();
    const asked = held.find(({ code }) => code === 'cancel-requested') ?? held[0];
    if (asked === undefined) return;
    this.questions.push(`${asked.target} ${asked.code} ${how}`);
    const { outbox } = this.desk.world;
    const jobs = [asked.id];
    if (asked.code !== 'cancel-requested' || how === 'approve') await outbox.act({ action: 'approve', jobs }, 10_000);
    else if (how === 'refund') await outbox.act({ action: 'refund', jobs, others: 'send' }, 10_000);
    else await outbox.act({ action: 'leave-out', jobs }, 10_000);
  }

  async take(one: Step): Promise<void> {
    if (one.do === 'happens') this.happens(one.what, this.ids[one.order] ?? '', one.isTold);
    else if (one.do === 'tell') this.desk.happen(this.ids[one.order] ?? '', {}, 'CLAIM_REQUESTED');
    else if (one.do === 'read') await this.desk.read();
    else if (one.do === 'wait') await this.wait(one.ms);
    else await this.answer(one.how);
  }
}

it('the seller is asked once at most about each thing that happened to a box, and then all of it leaves that is to leave', async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const box = await Box.pack();
      try {
        for (const one of steps) await box.take(one);
        for (let rounds = 0; rounds < 12; rounds += 1) {
          await box.desk.read();
          await box.wait(120_000);
          await box.answer('leave-out');
        }
        asked += box.questions.length;
        expect(box.questions.length, box.questions.join(', ')).toBeLessThanOrEqual(box.facts);
        expect(await box.held(), 'no question is left').toEqual([]);
        const log = (await box.desk.world.log()).filter(({ kind }) => kind === 'dispatch');
        expect(log.every(({ state }) => ['succeeded', 'cancelled', 'rejected'].includes(state))).toBe(true);
        expect(box.desk.problems).toEqual([]);
      } finally {
        await box.desk.dispose();
      }
    }),
    { numRuns: Number(process.env['BOOK_PROGRAMS'] ?? 25) },
  );
  expect(asked, 'a run without a question proves nothing').toBeGreaterThan(0);
});
