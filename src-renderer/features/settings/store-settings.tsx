import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { openForm, useSettings } from './settings-state';
import { StoreCard } from './store-card';
import { StoreForm } from './store-form';
import { UnreadSettings } from './unread-settings';

/** 스토어: each with its connection, the chosen one first, and the form that connects another. */
export function StoreSettings() {
  const stores = useAppState((state) => state.stores);
  const chosen = useAppState((state) => state.chosen);
  const form = useSettings((state) => state.form);
  const edited = stores.find((store) => store.id === form);
  const sorted = [...stores.filter((store) => store.id === chosen), ...stores.filter((store) => store.id !== chosen)];
  return (
    <>
      <div className="settings-head">
        <h2>{text.settings.stores}</h2>
        <button
          type="button"
          // An open form has the filled button.
          className={form !== undefined || stores.some((store) => !store.practice) ? 'button' : 'button primary'}
          data-testid="store-add"
          onClick={() => openForm('new')}
        >
          {text.settings.add}
        </button>
      </div>
      <UnreadSettings />
      {stores.length === 0 ? <p>{text.settings.empty}</p> : null}
      {form === 'new' ? <StoreForm key="new" /> : null}
      {edited ? <StoreForm key={edited.id} store={edited} /> : null}
      {sorted.map((store) => (
        <StoreCard key={store.id} store={store} />
      ))}
    </>
  );
}
