import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { layoutBounds, type FormValue } from '../../../../src-preload/contract/courier-forms/layouts';
import { columnLetter } from '../../../sheets/table-to-xlsx';
import { Icon } from '../../../ui/icons';
import { text } from '../../../text';
import { changeColumn, dropColumn, moveColumn, useLayout, type EditedColumn } from './layout-state';

const words = text.forms.edit;
/** What is carried while a column is dragged. */
const dragType = 'application/x-balsong-column';

interface Props {
  column: EditedColumn;
  at: number;
  values: readonly FormValue[];
}

/** One column: moved by its grip or with Alt and an arrow, named, and told what stands in it. */
export function LayoutColumn({ column: { key, header, puts, text: constant }, at, values }: Props) {
  const isActive = useLayout((state) => state.active === key);
  const sample = useLayout((state) => state.sample.get(puts) ?? '');
  const [isOver, setOver] = useState(false);
  const letter = columnLetter(at);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveColumn(key, at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li
      className={[isActive ? 'active' : '', isOver ? 'over' : ''].join(' ').trim()}
      data-testid="layout-column"
      data-puts={puts}
      onFocus={() => useLayout.setState({ active: key })}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const moved = event.dataTransfer.getData(dragType);
        if (moved === '') return;
        event.preventDefault();
        moveColumn(Number(moved), at);
      }}
    >
      <button
        type="button"
        className="icon-button layout-grip"
        draggable
        aria-label={words.move(header === '' ? letter : header)}
        onDragStart={(event) => event.dataTransfer.setData(dragType, String(key))}
      >
        <Icon name="grip" />
      </button>
      <span className="num faint">{letter}</span>
      <input
        className="input"
        aria-label={words.headerOf(letter)}
        maxLength={layoutBounds.headerLetters}
        value={header}
        onChange={(event) => changeColumn(key, { header: event.target.value })}
      />
      <select
        className="select"
        aria-label={words.putsOf(letter)}
        value={puts === 'text' && constant === undefined ? 'nothing' : puts}
        onChange={(event) => {
          const chosen = values.find((each) => each === event.target.value);
          changeColumn(key, { puts: chosen ?? 'text', text: chosen === 'text' ? '' : undefined });
        }}
      >
        <option value="nothing">{words.nothing}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {words.values[value]}
          </option>
        ))}
      </select>
      {puts === 'text' && constant !== undefined ? (
        <input
          className="input"
          aria-label={words.constantOf(letter)}
          maxLength={200}
          value={constant}
          onChange={(event) => changeColumn(key, { text: event.target.value })}
        />
      ) : (
        <span className="faint one-line" title={puts === 'text' ? undefined : sample}>
          {puts === 'text' ? words.empty : sample}
        </span>
      )}
      <button
        type="button"
        className="icon-button layout-drop-column"
        aria-label={words.dropOf(header === '' ? letter : header)}
        onClick={({ currentTarget }) => {
          focusNext(currentTarget);
          dropColumn(key);
        }}
      >
        <Icon name="cross" />
      </button>
    </li>
  );
}

/** The button goes with its column: the next one's has the keyboard, of the last that of the one before. */
function focusNext(button: Element): void {
  const row = button.closest('li');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const to =
    next?.querySelector<HTMLElement>('.layout-drop-column') ?? document.querySelector<HTMLElement>('.layout-add');
  to?.focus();
}
