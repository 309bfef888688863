import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { FormLayout } from '../../../../src-preload/contract/courier-forms/layouts';
import type { FormProblem } from '../../../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { columnLetter } from '../../../sheets/table-to-xlsx';
import { keyWords } from '../../../ui/act-keys';
import { FoldGroup, useDrawn } from '../../../ui/fold-group';
import { StateShape } from '../../../ui/shapes';
import { text } from '../../../text';
import {
  changeForm,
  drawnAtFirst,
  moveActive,
  rowsToSave,
  takeAll,
  takeRow,
  useForm,
  type FormRow,
} from './form-state';
import { NotAmong } from './not-among';
import { shownColumns } from './shown-columns';

const words = text.forms;

/** Tick, state, then the columns of the file. */
const templateOf = (shown: ReturnType<typeof shownColumns>): string =>
  ['16px', '16px', ...shown.map(({ width }) => width)].join(' ');

const rowId = (first: string): string => `form-row-${first}`;

/** The rows by what is to be done with them: what would be refused by its cause, what is ready, what stays out and why. */
export function FormRows({ storeId, layout }: { storeId: StoreId; layout: FormLayout }) {
  const form = useForm();
  const { preview, active, out, cutMemos, again } = form;
  const rows = preview?.rows ?? [];
  const shown = shownColumns(layout, rows);
  const ready = rows.filter(({ problems }) => problems.length === 0);
  const byProblem = new Map<FormProblem, FormRow[]>();
  for (const row of rows) {
    const [first] = row.problems;
    if (first !== undefined) byProblem.set(first, [...(byProblem.get(first) ?? []), row]);
  }
  const going = rowsToSave(form).length;
  const list = useRef<HTMLDivElement>(null);
  // The press that opened it took its button away: the keys go on here.
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (active !== undefined) document.getElementById(rowId(active))?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    const drawn = drawnRows(event.currentTarget);
    if (step !== undefined) moveActive(drawn, Number.isFinite(step) ? step : Math.sign(step) * drawn.length);
    else if (event.key === ' ' && active !== undefined && drawn.includes(active)) takeRow(active, out.includes(active));
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) takeAll(true);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="form-grid"
      role="treegrid"
      tabIndex={0}
      aria-label={words.grid}
      aria-activedescendant={active === undefined ? undefined : rowId(active)}
      data-testid="form-preview"
      onKeyDown={onKeyDown}
    >
      <div className="form-row form-head" role="row" style={{ gridTemplateColumns: templateOf(shown) }}>
        <span role="columnheader">
          <input
            type="checkbox"
            className="check"
            aria-label={text.shortcuts.withKeys(words.pickAll, keyWords({ mod: true, key: 'a' }))}
            ref={(box) => {
              if (box !== null) box.indeterminate = going > 0 && going < ready.length;
            }}
            checked={ready.length > 0 && going === ready.length}
            onChange={(event) => takeAll(event.target.checked)}
          />
        </span>
        <span role="columnheader" aria-label={words.state} />
        {shown.map(({ at, header }) => (
          <span key={at} role="columnheader" title={header}>
            <i className="form-letter">{columnLetter(at)}</i>
            {header}
          </span>
        ))}
      </div>
      {[...byProblem].map(([problem, own]) => (
        <FoldGroup
          key={problem}
          className="form-group"
          shape="look"
          title={words.problems[problem]}
          hint={words.rows(own.length)}
          act={
            problem === 'memo-long' ? (
              <button
                type="button"
                className="button small"
                data-testid="form-cut-memos"
                onClick={() =>
                  void changeForm(storeId, { cutMemos: [...cutMemos, ...own.flatMap((row) => row.productOrderIds)] })
                }
              >
                {words.cutMemos(own.length)}
              </button>
            ) : null
          }
        >
          <Rows rows={own} layout={layout} shown={shown} />
        </FoldGroup>
      ))}
      {ready.length === 0 ? null : (
        <FoldGroup
          className="form-group"
          shape="ready"
          title={words.groups.ready}
          hint={words.ordersInRows(
            ready.reduce((sum, { productOrderIds }) => sum + productOrderIds.length, 0),
            ready.length,
          )}
        >
          <Rows rows={ready} layout={layout} shown={shown} />
        </FoldGroup>
      )}
      <NotAmong onAgain={(ids) => void changeForm(storeId, { again: [...again, ...ids] })} />
    </div>
  );
}

/** Rows that are drawn, by their first product orders: what is folded, or not drawn yet, is not worked by keys. */
function drawnRows(list: Element): string[] {
  const rows = [...list.querySelectorAll<HTMLElement>('.form-row[data-product-order-id]')];
  return rows.flatMap(({ dataset }) => dataset['productOrderId'] ?? []);
}

function Rows({ rows, layout, shown }: Omit<RowProps, 'row'> & { rows: readonly FormRow[] }) {
  const drawn = useDrawn(rows, drawnAtFirst);
  return (
    <>
      {drawn.shown.map((row) => (
        <Row key={row.productOrderIds[0]} row={row} layout={layout} shown={shown} />
      ))}
      {drawn.more}
    </>
  );
}

interface RowProps {
  row: FormRow;
  layout: FormLayout;
  shown: ReturnType<typeof shownColumns>;
}

function Row({ row: { productOrderIds, cells, problems }, layout, shown }: RowProps) {
  const first = productOrderIds[0] ?? '';
  const isActive = useForm((state) => state.active === first);
  const isTaken = useForm((state) => problems.length === 0 && !state.out.includes(first));
  const name = cells[layout.columns.findIndex(({ puts }) => puts === 'recipient')] ?? '';
  const isAmiss = (puts: string): boolean =>
    (puts === 'memo' && problems.includes('memo-long')) ||
    (puts === 'phone' && problems.some((each) => each.endsWith('phone'))) ||
    (puts === 'address' && (problems.includes('no-address') || problems.includes('covered')));
  return (
    <div
      id={rowId(first)}
      className="form-row"
      role="row"
      style={{ gridTemplateColumns: templateOf(shown) }}
      aria-selected={isActive}
      data-testid="form-row"
      data-product-order-id={first}
      data-problems={problems.join(' ')}
      onClick={() => useForm.setState({ active: first })}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          aria-label={words.pick(name)}
          disabled={problems.length > 0}
          checked={isTaken}
          onChange={(event) => takeRow(first, event.target.checked)}
        />
      </span>
      <span role="gridcell">
        <StateShape
          name={problems.length > 0 ? 'look' : 'ready'}
          label={problems.length > 0 ? words.look : words.groups.ready}
        />
      </span>
      {shown.map(({ at, puts }) => (
        <span
          key={at}
          role="gridcell"
          className={isAmiss(puts) ? 'one-line amiss' : `one-line puts-${puts}`}
          title={cells[at]}
        >
          {cells[at]}
        </span>
      ))}
    </div>
  );
}
