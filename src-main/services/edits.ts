import type { LinePatch } from '../../src-preload/contract/check/line-patch';
import type { EditLabel, EditStep } from '../../src-preload/contract/edit-step';
import type { ImportId } from '../../src-preload/contract/ids';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { AppDatabase } from '../database/tables';

type NotFound<Value> = Promise<Result<Value, 'not-found'>>;

/** What the seller did to lines under review, step by step. The window does and undoes; here it is only kept. */
export function createEdits(database: AppDatabase) {
  return {
    async add(input: {
      importId: ImportId;
      label: EditLabel;
      patches: readonly LinePatch[];
    }): NotFound<{ step: number }> {
      const step = await database.transaction(({ imports, editSteps }) => {
        const draft = imports.get(input.importId);
        return draft && !draft.dropped ? editSteps.add(input.importId, input.label, input.patches) : undefined;
      });
      return step === undefined ? failure('not-found') : success({ step });
    },
    extend: async (input: {
      step: number;
      part: number;
      patches: readonly LinePatch[];
    }): NotFound<Record<string, never>> =>
      (await database.editSteps.extend(input.step, input.part, input.patches)) ? success({}) : failure('not-found'),
    async list(importIds: readonly ImportId[]): Promise<Result<{ steps: EditStep[] }, never>> {
      const all = await database.transaction(({ editSteps }) => importIds.flatMap((id) => editSteps.list(id)));
      return success({ steps: all.toSorted((one, other) => one.id - other.id) });
    },
    async patches(step: number, part: number): NotFound<{ patches: LinePatch[]; more: boolean }> {
      const found = await database.editSteps.patches(step, part);
      return found ? success(found) : failure('not-found');
    },
    mark: async (step: number, undone: boolean): NotFound<Record<string, never>> =>
      (await database.editSteps.mark(step, undone)) ? success({}) : failure('not-found'),
    async clear(importId: ImportId): Promise<Result<Record<string, never>, never>> {
      await database.editSteps.clear(importId);
      return success({});
    },
  };
}
