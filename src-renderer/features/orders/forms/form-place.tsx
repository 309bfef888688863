import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { hasReference } from '../../../../src-preload/contract/courier-forms/layouts';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { onePress } from '../../../ui/one-press';
import { LineIcon, StateShape } from '../../../ui/shapes';
import { useFocusFallback } from '../../../ui/use-focus-fallback';
import { text } from '../../../text';
import { FormPanel } from './form-panel';
import { FormRows } from './form-rows';
import { FormSender } from './form-sender';
import { changeForm, closeForm, layoutOf, layoutsOf, rowsToSave, saveForm, useForm } from './form-state';
import { LayoutSheet } from './layout-sheet';
import { openLayout, useLayout } from './layout-state';

const words = text.forms;

/** The rows as they will stand in the courier's file, what is not among them and why, and what was made before. */
export function FormPlace({ storeId }: { storeId: StoreId }) {
  const form = useForm();
  const { preview, layout, only, oneRowAParcel, failed, busy, isBehind } = form;
  const chosen = layoutOf(form, layout);
  const drawn = form.drawn ?? chosen;
  const place = useRef<HTMLElement>(null);
  useFocusFallback(place, '.form-grid');
  const rows = preview?.rows ?? [];
  const looks = rows.filter(({ problems }) => problems.length > 0).length;
  const going = rowsToSave(form);
  const orders = going.reduce((sum, { productOrderIds }) => sum + productOrderIds.length, 0);
  const facts = [
    [rows.length - looks, words.facts.ready, ''],
    [looks, words.facts.look, ' look'],
    [preview?.already.length ?? 0, words.facts.already, ' calm'],
    [preview?.leftOut.length ?? 0, words.facts.leftOut, ' calm'],
  ] as const;
  const shown = facts.filter(([count]) => count > 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The editor of a form lies over it, and has keys of its own.
    if (event.nativeEvent.isComposing || event.defaultPrevented || useLayout.getState().isOpen) return;
    if (event.key === 'Escape') closeForm();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!event.repeat) void saveForm(storeId);
    } else return;
    event.preventDefault();
  };
  return (
    <section
      ref={place}
      className="form-out"
      aria-label={words.grid}
      data-ready={preview !== undefined}
      onKeyDown={onKeyDown}
    >
      <div className="say">
        <h1 className="facts">
          {failed ? words.failed : preview === undefined ? words.reading : shown.length === 0 ? words.facts.none : null}
          {shown.map(([count, say, look], at) => (
            <span key={say(0)} className={`fact${look}`}>
              {at === 0 ? null : (
                <span className="fact-dot" aria-hidden="true">
                  ·
                </span>
              )}
              {look === ' look' ? <StateShape name="look" /> : null}
              {say(count)}
            </span>
          ))}
        </h1>
        <span className="grow" />
        <button type="button" className="button plain small" data-testid="form-close" onClick={closeForm}>
          <span className="form-back">
            <LineIcon name="right" />
          </span>
          {words.back}
        </button>
      </div>
      <div className="form-line">
        <label>
          <span className="faint">{words.layout}</span>
          <select
            className="select"
            data-testid="form-layout"
            value={chosen.id}
            onChange={(event) => void changeForm(storeId, { layout: event.target.value, cutMemos: [], keepMemos: [] })}
          >
            {layoutsOf(form).map(({ id, name, courier }) => (
              <option key={id} value={id}>
                {courier === undefined || id.startsWith('own') ? name : words.layoutOf(name)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button plain link"
          data-testid="layout-open"
          onClick={() => openLayout(chosen, chosen === drawn ? preview : undefined)}
        >
          {words.edit.open}
        </button>
        <i className="form-rule" />
        {preview === undefined ? null : (
          <FormSender key={JSON.stringify(preview.sender)} storeId={storeId} sender={preview.sender} />
        )}
        {only === undefined ? null : (
          <span data-testid="form-only">
            {words.only(only.length)}{' '}
            <button
              type="button"
              className="button plain link"
              data-testid="form-all"
              onClick={() => void changeForm(storeId, { only: undefined })}
            >
              {words.all}
            </button>
          </span>
        )}
        <span className="grow" />
        <label>
          <input
            type="checkbox"
            className="check"
            checked={oneRowAParcel}
            onChange={(event) => void changeForm(storeId, { oneRowAParcel: event.target.checked })}
          />
          {words.oneRow}
        </label>
      </div>
      {hasReference(drawn) ? null : <p className="form-note faint">{words.noReference}</p>}
      <div className="form-work">
        <FormRows storeId={storeId} layout={drawn} />
        <FormPanel storeId={storeId} layout={drawn} />
      </div>
      <footer className="book-foot">
        <p className="grow">{words.foot(going.length, drawn.name, drawn.format, rows.length - going.length)}</p>
        <button
          type="button"
          className="button primary large"
          data-testid="form-save"
          disabled={busy || isBehind || going.length === 0}
          onClick={onePress(() => void saveForm(storeId))}
        >
          <LineIcon name="save" />
          {busy ? words.saving : words.save(orders)}
        </button>
      </footer>
      <LayoutSheet storeId={storeId} />
    </section>
  );
}
