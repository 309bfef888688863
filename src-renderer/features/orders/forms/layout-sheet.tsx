import { useRef } from 'react';
import { formValues, hasReference, layoutBounds } from '../../../../src-preload/contract/courier-forms/layouts';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { keyWords } from '../../../ui/act-keys';
import { Icon } from '../../../ui/icons';
import { LineIcon } from '../../../ui/shapes';
import { SideSheet } from '../../../ui/side-sheet';
import { text } from '../../../text';
import { LayoutColumn } from './layout-column';
import {
  addColumn,
  closeLayout,
  dropLayout,
  exportLayout,
  importLayout,
  isKept,
  learnLayout,
  resetLayout,
  saveLayout,
  useLayout,
} from './layout-state';

const words = text.forms.edit;

/** 양식 고치기: which columns a form has, in which order, and what stands in them. */
export function LayoutSheet({ storeId }: { storeId: StoreId }) {
  const { isOpen, from, name, format, memoLetters, columns, busy } = useLayout();
  const sample = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  if (!isOpen) return null;
  return (
    <>
      <div className="side-scrim" aria-hidden="true" />
      <SideSheet
        open
        title={words.title}
        closeLabel={text.shortcuts.withKeys(words.close, keyWords({ key: 'Escape' }))}
        closeId="layout-close"
        first=".layout-name"
        className="layout-sheet"
        onClose={closeLayout}
        onFile={(dropped) => void learnLayout(dropped)}
        foot={
          <>
            <button type="button" className="button plain small" data-testid="layout-export" onClick={exportLayout}>
              {words.export}
            </button>
            <button
              type="button"
              className="button plain small"
              data-testid="layout-import"
              onClick={() => file.current?.click()}
            >
              {words.import}
            </button>
            {isKept(from) ? (
              <button
                type="button"
                className="button plain small"
                data-testid="layout-drop"
                onClick={() => void dropLayout(storeId)}
              >
                {words.drop}
              </button>
            ) : null}
            <span className="grow" />
            <button type="button" className="button small" data-testid="layout-reset" onClick={resetLayout}>
              {words.reset}
            </button>
            <button
              type="button"
              className="button small lead"
              data-testid="layout-save"
              disabled={busy !== undefined}
              onClick={() => void saveLayout(storeId)}
            >
              {busy === 'saving' ? words.saving : words.save}
            </button>
          </>
        }
      >
        <div className="layout-top">
          <label className="grow">
            <span>{words.name}</span>
            <input
              className="input layout-name"
              data-testid="layout-name"
              maxLength={layoutBounds.nameLetters}
              value={name}
              onChange={(event) => useLayout.setState({ name: event.target.value })}
            />
          </label>
          <label>
            <span>{words.format}</span>
            <select
              className="select"
              data-testid="layout-format"
              value={format}
              onChange={(event) => useLayout.setState({ format: event.target.value === 'xls' ? 'xls' : 'xlsx' })}
            >
              <option value="xlsx">.xlsx</option>
              <option value="xls">.xls</option>
            </select>
          </label>
          {columns.some(({ puts }) => puts === 'memo') ? (
            <label className="layout-letters">
              <span>{words.memoLetters}</span>
              <input
                className="input"
                data-testid="layout-memo-letters"
                inputMode="numeric"
                maxLength={4}
                value={memoLetters}
                onChange={(event) => useLayout.setState({ memoLetters: event.target.value })}
              />
            </label>
          ) : null}
          <button
            type="button"
            className="button"
            data-testid="layout-learn"
            disabled={busy !== undefined}
            onClick={() => sample.current?.click()}
          >
            {busy === 'learning' ? words.learning : words.learn}
          </button>
          <input
            ref={sample}
            type="file"
            hidden
            data-testid="layout-sample"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) void learnLayout(chosen);
              event.target.value = '';
            }}
          />
          <input
            ref={file}
            type="file"
            hidden
            accept=".json"
            data-testid="layout-file"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) void importLayout(chosen);
              event.target.value = '';
            }}
          />
        </div>
        <p className="faint">{words.help(keyWords({ alt: true, key: '↑↓' }))}</p>
        <div className="layout-head" aria-hidden="true">
          <span />
          <span />
          <span>{words.header}</span>
          <span>{words.puts}</span>
          <span>{words.firstRow}</span>
          <span />
        </div>
        <ol className="layout-columns">
          {columns.map((column, at) => (
            <LayoutColumn key={column.key} column={column} at={at} values={formValues} />
          ))}
        </ol>
        <button type="button" className="button plain link layout-add" data-testid="layout-add" onClick={addColumn}>
          <Icon name="plus" />
          {words.add}
        </button>
        <p className="layout-why">
          <LineIcon name="link" />
          {hasReference({ columns }) ? words.withReference : text.forms.noReference}
        </p>
      </SideSheet>
    </>
  );
}
