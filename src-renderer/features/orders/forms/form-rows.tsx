import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { FormLayout } from '../../../../src-preload/contract/courier-forms/layouts';
import type { FormProblem } from '../../../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { columnLetter } from '../../../sheets/table-to-xlsx';
import { koreanMinute } from '../../../../src-preload/contract/korean-time';
import { Icon } from '../../../ui/icons';
import { StateShape, type StateName } from '../../../ui/shapes';
import { text } from '../../../text';
import { changeForm, layoutOf, moveActive, rowsToSave, takeAll, takeRow, useForm, type FormRow } from './form-state';
import { shownColumns } from './shown-columns';

const words = text.forms;
/** Rows of one group that are drawn; all of them go into the file. */
const mostDrawn = 300;

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
  useEffect(() => {
    if (active !== undefined) document.getElementById(rowId(active))?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined) moveActive(Number.isFinite(step) ? step : Math.sign(step) * rows.length);
    else if (event.key === ' ' && active !== undefined) takeRow(active, out.includes(active));
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) takeAll(true);
    else return;
    event.preventDefault();
  };
  return (
    <div
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
            aria-label={words.pickAll}
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
        <Group
          key={problem}
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
          {own.slice(0, mostDrawn).map((row) => (
            <Row key={row.productOrderIds[0]} row={row} layout={layout} shown={shown} />
          ))}
        </Group>
      ))}
      {ready.length === 0 ? null : (
        <Group
          shape="ready"
          title={words.groups.ready}
          hint={words.ordersInRows(
            ready.reduce((sum, { productOrderIds }) => sum + productOrderIds.length, 0),
            ready.length,
          )}
        >
          {ready.slice(0, mostDrawn).map((row) => (
            <Row key={row.productOrderIds[0]} row={row} layout={layout} shown={shown} />
          ))}
        </Group>
      )}
      <NotAmong onAgain={(ids) => void changeForm(storeId, { again: [...again, ...ids] })} />
    </div>
  );
}

interface GroupProps {
  shape: StateName;
  title: string;
  hint: string;
  act?: ReactNode;
  isFolded?: boolean;
  testId?: string;
  children: ReactNode;
}

function Group({ shape, title, hint, act, isFolded = false, testId, children }: GroupProps) {
  const [isOpen, setOpen] = useState(!isFolded);
  return (
    <>
      <div className="form-group" role="row">
        <div role="gridcell">
          <button
            type="button"
            className="fold-button"
            data-testid={testId}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'unfolded' : 'folded'} />
            <StateShape name={shape} />
            <b>{title}</b> <span className="group-count">{hint}</span>
          </button>
          {act}
        </div>
      </div>
      {isOpen ? children : null}
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

/** What is on a form already, and what is not put on one, with the reason of each. */
function NotAmong({ onAgain }: { onAgain(ids: readonly string[]): void }) {
  const form = useForm();
  const { already = [], leftOut = [] } = form.preview ?? {};
  const [last] = already.toSorted((one, other) => other.madeAt - one.madeAt);
  const reasons = (['not-to-be-sent', 'has-number', 'not-open'] as const).flatMap((why) => {
    const count = leftOut.filter((each) => each.why === why).length;
    return count === 0 ? [] : [`${words.why[why]} ${words.orders(count)}`];
  });
  return (
    <>
      {last === undefined ? null : (
        <Group
          shape="queue"
          title={words.groups.already}
          hint={`${words.orders(already.length)} · ${words.wentOut(koreanMinute(last.madeAt).slice(5), layoutOf(form, last.layout).name)}`}
          isFolded
          testId="form-already"
          act={
            <button
              type="button"
              className="button small plain"
              data-testid="form-again"
              onClick={() => onAgain(already.map(({ productOrderId }) => productOrderId))}
            >
              {words.again}
            </button>
          }
        >
          {already.slice(0, mostDrawn).map(({ productOrderId, recipient = '', product = '', madeAt, layout }) => (
            <p key={productOrderId} className="form-aside" role="row">
              <span role="gridcell">
                {[recipient, product, words.wentOut(koreanMinute(madeAt).slice(5), layoutOf(form, layout).name)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </p>
          ))}
        </Group>
      )}
      {leftOut.length === 0 ? null : (
        <Group
          shape="none"
          title={words.groups.leftOut}
          hint={[words.orders(leftOut.length), ...reasons].join(' · ')}
          isFolded
        >
          {leftOut.slice(0, mostDrawn).map(({ productOrderId, why }) => (
            <p key={productOrderId} className="form-aside" role="row">
              <span role="gridcell">
                …{productOrderId.slice(-4)} · {words.why[why]}
              </span>
            </p>
          ))}
        </Group>
      )}
    </>
  );
}
