import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSending } from '../../../../src-main/services/sending';
import { createSettings } from '../../../../src-main/services/settings';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { ImportId } from '../../../../src-preload/contract/ids';
import type { Result } from '../../../../src-preload/contract/result';
import type { AddOutcome } from '../../../../src-preload/contract/actions';
import type { Line } from '../../../../src-preload/contract/line';
import { bookOrder } from '../../../support/outbox/book-order';
import { endOfDay } from '../../../support/outbox/delay-line';
import { monday, newStoreId } from '../../../support/outbox/test-database';
import { createWorld, dispatchLine } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

let world: World;
let sending: ReturnType<typeof createSending>;
let importId: ImportId;
beforeEach(async () => {
  world = await createWorld();
  onTestFinished(() => world.end());
  const { database } = world.desk;
  sending = createSending({ database, outbox: world.outbox, settings: createSettings(database), now: world.time.now });
  importId = await begun();
});

async function begun(): Promise<ImportId> {
  const id = importIdSchema.parse(randomUUID());
  const digest = id.replaceAll('-', '').padEnd(64, '0');
  await world.desk.database.transaction(({ imports }) =>
    imports.add({
      id,
      storeId: world.storeId,
      fileName: 'cj.xlsx',
      operation: 'dispatch',
      digest,
      createdAt: world.time.now(),
    }),
  );
  return id;
}

/** Lines of orders of the market that can go out as they are. */
function goodLines(count: number): Line[] {
  return world.orders(count).map(({ target }, n) => ({
    row: n + 2,
    cells: { productOrderId: target, courier: 'CJ대한통운', trackingNumber: String(602_030_405_064 + 11 * n) },
  }));
}
const put = (lines: readonly Line[], id = importId) =>
  world.desk.database.transaction(({ drafts }) => drafts.put(id, lines));
const targets = async () => (await world.log()).map(({ target }) => target).toSorted();
/** How long it can be taken back; what is due a moment after that leaves. */
function undoMsOf(answer: Result<AddOutcome, string>): number {
  if (!answer.ok || answer.value.dueAt === undefined) throw new Error('nothing was added');
  return Math.floor((answer.value.dueAt - world.time.now()) / 1_000) * 1_000;
}
const wish = () => ({ importId, storeId: world.storeId });

