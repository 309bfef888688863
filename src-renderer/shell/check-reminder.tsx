import { CheckActions, checkWords, isCheckDue } from '../features/settings/check-line';
import { useSlowNow } from '../ui/clock';
import { Icon } from '../ui/icons';
import { useAppState } from '../state/app-state';

/** One calm band, for the first store that is due. */
export function CheckReminder() {
  const stores = useAppState((state) => state.stores);
  const now = useSlowNow();
  // 설정 says it in the card of the store itself.
  const inSettings = useAppState((state) => state.place === 'settings');
  const store = stores.find((each) => isCheckDue(each, now));
  if (!store || inSettings) return null;
  const { title, body } = checkWords(store, now);
  return (
    <section className="notice banner calm" aria-label={title} data-testid="check-reminder">
      <Icon name="clock" size={18} />
      <p className="grow">
        <strong>{title}</strong> {body}
      </p>
      <CheckActions store={store} />
    </section>
  );
}
