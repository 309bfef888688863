import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import type { JoinLine } from '../../../src-preload/contract/join/facts';
import { joinInSteps } from '../../../src-preload/contract/join/join';
import type { JoinOutcome } from '../../../src-preload/contract/join/outcome';
import type { Line } from '../../../src-preload/contract/line';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { AppDatabase } from '../../database/tables';
import { linesOfPair, type OrderOfLine } from './apply-pair';
import { formThatCameBack } from './came-back';
import { readOpenOrders, toFormOrder, type OpenOrder } from './open-orders';

interface Options {
  database: AppDatabase;
  now(): number;
  /** Lets what waits have its turn, between two steps. */
  giveTurn(): Promise<void>;
}

type Suggested = CallOutput<'join-suggest'>;

/** Orders without a line that are shown; the screen says how many more there are. */
const mostWithoutLine = 500;
/** A step takes less; others are let in when this much has passed, in ms. */
const turnMs = 8;

/** Joins the lines of a draft with the open orders of the book. What identifies a person stays in memory. */
export function createJoinSheet({ database, now, giveTurn }: Options) {
  const draftLines = async (importId: ImportId): Promise<Line[]> => {
    const lines: Line[] = [];
    for (let after = 0; ;) {
      const page = await database.drafts.page(importId, after, linesPerChunk);
      lines.push(...page);
      const last = page.at(-1);
      if (last === undefined || page.length < linesPerChunk) return lines;
      after = last.row;
    }
  };
  const isDraftOf = async (storeId: StoreId, importId: ImportId): Promise<boolean> => {
    const row = await database.imports.get(importId);
    return row !== undefined && !row.dropped && row.storeId === storeId;
  };
  const joinByTurns = async (lines: readonly JoinLine[], orders: readonly OpenOrder[]): Promise<JoinOutcome> => {
    const steps = joinInSteps(lines, orders.map(toFormOrder));
    for (let from = performance.now(); ;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - from < turnMs) continue;
      await giveTurn();
      from = performance.now();
    }
  };

  return {
    async suggest(storeId: StoreId, importId: ImportId): Promise<Result<Suggested, 'not-found'>> {
      if (!(await isDraftOf(storeId, importId))) return failure('not-found');
      const lines = await draftLines(importId);
      const open = await readOpenOrders(database, storeId, now());
      const { boxes, withoutLine } = await joinByTurns(lines.map(toJoinLine), open);
      const found = new Set(
        boxes
          .filter(({ is, ticked }) => is === 'joined' || ticked)
          .flatMap(({ candidates: [first] }) => first?.orders.filter((each) => each.ticked) ?? [])
          .map(({ productOrderId }) => productOrderId),
      );
      const cameBack = await formThatCameBack(database, storeId, found);
      const byId = new Map(open.map((order) => [order.row.productOrderId, order]));
      const toSend = withoutLine.filter((id) => byId.get(id)?.row.mustSend === true);
      const dueOf = (id: string): number => byId.get(id)?.row.dueAt ?? Number.POSITIVE_INFINITY;
      const shown = toSend.toSorted((one, other) => dueOf(one) - dueOf(other)).slice(0, mostWithoutLine);
      const named = new Set([
        ...boxes.flatMap(({ candidates }) =>
          candidates.flatMap(({ orders }) => orders.map((each) => each.productOrderId)),
        ),
        ...shown,
        ...(cameBack?.missing ?? []),
      ]);
      return success({
        boxes,
        withoutLine: shown,
        withoutLineCount: toSend.length,
        orders: [...named].flatMap((id) => {
          const order = byId.get(id);
          return order === undefined ? [] : [shownOrder(order)];
        }),
        ...(cameBack === undefined
          ? {}
          : {
              cameBack: {
                madeAt: cameBack.form.madeAt,
                layout: cameBack.form.layout,
                fileName: cameBack.form.fileName,
                orders: cameBack.orders,
                withNumber: cameBack.withNumber,
                missing: cameBack.missing,
              },
            }),
      });
    },

    async apply(input: {
      storeId: StoreId;
      importId: ImportId;
      pairs: readonly { rows: readonly number[]; productOrderIds: readonly string[] }[];
    }): Promise<Result<{ lines: number; added: number }, 'not-found' | 'twice' | 'not-open'>> {
      const { storeId, importId, pairs } = input;
      if (!(await isDraftOf(storeId, importId))) return failure('not-found');
      const wanted = pairs.flatMap(({ productOrderIds }) => productOrderIds);
      const rows = pairs.flatMap((pair) => pair.rows);
      if (new Set(wanted).size < wanted.length || new Set(rows).size < rows.length) return failure('twice');
      const lines = await draftLines(importId);
      const byRow = new Map(lines.map((line) => [line.row, line]));
      const orders = await database.transaction(({ book }) => {
        const known = new Map<string, OrderOfLine>();
        for (const id of wanted) {
          const order = book.get(storeId, id);
          if (order?.stage !== 'new' && order?.stage !== 'waiting') continue;
          const { recipient, product } = order.personal ?? {};
          known.set(id, { productOrderId: id, ...withoutUndefined({ orderId: order.orderId, recipient, product }) });
        }
        return known;
      });
      let lastRow = lines.reduce((most, { row }) => Math.max(most, row), 0);
      const changed: Line[] = [];
      for (const pair of pairs) {
        const own = pair.rows.flatMap((row) => byRow.get(row) ?? []);
        const its = pair.productOrderIds.flatMap((id) => orders.get(id) ?? []);
        if (own.length < pair.rows.length || its.length < pair.productOrderIds.length) return failure('not-open');
        const made = linesOfPair(own, its, lastRow);
        lastRow = Math.max(lastRow, ...made.map(({ row }) => row));
        changed.push(...made);
      }
      await database.transaction(({ drafts }) => drafts.put(importId, changed));
      return success({ lines: rows.length, added: changed.length - rows.length });
    },
  };
}

function toJoinLine({ row, cells, references = [] }: Line): JoinLine {
  const { recipient, phone = '', otherPhone = '', zipCode, address = '', addressRest = '' } = cells;
  const { productName, productOrderId = '', orderId = '', trackingNumber } = cells;
  return {
    row,
    recipient,
    phones: [phone, otherPhone],
    address: [address, addressRest].filter((part) => part !== '').join(' '),
    zipCode,
    product: productName,
    references: [productOrderId, orderId, ...references],
    namedAs: [productOrderId, orderId],
    trackingNumber,
  };
}

function shownOrder({ row }: OpenOrder): Suggested['orders'][number] {
  const { productOrderId, orderId, dueAt, facts, personal = {} } = row;
  const { recipient, phones = [], zipCode, address, product, option } = personal;
  return {
    productOrderId,
    phones,
    ...withoutUndefined({ orderId, recipient, zipCode, address, product, option, quantity: facts.quantity, dueAt }),
  };
}
