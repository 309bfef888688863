import type { CallInput, CallOutput } from '../../../src-preload/contract/calls';
import { layoutFileHead, layoutFileSchema } from '../../../src-preload/contract/courier-forms/layout-schema';
import { courierForms, type FormLayout } from '../../../src-preload/contract/courier-forms/layouts';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import { readStored } from '../../database/stored-json';
import type { AppDatabase } from '../../database/tables';

/** More forms of their own no seller has. */
const mostLayouts = 100;

/** The seller's own forms, next to the couriers'. */
export function createFormLayouts({ database, newId }: { database: AppDatabase; newId(): string }) {
  return {
    async list(): Promise<Result<CallOutput<'form-layouts'>, never>> {
      return success({ layouts: await database.formLayouts.all() });
    },

    /** Keeps a form under its name; without an id, or with a courier's, it is a new one. */
    async put({
      layout,
    }: CallInput<'form-layout-put'>): Promise<Result<CallOutput<'form-layout-put'>, 'name-taken' | 'too-many'>> {
      const all = await database.formLayouts.all();
      const known = all.find(({ id }) => id === layout.id);
      const others = [...courierForms, ...all].filter((each) => each !== known);
      if (others.some(({ name }) => name === layout.name)) return failure('name-taken');
      if (known === undefined && all.length >= mostLayouts) return failure('too-many');
      const id = known?.id ?? newId();
      await database.formLayouts.put({ ...layout, id });
      return success({ id });
    },

    async drop({ id }: CallInput<'form-layout-drop'>): Promise<Result<Record<string, never>, never>> {
      await database.formLayouts.drop(id);
      return success({});
    },

    /** Reads the file of a form, which may be anything. */
    async read({
      text,
    }: CallInput<'form-layout-read'>): Promise<
      Result<CallOutput<'form-layout-read'>, 'no-layout' | 'other-version' | 'damaged'>
    > {
      const head = readStored(layoutFileHead, text);
      if (head === undefined) return failure('no-layout');
      if (head.form !== 1) return failure('other-version');
      const read = readStored(layoutFileSchema, text);
      return read === undefined ? failure('damaged') : success({ layout: read.layout });
    },
  };
}

/** The couriers' form of this id, or the seller's own; undefined where there is none. */
export async function findLayout(database: AppDatabase, id: string): Promise<FormLayout | undefined> {
  return (
    courierForms.find((each) => each.id === id) ?? (await database.formLayouts.all()).find((each) => each.id === id)
  );
}
