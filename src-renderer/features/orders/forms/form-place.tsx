import { useState } from 'react';
import type { ReactNode } from 'react';
import { courierForms, hasReference } from '../../../../src-preload/contract/courier-forms/layouts';
import type { FormProblem } from '../../../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { koreanMinute } from '../../../../src-preload/contract/korean-time';
import { onePress } from '../../../ui/one-press';
import { StateShape } from '../../../ui/shapes';
import { text } from '../../../text';
import { FormSender } from './form-sender';
import { changeForm, closeForm, layoutOf, rowsToSave, saveForm, useForm, type FormRow } from './form-state';

const words = text.forms;
/** Rows of one group that are drawn; all of them go into the file. */
const mostDrawn = 300;

/** The rows as they will stand in the courier's file, and what is not among them and why. */
export function FormPlace({ storeId }: { storeId: StoreId }) {
  const form = useForm();
  const { preview, layout, oneRowAParcel, failed, busy, cutMemos } = form;
  const chosen = layoutOf(layout);
  const rows = preview?.rows ?? [];
  const looks = rows.filter(({ problems }) => problems.length > 0);
  const ready = rows.filter(({ problems }) => problems.length === 0);
  const going = rowsToSave(form);
  const orders = going.reduce((sum, { productOrderIds }) => sum + productOrderIds.length, 0);
  const byProblem = new Map<FormProblem, FormRow[]>();
  for (const row of looks) {
    const [first] = row.problems;
    if (first !== undefined) byProblem.set(first, [...(byProblem.get(first) ?? []), row]);
  }
  const facts = [
    [ready.length, words.facts.ready, ''],
    [looks.length, words.facts.look, ' look'],
    [preview?.already.length ?? 0, words.facts.already, ' calm'],
    [preview?.leftOut.length ?? 0, words.facts.leftOut, ' calm'],
  ] as const;
  const isEmpty = preview !== undefined && facts.every(([count]) => count === 0);
  return (
    <section className="form-out" aria-label={words.grid} data-ready={preview !== undefined}>
      <div className="say">
        <h1 className="facts">
          {failed ? words.failed : preview === undefined ? words.reading : isEmpty ? words.facts.none : null}
          {facts.map(([count, say, look]) =>
            count === 0 ? null : (
              <span key={say(0)} className={`fact${look}`}>
                {say(count)}
              </span>
            ),
          )}
        </h1>
        <span className="grow" />
        <button type="button" className="button plain link" data-testid="form-close" onClick={closeForm}>
          {words.back}
        </button>
      </div>
      <div className="form-line">
        <label>
          <span className="faint">{words.layout}</span>
          <select
            className="select"
            data-testid="form-layout"
            value={layout}
            onChange={(event) => void changeForm(storeId, { layout: event.target.value, cutMemos: [] })}
          >
            {courierForms.map(({ id, name }) => (
              <option key={id} value={id}>
                {words.layoutOf(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={oneRowAParcel}
            onChange={(event) => void changeForm(storeId, { oneRowAParcel: event.target.checked })}
          />
          {words.oneRow}
        </label>
        {hasReference(chosen) ? null : <span className="faint">{words.noReference}</span>}
      </div>
      {preview === undefined ? null : (
        <FormSender key={JSON.stringify(preview.sender)} storeId={storeId} sender={preview.sender} />
      )}
      <div className="form-scroll" data-testid="form-preview" tabIndex={0} role="region" aria-label={words.grid}>
        <table className="form-table">
          <thead>
            <tr>
              <td />
              {preview?.header.map((header, at) => (
                <th key={`${header} ${at}`} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          {[...byProblem].map(([problem, own]) => (
            <Group key={problem} storeId={storeId} problem={problem} title={words.problems[problem]} rows={own}>
              {problem === 'memo-long' ? (
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
              ) : null}
            </Group>
          ))}
          {ready.length === 0 ? null : <Group storeId={storeId} title={words.groups.ready} rows={ready} />}
        </table>
        <NotAmong storeId={storeId} />
      </div>
      <footer className="book-foot">
        <p className="grow">{words.foot(going.length, chosen.name, chosen.format)}</p>
        <button
          type="button"
          className="button primary large"
          data-testid="form-save"
          disabled={busy || going.length === 0}
          onClick={onePress(() => void saveForm(storeId))}
        >
          {words.save(orders)}
        </button>
      </footer>
    </section>
  );
}

interface GroupProps {
  storeId: StoreId;
  title: string;
  rows: readonly FormRow[];
  problem?: FormProblem;
  children?: ReactNode;
}

function Group({ storeId, title, rows, problem, children }: GroupProps) {
  const out = useForm((state) => state.out);
  const columns = layoutOf(useForm((state) => state.layout)).columns;
  return (
    <tbody>
      <tr className="form-group">
        <th colSpan={columns.length + 1} scope="rowgroup">
          {problem === undefined ? null : <StateShape name="look" />}
          {title} <span className="faint">{words.rows(rows.length)}</span> {children}
        </th>
      </tr>
      {rows.slice(0, mostDrawn).map(({ productOrderIds, cells, problems, memoOver }) => {
        const first = productOrderIds[0] ?? '';
        const name = cells[columns.findIndex(({ puts }) => puts === 'recipient')] ?? '';
        return (
          <tr key={first} data-testid="form-row" data-product-order-id={first} data-problems={problems.join(' ')}>
            <td>
              <input
                type="checkbox"
                aria-label={words.pick(name)}
                disabled={problems.length > 0}
                checked={problems.length === 0 && !out.includes(first)}
                onChange={(event) =>
                  useForm.setState({ out: event.target.checked ? out.filter((id) => id !== first) : [...out, first] })
                }
              />
            </td>
            {cells.map((cell, at) => {
              const puts = columns[at]?.puts;
              const isPhone = puts === 'phone' && problems.some((each) => each.endsWith('phone'));
              return (
                <td key={`${puts} ${at}`} title={cell}>
                  {isPhone ? <PhoneField storeId={storeId} id={first} name={name} /> : cell}
                  {puts === 'memo' && memoOver > 0 ? <span className="look-ink"> {words.over(memoOver)}</span> : null}
                </td>
              );
            })}
          </tr>
        );
      })}
    </tbody>
  );
}

/** The market tells a stand-in for the phone of a present: the seller may know the real one. */
function PhoneField({ storeId, id, name }: { storeId: StoreId; id: string; name: string }) {
  const [typed, setTyped] = useState('');
  const keep = (): void => {
    if (typed.trim() === '') return;
    void changeForm(storeId, { phones: { ...useForm.getState().phones, [id]: typed } });
  };
  return (
    <input
      className="input"
      data-testid="form-phone"
      aria-label={words.phone(name)}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? keep() : undefined)}
    />
  );
}

/** What is on a form already, and what is not put on one, with the reason of each. */
function NotAmong({ storeId }: { storeId: StoreId }) {
  const preview = useForm((state) => state.preview);
  const again = useForm((state) => state.again);
  const { already = [], leftOut = [] } = preview ?? {};
  return (
    <div className="form-rest">
      {already.length === 0 ? null : (
        <section>
          <h2>
            {words.groups.already} <span className="faint">{words.orders(already.length)}</span>{' '}
            <button
              type="button"
              className="button small plain"
              data-testid="form-again"
              onClick={() =>
                void changeForm(storeId, { again: [...again, ...already.map(({ productOrderId }) => productOrderId)] })
              }
            >
              {words.again}
            </button>
          </h2>
          <ul>
            {already.slice(0, mostDrawn).map(({ productOrderId, recipient = '', product = '', madeAt, layout }) => (
              <li key={productOrderId}>
                {[recipient, product, words.wentOut(koreanMinute(madeAt).slice(5), layoutOf(layout).name)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {leftOut.length === 0 ? null : (
        <section>
          <h2>
            {words.groups.leftOut} <span className="faint">{words.orders(leftOut.length)}</span>
          </h2>
          <ul>
            {leftOut.slice(0, mostDrawn).map(({ productOrderId, why }) => (
              <li key={productOrderId}>
                …{productOrderId.slice(-4)} · {words.why[why]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