describe('the lines of an import', () => {
  it('become jobs that can be taken back for a while, with what names their buyer', async () => {
    const [line] = goodLines(1);
    if (line === undefined) throw new Error('a line');
    await put([{ ...line, cells: { ...line.cells, recipient: '김바다' } }]);
    expect(await sending.countImport(wish())).toEqual({ ok: true, value: { jobs: 1 } });
    const answer = await sending.addImport(wish());
    expect(answer).toMatchObject({ ok: true, value: { added: 1 } });
    expect(undoMsOf(answer)).toBe(5_000);
    expect(await world.log()).toMatchObject([{ state: 'queued', recipient: '김바다', sheetRow: 2, importId }]);
    await world.time.advance(10_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });

  it('stay where the seller took them out', async () => {
    const lines = goodLines(3);
    await put(lines.map((line) => (line.row === 3 ? { ...line, chosen: false } : line)));
    expect(await sending.countImport(wish())).toEqual({ ok: true, value: { jobs: 2 } });
    const answer = await sending.addImport(wish());
    expect(answer).toMatchObject({ ok: true, value: { added: 2, lines: [] } });
    expect(await targets()).toEqual([lines[0], lines[2]].map((line) => line?.cells.productOrderId));
    const left = await world.desk.database.drafts.page(importId, 0, 10);
    expect(left.map(({ row }) => row)).toEqual([3]);
  });

  it('stay where they have an error, and are named', async () => {
    const [good, bad] = goodLines(2);
    if (good === undefined || bad === undefined) throw new Error('two lines');
    await put([good, { ...bad, cells: { ...bad.cells, courier: '없는택배사' } }]);
    expect(await sending.addImport(wish())).toMatchObject({
      ok: true,
      value: { added: 1, lines: [{ row: 3, outcome: 'error' }] },
    });
  });

  it('are checked again, whatever the window made of them: of two lines for one order one goes out', async () => {
    const [line] = goodLines(1);
    if (line === undefined) throw new Error('a line');
    await put([line, { ...line, row: 3 }]);
    expect(await sending.addImport(wish())).toMatchObject({ ok: true, value: { added: 1 } });
  });

  it('that were left out before stay, unless they were ticked by hand', async () => {
    const lines = goodLines(1);
    await put(lines);
    await sending.addImport(wish());
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    await world.outbox.act({ action: 'exclude', jobs: [job.id] });
    importId = await begun();
    await put(lines);
    expect(await sending.countImport(wish())).toEqual({ ok: true, value: { jobs: 0 } });
    await put(lines.map((line) => ({ ...line, chosen: true })));
    expect(await sending.countImport(wish())).toEqual({ ok: true, value: { jobs: 1 } });
  });

  it('whose number another parcel has wait for a tick', async () => {
    const [first, second] = goodLines(2);
    if (first === undefined || second === undefined) throw new Error('two lines');
    await put([first]);
    await sending.addImport(wish());
    await world.time.advance(10_000);
    importId = await begun();
    const { trackingNumber = '' } = first.cells;
    const repeated = { ...second, cells: { ...second.cells, trackingNumber } };
    await put([repeated]);
    expect(await sending.addImport(wish())).toMatchObject({
      ok: true,
      value: { added: 0, lines: [{ row: 3, outcome: 'needs-tick' }] },
    });
    await put([{ ...repeated, chosen: true }]);
    expect(await sending.addImport(wish())).toMatchObject({ ok: true, value: { added: 1 } });
  });

  it("go into the seller's file as held jobs, which cannot leave by themselves", async () => {
    await put(goodLines(2));
    expect(await sending.addImport({ ...wish(), byFile: true })).toMatchObject({ ok: true, value: { added: 2 } });
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ held: 2 });
    expect(world.sends()).toEqual([]);
  });

  it('are not there of an import or a store that is not, and say when there is nothing', async () => {
    expect(await sending.addImport(wish())).toEqual({ ok: false, failure: { code: 'nothing-to-send' } });
    expect(await sending.countImport(wish())).toEqual({ ok: true, value: { jobs: 0 } });
    const other = { ...wish(), storeId: newStoreId() };
    expect(await sending.addImport(other)).toEqual({ ok: false, failure: { code: 'not-found' } });
    await put(goodLines(1));
    await world.desk.database.transaction(({ imports }) => imports.drop(importId));
    expect(await sending.addImport(wish())).toEqual({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('pasted numbers', () => {
  const goodNumbers = ['685000000106', '577417824035', '699568375375'];
  const dispatches = (count: number) =>
    world.orders(count).map(({ target }, index) => dispatchLine(target, goodNumbers[index]));
  const dispatch = () => dispatches(1);
  it('can be taken back where something is to be changed, and are asked for at once where not', async () => {
    const { storeId } = world;
    expect(undoMsOf(await sending.addTargets({ storeId, jobs: dispatch() }))).toBe(5_000);
    const lookup = { target: '2026030200009999', values: { kind: 'lookup', lookup: {} } } as const;
    expect(undoMsOf(await sending.addTargets({ storeId, jobs: [lookup] }))).toBe(0);
  });

  it('are refused for what a row of a sheet is refused for, and the others are added', async () => {
    const { storeId } = world;
    const [first, second, third] = dispatches(3);
    if (first?.values.kind !== 'dispatch' || !second || third?.values.kind !== 'dispatch')
      throw new Error('no dispatch');
    const jobs = [
      { ...first, values: { ...first.values, dispatch: { ...first.values.dispatch, trackingNumber: '경비실' } } },
      second,
      { ...third, values: { ...third.values, dispatch: { ...third.values.dispatch, deliveryCompanyCode: 'NO_SUCH' } } },
      { target: '주문 한 건', values: { kind: 'confirm', confirm: {} } } as const,
      second,
    ];
    expect(await sending.addTargets({ storeId, jobs })).toMatchObject({
      ok: true,
      value: {
        added: 1,
        lines: [
          { row: 5, outcome: 'already' },
          { row: 1, outcome: 'error' },
          { row: 3, outcome: 'error' },
          { row: 4, outcome: 'error' },
        ],
      },
    });
  });

  it('of an odd form wait for a tick, as rows do', async () => {
    const { storeId } = world;
    const job = { target: '20260302000099', values: { kind: 'confirm', confirm: {} } } as const;
    expect(await sending.addTargets({ storeId, jobs: [job] })).toMatchObject({
      ok: true,
      value: { added: 0, lines: [{ row: 1, outcome: 'needs-tick' }] },
    });
    expect(await sending.addTargets({ storeId, jobs: [{ ...job, chosen: true }] })).toMatchObject({
      ok: true,
      value: { added: 1 },
    });
  });

  it('are refused for a store that is not there', async () => {
    const answer = await sending.addTargets({ storeId: newStoreId(), jobs: dispatch() });
    expect(answer).toEqual({ ok: false, failure: { code: 'not-found' } });
  });
});

it('a line with another recipient than the book stays until it is ticked, one that was cancelled stays for good', async () => {
  const [other, cancelled, fine] = goodLines(3);
  if (other === undefined || cancelled === undefined || fine === undefined) throw new Error('three lines');
  const idOf = (line: Line): string => line.cells.productOrderId ?? '';
  const named = (line: Line): Line => ({ ...line, cells: { ...line.cells, recipient: '김하늘' } });
  await world.desk.database.transaction(({ book }) => {
    book.setFeed(world.storeId, { through: monday, next: undefined, filledAt: monday });
    book.put(world.storeId, bookOrder(idOf(other), { personal: { recipient: '이바다' } }));
    book.put(world.storeId, bookOrder(idOf(fine), { personal: { recipient: '김하늘' } }));
    const finding = { at: monday, productOrderStatus: 'CANCELED' };
    book.put(world.storeId, bookOrder(idOf(cancelled), { facts: { finding } }));
  });
  await put([other, cancelled, fine].map(named));
  const answer = await sending.addImport(wish());
  expect(answer).toMatchObject({ ok: true, value: { added: 1 } });
  expect(await targets()).toEqual([idOf(fine)]);
  await put([
    { ...named(other), chosen: true },
    { ...named(cancelled), chosen: true },
  ]);
  expect(await sending.addImport(wish())).toMatchObject({ ok: true, value: { added: 1 } });
  expect(await targets()).toEqual([idOf(other), idOf(fine)].toSorted());
});

it('what is due today leaves before the rest of the sheet, each in its order', async () => {
  const lines = goodLines(4);
  const [later, due, none, late] = lines.map(({ cells }) => cells.productOrderId ?? '');
  if (later === undefined || due === undefined || none === undefined || late === undefined)
    throw new Error('four lines');
  await world.desk.database.transaction(({ book }) => {
    book.setFeed(world.storeId, { through: monday, next: undefined, filledAt: monday });
    book.put(world.storeId, bookOrder(later, { dueAt: monday + 3 * 86_400_000 }));
    book.put(world.storeId, bookOrder(due, { dueAt: endOfDay(monday) }));
    book.put(world.storeId, bookOrder(late, { dueAt: monday - 1 }));
  });
  await put(lines);
  await sending.addImport(wish());
  const bySeq = (await world.log()).toSorted((one, other) => one.seq - other.seq);
  expect(bySeq.map(({ target, sheetRow }) => [target, sheetRow])).toEqual([
    [due, 3],
    [late, 5],
    [later, 2],
    [none, 4],
  ]);
});
