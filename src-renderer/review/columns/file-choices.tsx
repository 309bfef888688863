import { useState } from 'react';
import { jobKinds } from '../../../src-preload/contract/job-states';
import { marketOperations } from '../../../src-preload/contract/market-facts';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import { oneOf } from '../../../src-preload/contract/one-of';
import type { Understood } from '../../sheets/protocol';
import type { EncodingName } from '../../sheets/reading/workbook';
import { CourierField } from '../../ui/courier-field';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import { chooseOperation, useOperation } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';
import { useTabStop } from '../../ui/tab-stop';

const words = text.send.understood;
const encodings: readonly EncodingName[] = ['utf-8', 'cp949', 'utf-16le', 'utf-16be'];

/** A file that is at hand, and how it was read. */
export interface SelectProps {
  review: ReviewState;
  understood: Understood;
}

/** Which sheet of the file, and where its table begins. */
export function FilePlaces({ review, understood }: SelectProps) {
  const controller = reviewControllers.get(review.key);
  const tabStop = useTabStop();
  const { reading, sheets, headerRows } = understood;
  return (
    <>
      <label>
        <span>{words.sheet}</span>
        <select
          className="select"
          tabIndex={tabStop}
          data-testid="sheet-select"
          value={reading.sheetName}
          disabled={sheets.length < 2}
          onChange={(event) => void controller?.choose({ sheet: event.target.value })}
        >
          {sheets.map((sheet) => (
            <option key={sheet.name} value={sheet.name}>
              {sheet.hidden ? words.hiddenSheet(sheet.name) : sheet.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.headerRow}</span>
        <select
          className="select"
          tabIndex={tabStop}
          data-testid="header-row-select"
          value={reading.headerRow}
          onChange={(event) => void controller?.choose({ headerRow: Number(event.target.value) })}
        >
          <option value={0}>{words.noHeader}</option>
          {headerRows.map(({ row, words: beginning }) => (
            <option key={row} value={row}>
              {beginning === '' ? words.row(row) : `${words.row(row)} ${beginning}`}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** How the bytes of a text file are read. */
export function EncodingSelect({ review, understood: { encoding } }: SelectProps) {
  const tabStop = useTabStop();
  return (
    <label>
      <span>{words.encoding}</span>
      <select
        className="select"
        tabIndex={tabStop}
        data-testid="encoding-select"
        value={encoding?.name ?? ''}
        disabled={!encoding}
        onChange={(event) => {
          const chosen = encodings.find((each) => each === event.target.value);
          if (chosen) reviewControllers.get(review.key)?.openWith({ encoding: chosen });
        }}
      >
        {encoding ? null : <option value="">{words.encodingAuto}</option>}
        {encodings.map((each) => (
          <option key={each} value={each}>
            {words.encodings[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the file is for: what the chosen store's market can do. Without a file: what the next one is read for. */
export function OperationSelect({ review, market }: { review: ReviewState | undefined; market: MarketName }) {
  const operation = useOperation();
  const tabStop = useTabStop();
  return (
    <label>
      <span>{text.send.operation}</span>
      <select
        className="select"
        tabIndex={tabStop}
        data-testid="operation-select"
        value={review?.operation ?? operation}
        onChange={(event) => {
          const chosen = oneOf(jobKinds, event.target.value);
          if (!chosen) return;
          chooseOperation(market, chosen, review);
          if (review) void reviewControllers.get(review.key)?.recheck(chosen);
        }}
      >
        {marketOperations[market].map((each) => (
          <option key={each} value={each}>
            {text.send.operations[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A courier for lines that name none, and a dispatch date for all. */
export function ForAllLines({ review }: { review: ReviewState }) {
  const tabStop = useTabStop();
  if (review.operation !== 'dispatch') return null;
  return (
    <>
      <CourierField
        code={review.wholeCourier}
        label={words.wholeCourierPick}
        testId="whole-courier"
        tabIndex={tabStop}
        onPick={(code) => void reviewControllers.get(review.key)?.choose({ wholeCourier: code })}
      />
      <DateForAll review={review} />
    </>
  );
}

/** A dispatch date set by hand for all lines; single ones, and their time of day, are changed in their cells. Left out, it is the moment of sending. */
function DateForAll({ review }: { review: ReviewState }) {
  const [date, setDate] = useState('');
  return (
    <label>
      <span>{words.dateForAll}</span>
      <input
        type="date"
        className="input"
        tabIndex={useTabStop()}
        data-testid="dispatch-date-all"
        value={date}
        onChange={(event) => {
          setDate(event.target.value);
          void reviewControllers.get(review.key)?.changeLines('dateAll', { date: event.target.value });
        }}
      />
    </label>
  );
}
