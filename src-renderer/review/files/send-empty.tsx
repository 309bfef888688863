import { useState } from 'react';
import { chosenStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { LineIcon } from '../../ui/shapes';
import { DayOfOrders } from './day-of-orders';
import { RecentFiles } from './recent-files';
import { useOperation } from '../state/reviews-state';
import { pickFiles } from './sheet-input';
import { pasteByButton } from './take-files';
import { tryPractice } from './try-practice';

const words = text.send;

/** Before any file: what is due, one large place to drop on with the other ways in, and what became of the last files. */
export function SendEmpty() {
  const store = useAppState(chosenStore);
  const stock = useOperation() === 'stock';
  return (
    <div className="start">
      {stock ? null : <DayOfOrders />}
      <section className="drop-place" aria-label={words.startOfDay.dropPlace}>
        <div className="drop-area">
          <DropArt />
          <h2>{stock ? text.stock.empty : words.emptyTitle}</h2>
          <p>{stock ? text.stock.emptyHint : words.emptyHint}</p>
          <div className="drop-acts">
            <button type="button" className="button primary large" data-testid="start-pick" onClick={pickFiles}>
              {words.pickFile} <kbd>Ctrl+O</kbd>
            </button>
            <button type="button" className="button large" onClick={pasteByButton}>
              <LineIcon name="paste" />
              {words.pasteTable} <kbd>Ctrl+V</kbd>
            </button>
          </div>
        </div>
      </section>
      {store ? <RecentFiles storeId={store.id} /> : null}
      <PracticeTry />
    </div>
  );
}

/** Two sheets, and an arrow that says where they go. */
function DropArt() {
  return (
    <svg className="drop-art" viewBox="0 0 88 64" aria-hidden="true">
      <rect className="behind" x="27" y="5" width="42" height="52" rx="5" />
      <rect x="19" y="9" width="42" height="50" rx="5" />
      <path d="M27 20h26M27 28h26M27 36h26M27 44h15" />
      <circle cx="61" cy="50" r="11" />
      <path className="arrow" d="M61 45v9.4M57 50.8l4 4 4-4" />
    </svg>
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
    <p className="meta practice-try">
      {words.startOfDay.firstTime}{' '}
      <button type="button" className="inline-link" disabled={busy} onClick={() => void make()}>
        {words.practiceTry}
      </button>{' '}
      {words.startOfDay.practiceHint}
    </p>
  );
}
