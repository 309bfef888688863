/**
 * How a cell stands towards the keyboard, as in Excel: `ready` shows its value and is replaced by whatever is typed,
 * `typing` holds a new value that any arrow ends, `editing` (F2, a double click) corrects the value with a caret.
 */
export type CellMode = 'ready' | 'typing' | 'editing';

/** Where the keyboard goes once a cell is done with. */
export type CellExit = 'down' | 'up' | 'left' | 'right';

/** What a key does in a cell that can be typed into. */
export type CellAction =
  /** Belongs to the input method, which will say itself what it made of it. */
  | 'compose'
  /** The value with the caret at its end. */
  | 'edit'
  /** An empty value at once. */
  | 'clear'
  /** An empty value to type into. */
  | 'empty'
  /** The value as it was before. */
  | 'cancel'
  /** Moves the caret, not the keyboard. */
  | 'caret'
  /** Ends what was typed and walks the grid. */
  | 'walk'
  /** Does nothing: the field behind the cell has nothing of its own to bring back. */
  | 'nothing'
  /** As the field itself takes it. */
  | 'field'
  | { leave: CellExit };

export interface CellKey {
  /** With Ctrl or Cmd the Latin letter, whatever the keyboard writes. */
  key: string;
  shift: boolean;
  /** Ctrl, Cmd or Alt. */
  command: boolean;
  /** A syllable is being composed, or the key went to the input method. */
  composing: boolean;
}

/** With Ctrl or Cmd: all, copy, fill, paste, redo, undo, cut. */
const textKey = /^[acdvxyz]$/iu;

const walking = /^(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/u;

/** What a key means in a cell, by Excel's rules: in a cell that is not edited nothing is ever added to its value. */
export function actionOfKey(mode: CellMode, { key, shift, command, composing }: CellKey): CellAction {
  if (composing) return 'compose';
  if (key === 'F2') return 'edit';
  if (key === 'Enter' && !command) return { leave: shift ? 'up' : 'down' };
  if (mode === 'ready') {
    // Tab leaves a table that is not being edited: the field lets it go.
    if (command) return /^[zy]$/iu.test(key) ? 'nothing' : 'field';
    if (key === 'Delete') return 'clear';
    if (key === 'Backspace') return 'empty';
    return 'field';
  }
  if (key === 'Tab' && !command) return { leave: shift ? 'left' : 'right' };
  if (key === 'Escape') return 'cancel';
  // All of the text, not all of the table: what an edited text answers to is not the grid's.
  if (command && textKey.test(key)) return 'caret';
  if (walking.test(key)) return mode === 'editing' || shift || command ? 'caret' : 'walk';
  return 'field';
}
