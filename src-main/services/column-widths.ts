import { z } from 'zod';
import { columnWidthsSchema } from '../../src-preload/contract/calls/memory';
import { readStored } from '../database/stored-json';
import type { AppDatabase } from '../database/tables';

type Widths = z.infer<typeof columnWidthsSchema>;

const key = 'column-widths';
/** A seller has a few sheets from a few senders; what was longest not touched goes first. */
const mostLayouts = 60;
const storedSchema = z.array(z.strictObject({ layout: z.string(), widths: columnWidthsSchema }));

/** How wide the seller made the columns, by the headers of a sheet: a settings entry, the newest first. */
export function createColumnWidths({ settings }: Pick<AppDatabase, 'settings'>) {
  async function all(): Promise<z.infer<typeof storedSchema>> {
    return readStored(storedSchema, await settings.get(key)) ?? [];
  }
  return {
    async of(layout: string): Promise<Widths> {
      return (await all()).find((each) => each.layout === layout)?.widths ?? {};
    },
    async keep(layout: string, widths: Widths): Promise<void> {
      const others = (await all()).filter((each) => each.layout !== layout);
      const kept = Object.keys(widths).length === 0 ? others : [{ layout, widths }, ...others];
      await settings.set(key, JSON.stringify(kept.slice(0, mostLayouts)));
    },
  };
}
