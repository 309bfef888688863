import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import type { SheetReading } from '../../../src-preload/contract/import';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { LineField } from '../../../src-preload/contract/line-fields';
import { figure } from '../../../src-preload/contract/text/numbers';
import { CellEditor } from '../../grid/cell-editor';
import type { CellSpot, Column, DataAttributes } from '../../grid/grid-row';
import { Digits } from '../../ui/digits';
import type { ReviewRow } from '../../sheets/protocol';
import { plainCell } from '../../sheets/range-changes';
import { text } from '../../text';
import { CourierCell } from './courier-cell';
import { LineState } from './line-state';
import { RemarkFilter } from './remark-filter';
import { RowRemarks } from '../remarks/row-remarks';
import { shapeOfRow } from '../remarks/row-shape';
import { AnswerCell, ReasonCell } from './stock-cells';
import { TickAll } from './tick-all';
import type { ReviewController } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';

const words = text.send;

/** The columns of the review grid for what is being done; 배송방법 and 발송일 only where the sheet has them. */
export function reviewColumns(
  controller: ReviewController,
  operation: JobKind,
  reading: SheetReading | undefined,
  /** Some line has a dispatch date: its column is shown, whether or not the sheet has one. */
  dated: boolean,
  /** Next to the panel of a narrow window: of stock, what the panel says as well stands there alone. */
  isNarrow = false,
): readonly Column<ReviewRow>[] {
  const has = (field: LineField): boolean => reading?.columns[field] !== undefined;
  const advice: Column<ReviewRow> = {
    key: 'advice',
    header: words.columns.advice,
    sortable: true,
    beside: <RemarkFilter controller={controller} />,
    cell: (row) => <RowRemarks controller={controller} row={row} />,
    attributes: () => ({ className: 'advice-cell' }),
  };
  const state: Column<ReviewRow> = {
    key: 'state',
    header: <TickAll controller={controller} />,
    cell: (row) => <LineState controller={controller} row={row} />,
    attributes: () => ({ className: 'state-cell' }),
  };
  if (operation === 'stock') {
    return [
      state,
      ...(has('productName') ? [{ ...product, header: words.columns.item }] : []),
      ...(isNarrow && has('productName')
        ? []
        : [{ ...tailColumn(controller, 'itemId', has('productName')), header: words.columns.itemTail }]),
      {
        ...textColumn(controller, 'available'),
        isStateless: false,
        cell: (row, spot) => <AnswerCell controller={controller} row={row} spot={spot} />,
      },
      {
        ...textColumn(controller, 'reason'),
        isStateless: false,
        cell: (row, spot) => <ReasonCell controller={controller} row={row} spot={spot} />,
      },
      ...(isNarrow ? [] : [titledColumn(controller, 'memo')]),
      amountColumn(controller, 'unitPrice'),
      amountColumn(controller, 'quantity'),
      totalColumn(controller),
      advice,
    ];
  }
  const people = [...(has('recipient') ? [person] : []), ...(has('productName') ? [product] : [])];
  const target = targetColumn(controller, has, people.length > 0);
  if (operation === 'confirm') return [state, ...people, target, advice];
  return [
    state,
    ...people,
    courierColumn(controller),
    textColumn(controller, 'trackingNumber'),
    ...(has('deliveryMethod') ? [textColumn(controller, 'deliveryMethod')] : []),
    ...(dated || has('dispatchDate') ? [textColumn(controller, 'dispatchDate')] : []),
    target,
    advice,
  ];
}

/** The order a line is for: its last four digits next to a name, whole where there is none. */
function targetColumn(
  controller: ReviewController,
  has: (field: LineField) => boolean,
  named: boolean,
): Column<ReviewRow> {
  if (!has('productOrderId') && has('orderId')) return tailColumn(controller, 'orderId', named);
  return {
    ...tailColumn(controller, 'productOrderId', named),
    cell: (row, spot) => {
      const { productOrderId = '', orderId = '' } = row.checked.line.cells;
      // A line that only names its order shows that number, by which it is looked up.
      const field = isBlankText(productOrderId) && orderId !== '' ? 'orderId' : 'productOrderId';
      return <TextCell controller={controller} field="productOrderId" shown={field} row={row} spot={spot} />;
    },
  };
}

function tailColumn(controller: ReviewController, field: LineField, named: boolean): Column<ReviewRow> {
  const column = textColumn(controller, field);
  if (!named) return { ...column, attributes: (row) => withClass(cellAttributes(field)(row), 'whole-cell') };
  return {
    ...column,
    header: <span title={words.fields[field]}>{words.columns.tail}</span>,
    attributes: (row) => ({
      ...withClass(cellAttributes(field)(row), 'tail-cell'),
      title: cleanText(row.checked.line.cells[field] ?? ''),
    }),
  };
}

function withClass(attributes: DataAttributes, className: string): DataAttributes {
  return { ...attributes, className: `${attributes.className ?? ''} ${className}` };
}

/** Money or pieces: at the right, in groups of thousands. */
function amountColumn(controller: ReviewController, field: LineField): Column<ReviewRow> {
  const column = titledColumn(controller, field);
  return { ...column, attributes: (row) => withClass(column.attributes?.(row) ?? {}, 'amount-cell') };
}

/** Text that may be longer than its cell. */
function titledColumn(controller: ReviewController, field: LineField): Column<ReviewRow> {
  return {
    ...textColumn(controller, field),
    attributes: (row) => ({ ...cellAttributes(field)(row), title: cleanText(row.checked.line.cells[field] ?? '') }),
  };
}

