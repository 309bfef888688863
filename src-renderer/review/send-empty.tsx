import { useState } from 'react';
import { call } from '../state/ipc-client';
import { announce } from '../state/announcements';
import { chosenStore, useAppState } from '../state/app-state';
import { text } from '../text';
import { useOperation } from './reviews-state';
import { pickFiles } from './sheet-input';
import { pasteByButton, takeFiles } from './take-files';

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

const practiceOrders = 12;

/** On a practice store: new orders of the practice market, as a file, to try the whole way with. */
function PracticeTry() {
  const store = useAppState(chosenStore);
  const [busy, setBusy] = useState(false);
  if (!store?.practice) return null;
  async function make(): Promise<void> {
    if (!store) return;
    setBusy(true);
    const answer = await call('practice-orders', { storeId: store.id, count: practiceOrders });
    setBusy(false);
    if (!answer.ok) return announce(words.practiceFailed);
    const { fileName, rows } = answer.value;
    const table = rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n');
    takeFiles([new File([table], fileName.replace(/\.\w+$/u, '.tsv'))]);
  }
  return (
    <button type="button" className="button large" disabled={busy} onClick={() => void make()}>
      {words.practiceTry}
    </button>
  );
}
