import type { CallInput, CallOutput } from '../../../src-preload/contract/calls';
import { fillForm, type FormRow } from '../../../src-preload/contract/courier-forms/form-rows';
import type { FormLayout } from '../../../src-preload/contract/courier-forms/layouts';
import type { StoreId } from '../../../src-preload/contract/ids';
import { koreanStamp } from '../../../src-preload/contract/korean-time';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { FormPlace } from '../../database/forms-port';
import type { AppDatabase } from '../../database/tables';
import { progressOf } from './came-back';
import { findLayout } from './form-layouts';
import { readOpenOrders, toFormOrder, type OpenOrder } from './open-orders';

interface Options {
  database: AppDatabase;
  now(): number;
}

type Preview = CallOutput<'form-preview'>;
type Asked = CallInput<'form-preview'> & { storeId: StoreId };

const filesShown = 20;

/** Couriers' forms from the orders of the book, and what went out on them. What identifies a person stays in memory. */
export function createCourierForms({ database, now }: Options) {
  const fill = async (asked: Asked, layout: FormLayout): Promise<{ rows: FormRow[]; preview: Preview }> => {
    const open = await readOpenOrders(database, asked.storeId, now());
    const sender = await database.forms.sender(asked.storeId);
    const { taken, already, leftOut } = choose(open, asked);
    const rows = fillForm(layout, taken.map(toFormOrder).map(asMarketHasIt(open)), sender, {
      oneRowAParcel: asked.oneRowAParcel,
      cutMemos: new Set(asked.cutMemos),
      keepMemos: new Set(asked.keepMemos),
      memos: new Map(Object.entries(asked.memos)),
      phones: new Map(Object.entries(asked.phones)),
    });
    const header = layout.columns.map((column) => column.header);
    const preview = { header, rows, already, leftOut, ...(sender === undefined ? {} : { sender }) };
    return { rows, preview };
  };

  return {
    async preview(asked: Asked): Promise<Result<Preview, 'not-found' | 'no-layout'>> {
      const layout = await findLayout(database, asked.layout);
      if (layout === undefined) return failure('no-layout');
      if (!(await database.stores.get(asked.storeId))) return failure('not-found');
      return success((await fill(asked, layout)).preview);
    },

    async save(
      asked: Asked & { rows: readonly string[] },
    ): Promise<Result<CallOutput<'form-save'>, 'not-found' | 'no-layout' | 'refused' | 'changed'>> {
      const layout = await findLayout(database, asked.layout);
      if (layout === undefined) return failure('no-layout');
      if (!(await database.stores.get(asked.storeId))) return failure('not-found');
      const { rows, preview } = await fill(asked, layout);
      const wanted = new Set(asked.rows);
      const chosen = rows.filter(({ productOrderIds: [first = ''] }) => wanted.has(first));
      if (chosen.length < wanted.size) return failure('changed');
      if (chosen.some(({ problems }) => problems.length > 0)) return failure('refused');
      const madeAt = now();
      const fileName = `${layout.name.replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ').trim()}_${koreanStamp(madeAt)}.${layout.format}`;
      await database.forms.add(
        asked.storeId,
        { madeAt, layout: layout.id, fileName },
        chosen.map(({ productOrderIds }) => productOrderIds),
      );
      const table = [preview.header, ...chosen.map(({ cells }) => cells)];
      return success({ fileName, sheetName: layout.sheetName, format: layout.format, table });
    },

    async files(storeId: StoreId): Promise<Result<CallOutput<'form-files'>, 'not-found'>> {
      if (!(await database.stores.get(storeId))) return failure('not-found');
      return database.transaction((tables) => {
        const files = tables.forms.list(storeId, filesShown).map(({ form, productOrderIds }) => {
          const { orders, withNumber, missing } = progressOf(tables, storeId, form, productOrderIds);
          return { madeAt: form.madeAt, layout: form.layout, fileName: form.fileName, orders, withNumber, missing };
        });
        return success({ files });
      });
    },

    async setSender(
      storeId: StoreId,
      sender: CallInput<'form-sender-set'>['sender'],
    ): Promise<Result<Record<string, never>, 'not-found'>> {
      if (!(await database.stores.get(storeId))) return failure('not-found');
      await database.forms.setSender(storeId, sender);
      return success({});
    },
  };
}

/** An order that goes out again is put together by what the market says, not by the form it was on. */
function asMarketHasIt(open: readonly OpenOrder[]) {
  const packages = new Map(open.map(({ row }) => [row.productOrderId, row.facts.packageNumber]));
  return (order: ReturnType<typeof toFormOrder>) => ({ ...order, packageNumber: packages.get(order.productOrderId) });
}

/** Which orders go on a form now; one that is on a form already does not without being asked for again. */
function choose(
  open: readonly OpenOrder[],
  { productOrderIds, again }: Asked,
): { taken: OpenOrder[]; already: Preview['already']; leftOut: Preview['leftOut'] } {
  const byId = new Map(open.map((order) => [order.row.productOrderId, order]));
  const wanted =
    productOrderIds ?? open.filter(({ row }) => row.stage === 'waiting').map(({ row }) => row.productOrderId);
  const wantedAgain = new Set(again);
  const taken: OpenOrder[] = [];
  const already: Preview['already'] = [];
  const leftOut: Preview['leftOut'] = [];
  for (const productOrderId of new Set(wanted)) {
    const order = byId.get(productOrderId);
    if (order === undefined) leftOut.push({ productOrderId, why: 'not-open' });
    else if (order.row.pending !== undefined) leftOut.push({ productOrderId, why: 'has-number' });
    else if (!order.row.mustSend) leftOut.push({ productOrderId, why: 'not-to-be-sent' });
    else if (order.place !== undefined && !wantedAgain.has(productOrderId)) already.push(wentOut(order, order.place));
    else taken.push(order);
  }
  return { taken, already, leftOut };
}

function wentOut({ row }: OpenOrder, { form }: FormPlace): Preview['already'][number] {
  const { recipient, product } = row.personal ?? {};
  return {
    productOrderId: row.productOrderId,
    madeAt: form.madeAt,
    layout: form.layout,
    ...withoutUndefined({ recipient, product }),
  };
}
