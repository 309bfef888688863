import { lineFields, type LineField } from '../../../src-preload/contract/line-fields';
import type { RangeActs } from '../../grid/range-acts';
import { announce } from '../../state/announcements';
import { text } from '../../text';
import type { ReviewController } from '../state/review-controller';
import { takePaste } from '../files/take-files';

const words = text.grid;

/** What the grid of a review does to a range: asked of the worker, which knows all rows as they are shown. */
export function rangeActsOf(controller: ReviewController): RangeActs {
  return {
    copy: ({ top, bottom, keys }) =>
      controller.answerOf((worker) => worker.ask('rangeText', { top, bottom, fields: keys })),
    clear({ top, bottom, keys }) {
      void controller.changeRange({ do: 'clear', top, bottom, fields: fieldsOf(keys) });
    },
    fillDown({ top, bottom, keys }) {
      void controller.changeRange({ do: 'fill', top, bottom, fields: fieldsOf(keys) });
    },
    async paste(top, keys, table) {
      const done = await controller.changeRange({ do: 'paste', top, fields: fieldsOf(keys), table });
      if (!done) return undefined;
      const rows = table.length - done.beyond;
      announce(done.beyond > 0 ? words.pastedSome(rows, done.beyond) : words.pasted(rows));
      return done.bottom;
    },
    openTable(clipboard) {
      if (!takePaste(clipboard)) announce(text.send.nothingPasted);
    },
    refuse(key) {
      const [field] = fieldsOf([key]);
      announce(field === undefined ? words.fixedCells : words.fixedCell(text.send.fields[field]));
    },
    tick(top, bottom, ticked) {
      void controller.changeRange({ do: 'tick', top, bottom, ticked });
    },
  };
}

/** The fields of a line that columns are named after; a column for the eye only has none. */
function fieldsOf(keys: readonly string[]): LineField[] {
  return keys.flatMap((key) => lineFields.filter((field) => field === key));
}
