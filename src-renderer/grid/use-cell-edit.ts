import { useLayoutEffect, useRef, useState } from 'react';
import type { ChangeEvent, ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { useComposedEscape } from '../ui/composed-escape';
import { actionOfKey } from './cell-keys';
import type { CellExit, CellMode } from './cell-keys';
import { shortcutLetter } from './grid-key';
import { isLedFromOutside } from './led-from-outside';

interface Options {
  /** The field, for one who must bring the keyboard back to it. */
  ref?: RefObject<HTMLInputElement | null>;
  value: string;
  commit(value: string): void;
  leave(exit: CellExit): void;
  /** Keys that a list under the cell takes first: true where it did. */
  listKey?(event: KeyboardEvent<HTMLInputElement>): boolean;
  /** What stands in for the typed text when a key ends it; undefined leaves the cell as it was. The text itself unless given. */
  meant?(typed: string): string | undefined;
  /** F2, Alt+arrow down and a double click, where the cell has its own way of choosing. */
  onEdit?(): void;
  /** The keyboard went elsewhere with something typed: `drop` takes it back, as a list that is closed does. */
  onAway?: 'keep' | 'drop';
}

export interface CellEdit {
  mode: CellMode;
  /** What stands in the field: nothing while the cell is ready. */
  draft: string;
  /** Back to the value, as Escape does. */
  cancel(): void;
  /** For the one input of the cell. */
  field: {
    ref: RefObject<HTMLInputElement | null>;
    className: string;
    value: string;
    autoComplete: 'off';
    spellCheck: false;
    onChange(event: ChangeEvent<HTMLInputElement>): void;
    onCompositionStart(): void;
    onCompositionEnd(): void;
    onMouseDown(): void;
    onDoubleClick(): void;
    onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
    onCopy(event: ClipboardEvent<HTMLInputElement>): void;
    onCut(event: ClipboardEvent<HTMLInputElement>): void;
    onBlur(): void;
  };
}

/**
 * The one rule of typing in a cell. The active cell has a real field, and that field is empty until something is typed:
 * so the first key replaces the whole value whatever happened before (Escape, a second click, a value that changed from
 * elsewhere), and the first syllable of an input method is composed where it will stand.
 */
export function useCellEdit({
  value,
  commit,
  leave,
  listKey,
  meant,
  onEdit,
  onAway = 'keep',
  ...given
}: Options): CellEdit {
  const own = useRef<HTMLInputElement>(null);
  const ref = given.ref ?? own;
  const [mode, setMode] = useState<CellMode>('ready');
  const [draft, setDraft] = useState('');
  // What leaving must do is known only when it happens: the newest text, unless Escape took it back.
  const pending = useRef<string | undefined>(undefined);

  useLayoutEffect(() => (isLedFromOutside() ? undefined : ref.current?.focus({ preventScroll: true })), [ref]);
  // Only as editing begins: afterwards the caret is the seller's.
  const caretToEnd = useRef(false);
  useLayoutEffect(() => {
    if (caretToEnd.current) ref.current?.setSelectionRange(draft.length, draft.length);
    caretToEnd.current = false;
  });

  function become(next: CellMode, text: string, newest: string | undefined): void {
    pending.current = newest;
    setDraft(text);
    setMode(next);
  }
  function write(next: string | undefined): void {
    if (next !== undefined && next !== value) commit(next);
  }
  function settle(): void {
    const typed = pending.current;
    become('ready', '', undefined);
    if (typed !== undefined) write(meant ? meant(typed) : typed);
  }
  function keepWhatWasTyped(): void {
    const typed = pending.current;
    pending.current = undefined;
    if (typed !== undefined && onAway === 'keep') write(typed);
  }
  const newestKeep = useRef(keepWhatWasTyped);
  useLayoutEffect(() => {
    newestKeep.current = keepWhatWasTyped;
  });
  // A cell that goes away while it is edited (its tab closes, the keyboard walks on) keeps what was typed.
  useLayoutEffect(() => () => newestKeep.current(), []);

  function edit(): void {
    if (onEdit) return onEdit();
    if (mode === 'editing') return;
    caretToEnd.current = mode === 'ready';
    if (mode === 'ready') become('editing', value, undefined);
    else setMode('editing');
  }
  const cancel = (): void => become('ready', '', undefined);

  const escape = useComposedEscape(cancel);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const act = actionOfKey(mode, {
      key: shortcutLetter(event) ?? event.key,
      shift: event.shiftKey,
      command: event.ctrlKey || event.metaKey || event.altKey,
      composing: escape.isComposed(event),
    });
    if (act === 'compose') return event.stopPropagation();
    if (mode !== 'ready' && listKey?.(event) === true) return event.stopPropagation();
    if (mode === 'ready' && onEdit && event.altKey && event.key === 'ArrowDown') {
      take(event);
      return onEdit();
    }
    if (typeof act === 'object') {
      settle();
      take(event);
      return leave(act.leave);
    }
    switch (act) {
      case 'edit':
        take(event);
        return edit();
      case 'clear':
        take(event);
        return write('');
      case 'empty':
        take(event);
        return become('typing', '', '');
      case 'cancel':
        take(event);
        return cancel();
      case 'nothing':
        return event.preventDefault();
      case 'caret':
        return event.stopPropagation();
      case 'walk':
        // The grid moves on; at its edge it stays here, and what was typed counts all the same.
        return settle();
      case 'field':
        return undefined;
    }
  }

  function copy(event: ClipboardEvent<HTMLInputElement>): void {
    if (mode !== 'ready') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', value);
  }

  return {
    mode,
    draft,
    cancel,
    field: {
      ref,
      className: mode === 'ready' ? 'cell-input' : 'cell-input editing',
      value: draft,
      autoComplete: 'off',
      spellCheck: false,
      onChange: (event) => become(mode === 'ready' ? 'typing' : mode, event.target.value, event.target.value),
      onCompositionStart: () => (mode === 'ready' ? setMode('typing') : undefined),
      onCompositionEnd: escape.onCompositionEnd,
      // A click into text that is being typed places the caret: from there on the arrows move it.
      onMouseDown: () => (mode === 'typing' ? setMode('editing') : undefined),
      onDoubleClick: () => (mode === 'ready' ? edit() : undefined),
      onKeyDown,
      onCopy: copy,
      onCut: (event) => {
        copy(event);
        if (mode === 'ready') write('');
      },
      onBlur: () => {
        keepWhatWasTyped();
        cancel();
      },
    },
  };
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
