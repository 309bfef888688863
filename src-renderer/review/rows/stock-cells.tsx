import { useRef } from 'react';
import type { ReactNode } from 'react';
import {
  answerWords,
  reasonNames,
  resolveAvailable,
  resolveReason,
} from '../../../src-preload/contract/markets/brightmall/answers';
import type { LineField } from '../../../src-preload/contract/line-fields';
import { CellEditor } from '../../grid/cell-editor';
import type { CellSpot } from '../../grid/grid-row';
import { AnswerSwitch } from '../../ui/answer-switch';
import { ReasonSelect } from '../../ui/reason-select';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import type { ReviewController } from '../state/review-controller';

interface Props {
  controller: ReviewController;
  row: ReviewRow;
  spot: CellSpot;
}

const words = text.send;
const [firstReason] = reasonNames;

/** Whether the item of a line can be delivered: one click, or typed like any other cell. */
export function AnswerCell({ controller, row, spot }: Props) {
  const { line } = row.checked;
  const available = resolveAvailable(line.cells.available ?? '');

  function answer(yes: boolean): void {
    const cells = { available: yes ? answerWords.yes : answerWords.no };
    // The likeliest reason stands in at once, plain to see and changed with one pick.
    const unsaid = !yes && resolveReason(line.cells.reason ?? '') === undefined;
    const reason = unsaid && firstReason ? { reason: firstReason.name } : {};
    void controller.change([{ row: line.row, change: { cells: { ...cells, ...reason } } }]);
  }

  return (
    <TypedOver controller={controller} row={row} spot={spot} field="available">
      <AnswerSwitch
        label={`${words.sheetRow(line.row)} ${words.fields.available}`}
        available={available}
        onAnswer={answer}
      />
    </TypedOver>
  );
}

/** Why it cannot: asked only where it cannot. */
export function ReasonCell({ controller, row, spot }: Props) {
  const { line } = row.checked;
  const given = line.cells.reason ?? '';
  const available = resolveAvailable(line.cells.available ?? '');
  return (
    <TypedOver controller={controller} row={row} spot={spot} field="reason">
      {available === false ? (
        <ReasonSelect
          label={`${words.sheetRow(line.row)} ${words.fields.reason}`}
          // 품절 in the answer's own column says why at the same time.
          reason={resolveReason(given === '' ? (line.cells.available ?? '') : given)}
          onPick={(code) => {
            const name = reasonNames.find((each) => each.code === code)?.name ?? '';
            void controller.edit(line.row, 'reason', name);
          }}
        />
      ) : (
        <span className="one-line faint">{given}</span>
      )}
    </TypedOver>
  );
}

/** The control of a cell, and over it, as soon as something is typed, the cell's own text. */
function TypedOver({ controller, row, spot, field, children }: Props & { field: LineField; children: ReactNode }) {
  const { line } = row.checked;
  const place = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={place}
      className="typed-over"
      // A control pressed with the pointer gives the keyboard back: what is typed next means the cell.
      onClick={(event) => {
        if (event.detail > 0 && event.target instanceof Element && event.target.closest('button'))
          place.current?.querySelector<HTMLInputElement>('input.cell-input')?.focus({ preventScroll: true });
      }}
    >
      <CellEditor
        value={line.cells[field] ?? ''}
        label={`${words.sheetRow(line.row)} ${words.fields[field]}`}
        active={spot.active}
        leave={spot.leave}
        commit={(next) => void controller.edit(line.row, field, next)}
      >
        {null}
      </CellEditor>
      {children}
    </div>
  );
}
