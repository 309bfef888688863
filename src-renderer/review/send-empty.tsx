import { useState } from 'react';
import { chosenStore, useAppState } from '../state/app-state';
import { text } from '../text';
import { useOperation } from './reviews-state';
import { pickFiles } from './sheet-input';
import { pasteByButton } from './take-files';
import { tryPractice } from './try-practice';

const words = text.send;

/** Before any file: one large place to drop on, and the other ways in. */
export function SendEmpty() {
  const stock = useOperation() === 'stock';
  return (
    <div className="drop-area">
      <svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
        <path
          d="M8 20 28 10l20 10v18L28 48 8 38zM8 20l20 9 20-9M28 29v19M18 15l20 10"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinejoin="round"
        />
      </svg>
      <h2>{stock ? text.stock.empty : words.emptyTitle}</h2>
      <p>{stock ? text.stock.emptyHint : words.emptyHint}</p>
      <div className="row-acts">
        <button type="button" className="button primary large" onClick={pickFiles}>
          {words.pickFile}
        </button>
        <button type="button" className="button large" onClick={pasteByButton}>
          {words.pasteTable}
        </button>
        <PracticeTry />
      </div>
    </div>
  );
}

/** On a practice store: new orders of the practice market, as a file, to try the whole way with. */
function PracticeTry() {
  const store = useAppState(chosenStore);
  const [busy, setBusy] = useState(false);
  if (!store?.practice) return null;
  async function make(): Promise<void> {
    if (!store) return;
    setBusy(true);
    await tryPractice(store.id);
    setBusy(false);
  }
  return (
    <button type="button" className="button large" disabled={busy} onClick={() => void make()}>
      {words.practiceTry}
    </button>
  );
}
