import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface Props {
  value: string;
  label: string;
  active: boolean;
  /** What the cell shows while the keyboard is elsewhere. */
  children: ReactNode;
  commit(value: string): void;
  leave(key: 'Enter' | 'Escape'): void;
}

/**
 * A cell of text that can be corrected. While active it is a real input with everything selected, so that typing
 * replaces and a Korean syllable is composed where it will stand; F2 or a double click edits what is there. Until then
 * the arrows walk the grid.
 */
export function CellEditor(props: Props) {
  return props.active ? <Editor {...props} /> : <div className="cell-text">{props.children}</div>;
}

function Editor({ value, label, commit, leave }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(value);
  const [editing, setEditing] = useState(false);
  const shown = useRef(value);
  // What leaving must do is known only when it happens: the newest draft, unless Escape took it back.
  const pending = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  useLayoutEffect(() => {
    // The line was changed from elsewhere (a mend) while nothing was typed here.
    if (pending.current === undefined && value !== shown.current) {
      shown.current = value;
      setDraft(value);
    }
  }, [value]);

  function settle(): void {
    const next = pending.current;
    pending.current = undefined;
    if (next !== undefined && next !== value) commit(next);
  }
  const newestSettle = useRef(settle);
  useLayoutEffect(() => {
    newestSettle.current = settle;
  });
  // A cell that goes away while it is edited (its tab closes, the keyboard walks on) keeps what was typed.
  useLayoutEffect(() => () => newestSettle.current(), []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // keyCode 229: the key belongs to the input method, which will say itself what it made of it.
    if (event.nativeEvent.isComposing || event.keyCode === 229) {
      event.stopPropagation();
      return;
    }
    if (event.key === 'F2') {
      event.preventDefault();
      setEditing(true);
      input.current?.select();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      settle();
      setEditing(false);
      leave('Enter');
      return;
    }
    if (event.key === 'Escape' && (editing || pending.current !== undefined)) {
      event.preventDefault();
      event.stopPropagation();
      pending.current = undefined;
      setDraft(value);
      setEditing(false);
      return;
    }
    const walks = /^(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/u.test(event.key);
    if (walks && editing && !/Up|Down/u.test(event.key)) event.stopPropagation();
  }

  return (
    <input
      ref={input}
      className={editing ? 'cell-input editing' : 'cell-input'}
      aria-label={label}
      value={draft}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        pending.current = event.target.value;
        setDraft(event.target.value);
        setEditing(true);
      }}
      onDoubleClick={() => setEditing(true)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        settle();
        setEditing(false);
      }}
    />
  );
}
