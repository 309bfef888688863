import { isIn } from '../../../src-preload/contract/job-states';
import type { Job, StockValues } from '../../../src-preload/contract/job';
import { readStockNote } from '../../../src-preload/contract/markets/brightmall/note';
import { figure } from '../../../src-preload/contract/text/numbers';
import type { Column } from '../../grid/grid-row';
import { AnswerSwitch } from '../../ui/answer-switch';
import { useNow } from '../../ui/clock';
import { Digits } from '../../ui/digits';
import { onePress } from '../../ui/one-press';
import { ReasonSelect } from '../../ui/reason-select';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { JobButtons } from '../../ui/job/job-buttons';
import { restOf, wordsFor } from '../../ui/job/job-words';
import { stateShapes } from '../../ui/job/state-chip';
import { StateShape } from '../../ui/shapes';
import { answerItem, answered } from './stock-items';

const words = text.stock;

/** On its way the answer can still be followed by a newer one; only what a seller must decide about first is locked. */
const isLocked = (job: Job): boolean => job.state === 'held';

function stockOf(job: Job): StockValues {
  return job.values.kind === 'stock' ? job.values.stock : { available: true };
}

/** The columns of the items that were answered before: one line each, on the verticals of a file under review. */
export const itemColumns: readonly Column<Job>[] = [
  {
    key: 'state',
    header: <span className="hidden-words">{words.columns.state}</span>,
    cell: ({ state }) => (
      <span className="log-state" title={text.log.states[state]}>
        <StateShape name={stateShapes[state]} />
        <span className="hidden-words">{text.log.states[state]}</span>
      </span>
    ),
  },
  {
    key: 'item',
    header: words.columns.item,
    cell: ({ productName = '', target }) => (
      <span className="one-line" title={productName}>
        {productName === '' ? target : productName}
      </span>
    ),
  },
  {
    key: 'tail',
    header: text.send.columns.itemTail,
    cell: ({ target }) => <Digits value={target} />,
    attributes: ({ target }) => ({ className: 'tail-cell', title: target }),
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
    cell: (job) => <span className="one-line">{stockOf(job).memo}</span>,
    attributes: (job) => ({ title: stockOf(job).memo ?? '' }),
  },
  {
    key: 'unit',
    header: text.send.fields.unitPrice,
    cell: (job) => <Amount amount={stockOf(job).price?.unit} />,
    attributes: () => ({ className: 'amount-cell' }),
  },
  {
    key: 'quantity',
    header: text.send.fields.quantity,
    cell: (job) => <Amount amount={stockOf(job).price?.quantity} />,
    attributes: () => ({ className: 'amount-cell' }),
  },
  {
    key: 'price',
    header: words.columns.price,
    cell: (job) => <Amount amount={stockOf(job).price?.total} />,
    attributes: () => ({ className: 'amount-cell' }),
  },
  {
    key: 'result',
    header: words.columns.result,
    cell: (job) => <Result job={job} />,
  },
];

function Amount({ amount }: { amount: number | undefined }) {
  return <span className="worked">{amount === undefined ? '' : figure(amount)}</span>;
}

/** What BrightMall made of it, or why it has not yet; what can be done stands over it under the pointer. */
function Result({ job }: { job: Job }) {
  const now = useNow(job.dueAt !== undefined && isIn('toSend', job.state));
  const rest = useAppState((state) => restOf(state, job.storeId));
  const { title, body } = wordsFor(job, now, rest);
  // The shape of a registered one says it already; the whole is under the pointer.
  const short = job.state === 'succeeded' ? body || title : `${title} ${body}`;
  const tone = isIn('tasks', job.state) || readStockNote(job.message).price === 'not-recorded' ? 'look' : '';
  return (
    <>
      <span className={`row-phrase ${tone}`} title={`${title} ${body}`}>
        {short}
      </span>
      <span className="item-acts">
        {job.state === 'succeeded' ? (
          <button
            type="button"
            className="button small quiet"
            data-testid="answer-again"
            title={words.again}
            onClick={onePress(() => void answerItem(job, stockOf(job)))}
          >
            {words.againShort}
          </button>
        ) : (
          <JobButtons job={job} />
        )}
      </span>
    </>
  );
}