/** The total as it stands; where the sheet has none, faintly what it comes to. */
function totalColumn(controller: ReviewController): Column<ReviewRow> {
  return {
    ...amountColumn(controller, 'totalAmount'),
    cell: (row, spot) => {
      const { line, job } = row.checked;
      const price = job?.values.kind === 'stock' ? job.values.stock.price : undefined;
      const worked = price && isBlankText(line.cells.totalAmount ?? '') ? figure(price.total) : undefined;
      return <TextCell controller={controller} field="totalAmount" worked={worked} row={row} spot={spot} />;
    },
  };
}

/** Names the tracks for these columns in the style sheet. */
export function columnsClass({ operation, reading, summary }: ReviewState): string {
  const has = (field: LineField): boolean => reading?.columns[field] !== undefined;
  return [
    'review-grid',
    `review-${operation}`,
    ...(has('recipient') ? ['with-person'] : []),
    ...(has('productName') ? ['with-product'] : []),
    ...(has('recipient') || has('productName') ? ['with-tail'] : []),
    ...(has('deliveryMethod') ? ['with-method'] : []),
    ...(has('dispatchDate') || (summary?.dated ?? 0) > 0 ? ['with-date'] : []),
  ].join(' ');
}

/** For the eye only: who gets it. Rows of one box hang on a line, and the name is repeated in grey. */
const person: Column<ReviewRow> = {
  key: 'recipient',
  sortable: true,
  isStateless: true,
  header: words.fields.recipient,
  value: ({ checked: { line } }) => plainCell('recipient', line.cells.recipient),
  cell: ({ checked: { line } }) => <span className="one-line">{line.cells.recipient}</span>,
  attributes: ({ box, checked: { line } }) => ({
    className: box ? `who-cell box ${box.at}` : 'who-cell',
    title: line.cells.recipient,
  }),
};

/** For the eye only: what is in it. */
const product: Column<ReviewRow> = {
  key: 'productName',
  sortable: true,
  isStateless: true,
  header: words.columns.product,
  value: ({ checked: { line } }) => plainCell('productName', line.cells.productName),
  cell: ({ checked: { line } }) => <span className="one-line">{line.cells.productName}</span>,
  attributes: ({ checked: { line } }) => ({ title: line.cells.productName }),
};

function textColumn(controller: ReviewController, field: LineField): Column<ReviewRow> {
  return {
    key: field,
    sortable: true,
    // Only the active cell is edited, and the element of its row is not passed on.
    isStateless: true,
    header: words.fields[field],
    value: ({ checked: { line } }) => plainCell(field, line.cells[field]),
    editable: true,
    attributes: cellAttributes(field),
    cell: (row, spot) => <TextCell controller={controller} field={field} row={row} spot={spot} />,
  };
}

function courierColumn(controller: ReviewController): Column<ReviewRow> {
  return {
    key: 'courier',
    sortable: true,
    header: words.fields.courier,
    value: ({ checked: { line } }) => plainCell('courier', line.cells.courier),
    editable: true,
    attributes: cellAttributes('courier'),
    cell: (row, spot) => <CourierCell controller={controller} row={row} spot={spot} />,
  };
}

const amounts: ReadonlySet<LineField> = new Set(['unitPrice', 'quantity', 'totalAmount']);

/** A whole amount in groups of thousands; what is none stays as it was written. */
function amountText(written: string): string {
  return /^\d{1,15}$/u.test(written) ? figure(Number(written)) : written;
}

const gravest = { error: 3, warning: 2, note: 1 } as const;

function cellAttributes(field: LineField): NonNullable<Column<ReviewRow>['attributes']> {
  return (row) => {
    const { line, remarks } = row.checked;
    const calm = row.kind !== 'look';
    const here = remarks.filter((remark) => !calm && remark.field === field && remark.level !== 'note');
    const worst = here.toSorted((one, other) => gravest[other.level] - gravest[one.level])[0];
    return {
      'data-testid': 'review-cell',
      'data-row': line.row,
      'data-field': field,
      className: worst ? (shapeOfRow(row).shape === 'stop' ? 'cell-error' : 'cell-warning') : '',
      ...(worst?.level === 'error' ? { 'aria-invalid': true } : {}),
    };
  };
}

interface CellProps {
  controller: ReviewController;
  field: LineField;
  /** Another field's value stands in its place while it is empty. */
  shown?: LineField;
  /** What an empty amount comes to. */
  worked?: string | undefined;
  row: ReviewRow;
  spot: CellSpot;
}

function TextCell({ controller, field, shown = field, worked, row, spot }: CellProps) {
  const { line } = row.checked;
  const value = line.cells[field] ?? '';
  return (
    <CellEditor
      value={value}
      label={`${words.sheetRow(line.row)} ${words.fields[field]}`}
      active={spot.active}
      leave={spot.leave}
      commit={(next) => void controller.edit(line.row, field, next)}
    >
      {field === 'trackingNumber' && isBlankText(value) && row.checked.level === 'error' ? (
        // Drawn by the style sheet: it is no value of the cell.
        <span className="add-number" data-hint={words.addNumber} />
      ) : null}
      {amounts.has(field) && isBlankText(value) ? <span className="worked">{worked}</span> : null}
      <span {...(line.edited?.includes(field) ? { className: 'edited', title: words.edited } : {})}>
        {amounts.has(field) ? (
          amountText(cleanText(line.cells[field] ?? ''))
        ) : (
          <Digits value={cleanText(line.cells[shown] ?? '')} />
        )}
      </span>
    </CellEditor>
  );
}
