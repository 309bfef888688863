import { isBlankText } from '../../../src-preload/contract/clean-text';
import type { ReviewRow } from '../../sheets/protocol';
import { chosenRules, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { useSettledText } from '../../ui/use-settled-text';
import type { ReviewController } from '../state/review-controller';

const words = text.stock.panel;

/** The memo that goes with the answer of a line, with room to write it; taken over when it is left. */
export function StockMemo({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const { line } = row.checked;
  const { memoLimit } = useAppState(chosenRules).stock;
  const { draft, type, leave } = useSettledText(line.cells.memo ?? '', (typed) => {
    const memo = isBlankText(typed) ? '' : typed.trim();
    return { shown: memo, storing: controller.edit(line.row, 'memo', memo).then(() => true) };
  });
  const length = draft.trim().length;
  return (
    <label className="stock-memo">
      <span>
        {words.memo}
        <span className={length > memoLimit ? 'memo-length over' : 'memo-length'}>
          {words.memoLength(length, memoLimit)}
        </span>
      </span>
      <textarea
        className="input"
        rows={2}
        data-testid="stock-memo"
        placeholder={words.memoHint}
        value={draft}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
      />
    </label>
  );
}
