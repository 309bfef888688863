import { useRef } from 'react';
import { text } from '../../text';
import { takeFiles } from './take-files';

/** The one file input of the window, out of sight; buttons press it. */
export function SheetInput() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <input
      ref={input}
      className="hidden-words"
      type="file"
      id="sheet-input"
      data-testid="sheet-input"
      aria-label={text.send.sheetInput}
      tabIndex={-1}
      multiple
      onChange={(event) => {
        takeFiles([...(event.target.files ?? [])]);
        // The same file, corrected and picked again, must count as a change.
        event.target.value = '';
      }}
    />
  );
}

/** Opens the system's file dialog. */
export function pickFiles(): void {
  document.getElementById('sheet-input')?.click();
}
