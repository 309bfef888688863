import { useState } from 'react';
import { useFrameAfter } from '../../grid/draw-in-steps';
import { dispatchFields, stockFields, type LineField } from '../../../src-preload/contract/line-fields';
import type { ColumnState } from '../../sheets/protocol';
import { chosenStore, useAppState } from '../../state/app-state';
import { Icon } from '../../ui/icons';
import { SideSheet } from '../../ui/side-sheet';
import { text } from '../../text';
import type { SelectProps } from './file-choices';
import { EncodingSelect, FilePlaces, ForAllLines, OperationSelect } from './file-choices';
import { nameColumns } from './name-columns';
import { rememberColumns } from './remember-columns';
import { reviewControllers } from '../state/review-controller';
import { closeChoices, useSend } from '../state/reviews-state';
import { TabStop, useTabStop } from '../../ui/tab-stop';
import type { ReviewState } from '../state/reviews-state';
import { skippedWords } from './understood-words';

const words = text.send.understood;

/**
 * How a file was read, and everything about that can be chosen otherwise: a sheet at the side. Closed it lies beyond the
 * edge of the window, mounted, so that what is chosen in it can be set without looking at it.
 */
export function ColumnsSheet({ review }: { review: ReviewState | undefined }) {
  const open = useSend((state) => state.choicesOf !== undefined && state.choicesOf === review?.key);
  const market = useAppState(chosenStore)?.market;
  // Dozens of choices with all columns of the sheet each: a frame after the rows that they belong to.
  const mayDraw = useFrameAfter(review?.key);
  if (market === undefined) return null;
  return (
    <SideSheet
      open={open}
      title={words.sheetTitle}
      closeLabel={words.close}
      first="select:not(:disabled)"
      onClose={closeChoices}
      foot={<Foot review={review} open={open} />}
    >
      {review && mayDraw ? <Read review={review} /> : null}
      <h3>{words.wholeFile}</h3>
      <div className="side-pair">
        {review?.understood && mayDraw ? <FilePlaces review={review} understood={review.understood} /> : null}
        <OperationSelect review={review} market={market} />
        {review?.understood && mayDraw ? <EncodingSelect review={review} understood={review.understood} /> : null}
        {review && mayDraw ? <ForAllLines review={review} /> : null}
      </div>
    </SideSheet>
  );
}

function Foot({ review, open }: { review: ReviewState | undefined; open: boolean }) {
  return (
    <>
      {review?.understood ? (
        <button
          type="button"
          className="button"
          tabIndex={open ? 0 : -1}
          data-testid="columns-reset"
          onClick={() => chooseAsOpened(review)}
        >
          {words.reset}
        </button>
      ) : null}
      <button
        type="button"
        className="button"
        tabIndex={open ? 0 : -1}
        data-testid="columns-close"
        onClick={closeChoices}
      >
        {words.close}
      </button>
    </>
  );
}

function Read({ review }: { review: ReviewState }) {
  const { understood } = review;
  if (!understood) return <p className="faint">{words.restored}</p>;
  const { reading, columns } = understood;
  const fields = review.operation === 'stock' ? stockFields : dispatchFields;
  const isAsked = (field: LineField): boolean => understood.questions.some((each) => each.field === field);
  const used = fields.filter((field) => reading.columns[field] !== undefined || isAsked(field));
  const unused = fields.filter((field) => !used.includes(field));
  const skipped = skippedWords(review);
  return (
    <>
      <p>{words.found(columns.length, Object.keys(reading.columns).length)}</p>
      {skipped === '' ? null : <p className="faint">{skipped}</p>}
      {used.map((field) => (
        <ColumnSelect key={field} review={review} understood={understood} field={field} asked={isAsked(field)} />
      ))}
      {unused.length > 0 ? <Unused review={review} understood={understood} fields={unused} /> : null}
    </>
  );
}

/** Fields without a column, folded; what is folded can still be set. */
function Unused({ review, understood, fields }: SelectProps & { fields: readonly LineField[] }) {
  const [open, setOpen] = useState(false);
  const tabStop = useTabStop();
  return (
    <div className="side-unused">
      <button
        type="button"
        className="fold-button"
        tabIndex={tabStop}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'unfolded' : 'folded'} />
        <b>{words.unused(fields.length)}</b>{' '}
        <span className="faint">{fields.map((field) => text.send.fields[field]).join(', ')}</span>
      </button>
      <div className={open ? 'side-folded open' : 'side-folded'} aria-hidden={!open}>
        <TabStop value={open ? tabStop : -1}>
          {fields.map((field) => (
            <ColumnSelect key={field} review={review} understood={understood} field={field} asked={false} />
          ))}
        </TabStop>
      </div>
    </div>
  );
}

function ColumnSelect({ review, understood, field, asked }: SelectProps & { field: LineField; asked: boolean }) {
  const { reading, columns } = understood;
  const at = reading.columns[field];
  const samples = columns.find(({ index }) => index === at)?.samples ?? [];
  return (
    <div className={asked ? 'side-column asked' : 'side-column'}>
      <label>
        <span>{text.send.fields[field]}</span>
        <select
          className="select"
          tabIndex={useTabStop()}
          data-testid={`column-${field}`}
          value={at ?? ''}
          onChange={(event) => {
            const { value } = event.target;
            nameColumns(review, understood, field, { [field]: value === '' ? undefined : Number(value) });
          }}
        >
          <option value="">{words.noColumn}</option>
          <ColumnOptions columns={columns} />
        </select>
      </label>
      <ul className="side-samples" aria-label={words.sampleLabel(text.send.fields[field])}>
        {samples.slice(0, 3).map((sample, index) => (
          <li key={index} title={sample}>
            {sample}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ColumnOptions({ columns }: { columns: readonly ColumnState[] }) {
  return columns.map((column) => (
    <option key={column.index} value={column.index}>
      {words.columnName(column.letter, column.header)}
    </option>
  ));
}

/** Everything that was chosen for the file is taken back: sheet, header row and columns as when it was opened. */
function chooseAsOpened({ key, opened }: ReviewState): void {
  if (!opened) return;
  const { columns, sheetName, headerRow } = opened.reading;
  void rememberColumns(opened.signature, columns);
  void reviewControllers.get(key)?.choose({ sheet: sheetName, headerRow, columns });
}
