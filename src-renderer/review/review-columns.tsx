import { cleanText, isBlankText } from '../../src-preload/contract/clean-text';
import type { SheetReading } from '../../src-preload/contract/import';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { LineField } from '../../src-preload/contract/line-fields';
import { CellEditor } from '../grid/cell-editor';
import type { CellSpot, Column } from '../grid/grid-row';
import { Digits } from '../ui/digits';
import type { ReviewRow } from '../sheets/protocol';
import { plainCell } from '../sheets/range-changes';
import { text } from '../text';
import { CourierCell } from './courier-cell';
import { LineRemarks } from './line-remarks';
import { LineState } from './line-state';
import { AnswerCell, ReasonCell } from './stock-cells';
import { TickAll } from './tick-all';
import type { ReviewController } from './review-controller';
import type { ReviewState } from './reviews-state';

const words = text.send;

/** The columns of the review grid for what is being done; 배송방법 and 발송일 only where the sheet has them. */
export function reviewColumns(
  controller: ReviewController,
  operation: JobKind,
  reading: SheetReading | undefined,
  /** Some line has a dispatch date: its column is shown, whether or not the sheet has one. */
  dated: boolean,
): readonly Column<ReviewRow>[] {
  const has = (field: LineField): boolean => reading?.columns[field] !== undefined;
  const advice: Column<ReviewRow> = {
    key: 'advice',
    header: words.columns.advice,
    cell: (row) => <LineRemarks controller={controller} row={row} />,
    attributes: () => ({ className: 'advice-cell' }),
  };
  const state: Column<ReviewRow> = {
    key: 'state',
    header: <TickAll controller={controller} />,
    cell: (row) => <LineState controller={controller} row={row} />,
  };
  if (operation === 'stock') {
    const fields: LineField[] = ['memo', 'unitPrice', 'quantity'];
    return [
      state,
      itemColumn(controller),
      {
        ...textColumn(controller, 'available'),
        cell: (row, spot) => <AnswerCell controller={controller} row={row} spot={spot} />,
      },
      {
        ...textColumn(controller, 'reason'),
        cell: (row, spot) => <ReasonCell controller={controller} row={row} spot={spot} />,
      },
      ...fields.map((field) => textColumn(controller, field)),
      totalColumn(controller),
      advice,
    ];
  }
  const byOrder = !has('productOrderId') && has('orderId');
  const target = byOrder ? textColumn(controller, 'orderId') : productOrderColumn(controller);
  const people = has('recipient') || has('productName') ? [person] : [];
  if (operation === 'confirm') return [state, ...people, target, advice];
  return [
    state,
    ...people,
    target,
    courierColumn(controller),
    textColumn(controller, 'trackingNumber'),
    ...(has('deliveryMethod') ? [textColumn(controller, 'deliveryMethod')] : []),
    ...(dated || has('dispatchDate') ? [textColumn(controller, 'dispatchDate')] : []),
    advice,
  ];
}

/** The product order; a line that only names its order shows that number, by which it is looked up. */
function productOrderColumn(controller: ReviewController): Column<ReviewRow> {
  return {
    ...textColumn(controller, 'productOrderId'),
    cell: (row, spot) => {
      const { productOrderId = '', orderId = '' } = row.checked.line.cells;
      return (
        <>
          <TextCell controller={controller} field="productOrderId" row={row} spot={spot} />
          {isBlankText(productOrderId) && orderId !== '' ? (
            <span className="second">
              {words.fields.orderId} <Digits value={orderId} />
            </span>
          ) : null}
        </>
      );
    },
  };
}

/** The number of the item, which is what the market knows; beneath it what the seller calls it. */
function itemColumn(controller: ReviewController): Column<ReviewRow> {
  return {
    ...textColumn(controller, 'itemId'),
    cell: (row, spot) => (
      <>
        <TextCell controller={controller} field="itemId" row={row} spot={spot} />
        <span className="second one-line" title={row.checked.line.cells.productName}>
          {row.checked.line.cells.productName}
        </span>
      </>
    ),
  };
}

/** The total as it stands; where the sheet has none, faintly what it comes to. */
function totalColumn(controller: ReviewController): Column<ReviewRow> {
  return {
    ...textColumn(controller, 'totalAmount'),
    cell: (row, spot) => {
      const { line, job } = row.checked;
      const price = job?.values.kind === 'stock' ? job.values.stock.price : undefined;
      const given = (line.cells.totalAmount ?? '').trim() !== '';
      return (
        <>
          <TextCell controller={controller} field="totalAmount" row={row} spot={spot} />
          {price && !given ? <span className="second">{text.stock.comesTo(price.total)}</span> : null}
        </>
      );
    },
  };
}

/** Names the tracks for these columns in the style sheet. */
export function columnsClass({ operation, reading, summary }: ReviewState): string {
  const has = (field: LineField): boolean => reading?.columns[field] !== undefined;
  return [
    'review-grid',
    `review-${operation}`,
    ...(has('recipient') || has('productName') ? ['with-person'] : []),
    ...(has('deliveryMethod') ? ['with-method'] : []),
    ...(has('dispatchDate') || (summary?.dated ?? 0) > 0 ? ['with-date'] : []),
  ].join(' ');
}

/** For the eye only: who gets it, and what. */
const person: Column<ReviewRow> = {
  key: 'recipient',
  value: ({ checked: { line } }) => plainCell('recipient', line.cells.recipient),
  header: `${words.fields.recipient} · ${words.fields.productName}`,
  cell: ({ checked: { line } }) => (
    <>
      <span className="one-line" title={line.cells.recipient}>
        {line.cells.recipient}
      </span>
      <span className="second one-line" title={line.cells.productName}>
        {line.cells.productName}
      </span>
    </>
  ),
};

function textColumn(controller: ReviewController, field: LineField): Column<ReviewRow> {
  return {
    key: field,
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
    header: words.fields.courier,
    value: ({ checked: { line } }) => plainCell('courier', line.cells.courier),
    editable: true,
    attributes: cellAttributes('courier'),
    cell: (row, spot) => <CourierCell controller={controller} row={row} spot={spot} />,
  };
}

const gravest = { error: 3, warning: 2, note: 1 } as const;

function cellAttributes(field: LineField): NonNullable<Column<ReviewRow>['attributes']> {
  return ({ checked: { line, remarks }, handled, waits }) => {
    const calm = handled === true || waits === true;
    const here = remarks.filter(
      (remark) => !calm && remark.field === field && remark.level !== 'note' && remark.code !== 'available-missing',
    );
    const worst = here.toSorted((one, other) => gravest[other.level] - gravest[one.level])[0];
    return {
      'data-testid': 'review-cell',
      'data-row': line.row,
      'data-field': field,
      className: worst ? `cell-${worst.level}` : '',
      ...(worst?.level === 'error' ? { 'aria-invalid': true } : {}),
    };
  };
}

interface CellProps {
  controller: ReviewController;
  field: LineField;
  row: ReviewRow;
  spot: CellSpot;
}

function TextCell({ controller, field, row, spot }: CellProps) {
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
      <span {...(line.edited?.includes(field) ? { className: 'edited', 'data-mark': words.edited } : {})}>
        <Digits value={cleanText(value)} />
      </span>
    </CellEditor>
  );
}
