import { useState } from 'react';
import { isBlankText } from '../../../src-preload/contract/clean-text';
import type { Job, StockValues } from '../../../src-preload/contract/job';
import { readPrice } from '../../../src-preload/contract/markets/brightmall/answers';
import type { PriceText } from '../../../src-preload/contract/market-rules';
import { memoLimit } from '../../../src-preload/contract/markets/brightmall/limits';
import { AnswerSwitch } from '../answer-switch';
import { ReasonSelect } from '../reason-select';
import { text } from '../../text';
import { EditDialog } from './edit-dialog';

const words = text.stock.edit;

type PriceField = 'unit' | 'quantity' | 'total';
const priceFields: readonly PriceField[] = ['unit', 'quantity', 'total'];

/** What is to be said about the three figures; nothing while they may go as they are. */
function priceSaid(price: PriceText): string {
  if (price.is === 'none') return words.noPrice;
  if (price.is !== 'price') return words.priceFault;
  return price.uneven ? words.uneven(price.price.unit * price.price.quantity) : words.noPrice;
}

/** Corrects a stock answer. */
export function StockEdit({ job, onDone }: { job: Job; onDone(): void }) {
  const given: StockValues = job.values.kind === 'stock' ? job.values.stock : { available: true };
  const [available, setAvailable] = useState(given.available);
  const [reason, setReason] = useState(given.reason);
  const [memo, setMemo] = useState(given.memo ?? '');
  const [figures, setFigures] = useState<Record<PriceField, string>>(() => ({
    unit: given.price === undefined ? '' : String(given.price.unit),
    quantity: given.price === undefined ? '' : String(given.price.quantity),
    total: given.price === undefined ? '' : String(given.price.total),
  }));
  const price = readPrice(figures.unit, figures.quantity, figures.total);
  const complete = (available || reason !== undefined) && (price.is === 'none' || price.is === 'price');

  const values: StockValues = {
    available,
    ...(available || reason === undefined ? {} : { reason }),
    ...(isBlankText(memo) ? {} : { memo: memo.trim() }),
    ...(price.is === 'price' ? { price: price.price } : {}),
  };

  return (
    <EditDialog
      job={job}
      title={words.title}
      values={complete ? values : undefined}
      formId="stock-edit"
      saveId="stock-edit-save"
      onDone={onDone}
    >
      <AnswerSwitch
        label={text.stock.answerOf(job.target)}
        available={available}
        onAnswer={(next) => setAvailable(next)}
      />
      {available ? null : (
        <div className="field">
          <label htmlFor="stock-edit-reason">{words.reason}</label>
          <ReasonSelect id="stock-edit-reason" label={words.reason} reason={reason} onPick={setReason} />
        </div>
      )}
      <div className="field">
        <label htmlFor="stock-edit-memo">{words.memo}</label>
        <textarea
          id="stock-edit-memo"
          className="input"
          rows={2}
          maxLength={memoLimit}
          value={memo}
          onChange={(event) => setMemo(event.target.value)}
        />
        <span className="hint">{words.memoHint(memoLimit - memo.length)}</span>
      </div>
      <div className="price-fields">
        {priceFields.map((field) => (
          <div key={field} className="field">
            <label htmlFor={`stock-edit-${field}`}>{words[field]}</label>
            <input
              id={`stock-edit-${field}`}
              className="input"
              inputMode="numeric"
              autoComplete="off"
              value={figures[field]}
              onChange={(event) => setFigures({ ...figures, [field]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <p className={price.is === 'none' || price.is === 'price' ? 'faint' : 'complaint'} aria-live="polite">
        {priceSaid(price)}
      </p>
    </EditDialog>
  );
}
