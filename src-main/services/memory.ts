import { z } from 'zod';
import type { Remembered, RememberedKind } from '../../src-preload/contract/remembered';
import { assertNever } from '../../src-preload/contract/result';
import { readStored } from '../database/stored-json';
import type { AppDatabase } from '../database/tables';

const headersSchema = z.array(z.string());
/** As the sheet worker joins the headers of a signature (understanding/understand.ts). */
const between = '\u001f';

/** What the seller's answers taught the app, to be looked at and taken back. */
export function createMemory({ mappings }: Pick<AppDatabase, 'mappings'>) {
  return {
    async list(): Promise<Remembered> {
      const [memory, layouts] = await Promise.all([mappings.memory(), mappings.takeAll()]);
      return {
        couriers: Object.entries(memory.couriers).map(([name, code]) => ({ name, code })),
        columns: Object.keys(memory.columns).map((name) => ({ name, headers: name.split(between) })),
        takeAll: layouts.map((name) => ({ name, headers: readStored(headersSchema, name) ?? [] })),
      };
    },
    async forget({ what, name }: { what: RememberedKind; name: string }): Promise<void> {
      switch (what) {
        case 'courier':
          return mappings.forgetCourier(name);
        case 'columns':
          return mappings.forgetColumns(name);
        case 'take-all':
          return mappings.forgetTakeAll(name);
        default:
          return assertNever(what);
      }
    },
  };
}
