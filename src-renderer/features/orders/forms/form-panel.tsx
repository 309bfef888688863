import { useState } from 'react';
import type { FormLayout } from '../../../../src-preload/contract/courier-forms/layouts';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { keyWords } from '../../../ui/act-keys';
import { StateShape } from '../../../ui/shapes';
import { leavesOut, fixNumber, usePanelKeys } from '../../../ui/use-panel-keys';
import { text } from '../../../text';
import { changeForm, takeRow, useForm, type FormRow } from './form-state';
import { FormsMade } from './forms-made';

const words = text.forms;
const formPlaces = ['orders'] as const;

/** The row that is looked at: what the courier would refuse and how to mend it; below, what was made before. */
export function FormPanel({ storeId, layout }: { storeId: StoreId; layout: FormLayout }) {
  const active = useForm((state) => state.active);
  const row = useForm((state) => state.preview?.rows.find(({ productOrderIds: [first] }) => first === state.active));
  return (
    <aside className="review-panel form-panel" aria-label={words.panel.label} data-testid="form-panel">
      {row === undefined ? (
        <p className="panel-hint">{words.panel.empty}</p>
      ) : (
        <Active key={active} storeId={storeId} layout={layout} row={row} />
      )}
      <FormsMade />
    </aside>
  );
}

interface Props {
  storeId: StoreId;
  layout: FormLayout;
  row: FormRow;
}

function Active({ storeId, layout, row: { productOrderIds, cells, problems, memoOver, memo } }: Props) {
  const [isWriting, setWriting] = useState(false);
  const isOut = useForm((state) => state.out.includes(productOrderIds[0] ?? ''));
  const first = productOrderIds[0] ?? '';
  const cellOf = (puts: string): string => cells[layout.columns.findIndex((column) => column.puts === puts)] ?? '';
  const hasMemo = layout.columns.some(({ puts }) => puts === 'memo');
  const isLong = problems.includes('memo-long');
  const cut = (): void => void changeForm(storeId, { cutMemos: [...useForm.getState().cutMemos, ...productOrderIds] });
  const keep = (): void =>
    void changeForm(storeId, { keepMemos: [...useForm.getState().keepMemos, ...productOrderIds] });
  const leave = (): void => takeRow(first, isOut);
  const canLeave = problems.length === 0;
  usePanelKeys(formPlaces, (event) => {
    const number = fixNumber(event);
    if (event.repeat) return number !== undefined || leavesOut(event);
    if (number === 1 && isLong) cut();
    else if (number === 2 && hasMemo) setWriting(true);
    else if (number === 3 && isLong) keep();
    else if (leavesOut(event) && canLeave) leave();
    else return false;
    return true;
  });
  return (
    <>
      <div className="panel-title">
        <h2>{[cellOf('recipient'), cellOf('product')].filter((part) => part !== '').join(' · ')}</h2>
        <p>{[words.orders(productOrderIds.length), cellOf('phone')].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <div className="panel-remarks">
        {problems.map((problem) => (
          <div key={problem} className="panel-remark">
            <h3>
              <StateShape name="look" />
              {problem === 'memo-long' ? words.panel.memoLong(memoOver) : words.problems[problem]}
            </h3>
            <p>{problem === 'memo-long' ? words.panel.memoTakes(layout.memoLetters) : words.panel.refused}</p>
            {problem.endsWith('phone') ? <PhoneField storeId={storeId} id={first} name={cellOf('recipient')} /> : null}
          </div>
        ))}
        {memo === '' || !hasMemo || isWriting ? null : <MemoCut memo={memo} over={isLong ? memoOver : 0} />}
        {isWriting ? (
          <MemoField
            storeId={storeId}
            id={first}
            memo={memo}
            letters={layout.memoLetters}
            onDone={() => setWriting(false)}
          />
        ) : null}
      </div>
      <div className="panel-mends">
        {isLong ? (
          <button type="button" className="mend lead" data-testid="form-cut-memo" onClick={cut}>
            <span>{words.panel.cut(layout.memoLetters)}</span>
            <kbd>{keyWords({ alt: true, key: '1' })}</kbd>
          </button>
        ) : null}
        {hasMemo ? (
          <button type="button" className="mend" data-testid="form-write-memo" onClick={() => setWriting(true)}>
            <span>{words.panel.writeMemo}</span>
            <kbd>{keyWords({ alt: true, key: '2' })}</kbd>
          </button>
        ) : null}
        {isLong ? (
          <button type="button" className="mend" data-testid="form-keep-memo" onClick={keep}>
            <span>{words.panel.keepWhole}</span>
            <kbd>{keyWords({ alt: true, key: '3' })}</kbd>
          </button>
        ) : null}
        {canLeave ? (
          <button type="button" className="mend plain" data-testid="form-leave" onClick={leave}>
            <span>{isOut ? words.panel.putBack : words.panel.leave}</span>
            <kbd>{keyWords({ mod: true, key: 'Delete' })}</kbd>
          </button>
        ) : null}
      </div>
    </>
  );
}

/** The memo as it was written; what the form does not take is struck through. */
function MemoCut({ memo, over }: { memo: string; over: number }) {
  const letters = [...memo];
  const kept = letters.length - over;
  return (
    <p className="form-memo">
      {letters.slice(0, kept).join('')}
      {over > 0 ? <s>{letters.slice(kept).join('')}</s> : null}
    </p>
  );
}

interface MemoProps {
  storeId: StoreId;
  id: string;
  memo: string;
  letters: number;
  onDone(): void;
}

function MemoField({ storeId, id, memo, letters, onDone }: MemoProps) {
  const [typed, setTyped] = useState(memo);
  const keep = (): void => {
    onDone();
    if (typed !== memo) void changeForm(storeId, { memos: { ...useForm.getState().memos, [id]: typed } });
  };
  return (
    <div className="form-memo-edit">
      <textarea
        className="input"
        autoFocus
        data-testid="form-memo"
        aria-label={words.panel.memo}
        rows={4}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // Another row was pressed, say: what was written is kept. Away in another window it is still being written.
        onBlur={(event) => (document.activeElement === event.currentTarget ? undefined : keep())}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onDone();
          else if (event.key === 'Enter' && !event.shiftKey) keep();
          else return;
          event.preventDefault();
        }}
      />
      <p className={[...typed].length > letters ? 'look-ink' : 'faint'}>
        {words.panel.letters([...typed].length, letters)}
      </p>
      <button type="button" className="button small" data-testid="form-memo-keep" onClick={keep}>
        {words.panel.keepMemo}
      </button>
    </div>
  );
}

/** The market tells a stand-in for the phone of a present: the seller may know the real one. */
function PhoneField({ storeId, id, name }: { storeId: StoreId; id: string; name: string }) {
  const [typed, setTyped] = useState('');
  const keep = (): void => {
    const { phones } = useForm.getState();
    if (typed.trim() !== '' && typed !== phones[id]) void changeForm(storeId, { phones: { ...phones, [id]: typed } });
  };
  return (
    <input
      className="input"
      data-testid="form-phone"
      aria-label={words.phone(name)}
      placeholder={words.panel.phone}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? keep() : undefined)}
    />
  );
}
