import { isIn } from '../../../src-preload/contract/job-states';
import type { Job, StockValues } from '../../../src-preload/contract/job';
import type { Column } from '../../grid/grid-row';
import { AnswerSwitch } from '../../ui/answer-switch';
import { useNow } from '../../ui/clock';
import { ItemId } from '../../ui/item-id';
import { onePress } from '../../ui/one-press';
import { ReasonSelect } from '../../ui/reason-select';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { JobButtons } from '../../ui/job/job-buttons';
import { restOf, wordsFor } from '../../ui/job/job-words';
import { StateChip } from '../../ui/job/state-chip';
import { answerItem, answered } from './stock-items';

const words = text.stock;

/** On its way the answer can still be followed by a newer one; only what a seller must decide about first is locked. */
const isLocked = (job: Job): boolean => job.state === 'held';

function stockOf(job: Job): StockValues {
  return job.values.kind === 'stock' ? job.values.stock : { available: true };
}

/** The columns of the items that were answered before. */
export const itemColumns: readonly Column<Job>[] = [
  {
    key: 'state',
    header: words.columns.state,
    cell: (job) => (
      <div>
        <StateChip state={job.state} />
      </div>
    ),
  },
  {
    key: 'item',
    header: words.columns.item,
    cell: (job) => (
      <>
        <ItemId value={job.target} />
        <span className="second one-line" title={job.productName}>
          {job.productName}
        </span>
      </>
    ),
  },
  {
    key: 'answer',
    header: words.columns.answer,
    cell: (job) => (
      <AnswerSwitch
        label={words.answerOf(job.target)}
        available={stockOf(job).available}
        disabled={isLocked(job)}
        onAnswer={(available) => void answerItem(job, answered(stockOf(job), available))}
      />
    ),
  },
  {
    key: 'reason',
    header: words.columns.reason,
    cell: (job) => {
      const stock = stockOf(job);
      if (stock.available) return null;
      return (
        <ReasonSelect
          label={words.reasonOf(job.target)}
          reason={stock.reason}
          disabled={isLocked(job)}
          onPick={(reason) => void answerItem(job, answered(stock, false, reason))}
        />
      );
    },
  },
  {
    key: 'memo',
    header: words.columns.memo,
    cell: (job) => {
      const { memo } = stockOf(job);
      return (
        <span className="two-lines" title={memo}>
          {memo}
        </span>
      );
    },
  },
  {
    key: 'price',
    header: words.columns.price,
    cell: (job) => {
      const { price } = stockOf(job);
      return price ? <span className="price">{words.price(price.unit, price.quantity, price.total)}</span> : null;
    },
  },
  { key: 'result', header: words.columns.result, cell: (job) => <Result job={job} /> },
];

/** What BrightMall made of it, or why it has not yet; with what can be done. */
function Result({ job }: { job: Job }) {
  const now = useNow(job.dueAt !== undefined && isIn('toSend', job.state));
  const rest = useAppState((state) => restOf(state, job.storeId));
  const { title, body } = wordsFor(job, now, rest);
  return (
    <>
      <div className={isIn('tasks', job.state) ? 'item-words' : 'item-words quiet'}>
        <strong>{title}</strong> {body}
      </div>
      {job.state === 'succeeded' ? (
        <div className="row-acts">
          <button
            type="button"
            className="button small quiet"
            data-testid="answer-again"
            onClick={onePress(() => void answerItem(job, stockOf(job)))}
          >
            {words.again}
          </button>
        </div>
      ) : (
        <JobButtons job={job} />
      )}
    </>
  );
}
