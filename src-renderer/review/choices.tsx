import { useState } from 'react';
import { useFrameAfter } from '../grid/draw-in-steps';
import { dispatchFields, stockFields, type LineField } from '../../src-preload/contract/line-fields';
import type { EncodingName } from '../sheets/reading/workbook';
import type { Understood } from '../sheets/protocol';
import { CourierField } from '../ui/courier-field';
import { courierName } from '../ui/courier-picker';
import { text } from '../text';
import { nameColumns } from './name-columns';
import { CourierAsked, Questions } from './questions';
import { reviewControllers } from './review-controller';
import { useChoicesOpen, useSend } from './reviews-state';
import type { ReviewState } from './reviews-state';

const words = text.send.understood;
const encodings: readonly EncodingName[] = ['utf-8', 'cp949', 'utf-16le', 'utf-16be'];

/** What we understood of the file, in one line; beneath it everything about that can be chosen otherwise. */
export function Choices({ review }: { review: ReviewState }) {
  const open = useChoicesOpen();
  const { understood } = review;
  // Dozens of choices with all columns of the sheet each: a frame after the line that they belong to.
  const mayDraw = useFrameAfter(review.key);
  return (
    <section className="choices" aria-label={words.columns}>
      <div className="choices-line">
        <p>{understoodWords(review)}</p>
        <button
          type="button"
          className="button small plain"
          aria-expanded={open}
          onClick={() => useSend.setState({ choicesOpen: !open })}
        >
          {open ? words.done : words.change}
        </button>
      </div>
      {understood ? <Questions review={review} understood={understood} /> : <CourierAsked review={review} />}
      {open && mayDraw ? (
        understood ? (
          <Selects review={review} understood={understood} />
        ) : (
          <Restored review={review} />
        )
      ) : null}
    </section>
  );
}

function understoodWords({ reading, fileName, wholeCourier, summary }: ReviewState): string {
  if (!reading) return fileName;
  const { columns, headers, layout, sheetName, skipped } = reading;
  const column = (field: LineField): string[] => {
    const at = columns[field];
    const header = at === undefined ? undefined : headers[at];
    return header === undefined || header === '' ? [] : [words.column(text.send.fields[field], header)];
  };
  const left: [number, (rows: number) => string][] = [
    [skipped.titles, words.skippedTitles],
    [skipped.totals, words.skippedTotals],
    [skipped.empty, words.skippedEmpty],
    [skipped.otherMalls, words.skippedOtherMalls],
  ];
  const skippedWords = left.flatMap(([rows, say]) => (rows > 0 ? [say(rows)] : [])).join(', ');
  const { trimmed = 0 } = summary ?? {};
  return [
    (layout === undefined ? undefined : words.layouts[layout]) ?? words.unknownLayout,
    ...(sheetName === '' ? [] : [`‘${sheetName}’`]),
    ...column('trackingNumber'),
    ...(wholeCourier === undefined ? column('courier') : [words.wholeCourier(courierName(wholeCourier))]),
    ...(skippedWords === '' ? [] : [words.skipped(skippedWords)]),
    ...(trimmed > 0 ? [words.trimmed(trimmed)] : []),
  ].join(' · ');
}

function Selects({ review, understood }: { review: ReviewState; understood: Understood }) {
  const controller = reviewControllers.get(review.key);
  const { reading, sheets, headerRows, columns, encoding } = understood;
  if (!controller) return null;
  const fields = review.operation === 'stock' ? stockFields : dispatchFields;

  function chooseColumn(field: LineField, value: string): void {
    nameColumns(review, understood, field, { [field]: value === '' ? undefined : Number(value) });
  }

  return (
    <div className="choices-selects">
      <label>
        <span>{words.sheet}</span>
        <select
          className="select small"
          data-testid="sheet-select"
          value={reading.sheetName}
          disabled={sheets.length < 2}
          onChange={(event) => void controller.choose({ sheet: event.target.value })}
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
          className="select small"
          data-testid="header-row-select"
          value={reading.headerRow}
          onChange={(event) => void controller.choose({ headerRow: Number(event.target.value) })}
        >
          <option value={0}>{words.noHeader}</option>
          {headerRows.map(({ row, words: beginning }) => (
            <option key={row} value={row}>
              {beginning === '' ? words.row(row) : `${words.row(row)} ${beginning}`}
            </option>
          ))}
        </select>
      </label>
      {fields.map((field) => (
        <label key={field} className={understood.questions.some((each) => each.field === field) ? 'asked' : ''}>
          <span>{text.send.fields[field]}</span>
          <select
            className="select small"
            data-testid={`column-${field}`}
            value={reading.columns[field] ?? ''}
            onChange={(event) => chooseColumn(field, event.target.value)}
          >
            <option value="">{words.noColumn}</option>
            {columns.map((column) => (
              <option key={column.index} value={column.index}>
                {words.columnName(column.letter, column.header)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <span>{words.encoding}</span>
        <select
          className="select small"
          data-testid="encoding-select"
          value={encoding?.name ?? ''}
          disabled={!encoding}
          onChange={(event) => {
            const chosen = encodings.find((each) => each === event.target.value);
            if (chosen) controller.openWith({ encoding: chosen });
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
      <ForAllLines review={review} />
    </div>
  );
}

function Restored({ review }: { review: ReviewState }) {
  return (
    <div className="choices-selects kept">
      <p className="faint">{words.restored}</p>
      <ForAllLines review={review} />
    </div>
  );
}

function ForAllLines({ review }: { review: ReviewState }) {
  if (review.operation !== 'dispatch') return null;
  return (
    <>
      <WholeCourier review={review} />
      <DateForAll review={review} />
    </>
  );
}

/** A dispatch date set by hand for all lines; single ones, and their time of day, are changed in their cells. Left out, it is the moment of sending. */
function DateForAll({ review }: { review: ReviewState }) {
  const [date, setDate] = useState('');
  return (
    <label className="wide">
      <span>{words.dateForAll}</span>
      <input
        type="date"
        className="input small"
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

/** A courier for lines that name none. */
function WholeCourier({ review }: { review: ReviewState }) {
  return (
    <CourierField
      code={review.wholeCourier}
      label={words.wholeCourierPick}
      testId="whole-courier"
      onPick={(code) => void reviewControllers.get(review.key)?.choose({ wholeCourier: code })}
    />
  );
}
