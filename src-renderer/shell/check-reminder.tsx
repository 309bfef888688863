import { CheckActions, checkTitle, isCheckDue } from '../features/settings/check-line';
import { useSlowNow } from '../ui/clock';
import { Icon } from '../ui/icons';
import { text } from '../text';
import { useAppState } from '../state/app-state';

const words = text.settings.check;

/** One calm band, for the first store that is due. */
export function CheckReminder() {
  const stores = useAppState((state) => state.stores);
  const now = useSlowNow();
  // 설정 says it in the card of the store itself.
  const inSettings = useAppState((state) => state.place === 'settings');
  const store = stores.find((each) => isCheckDue(each, now));
  if (!store || inSettings) return null;
  return (
    <section className="notice banner calm" aria-label={checkTitle(store)} data-testid="check-reminder">
      <Icon name="clock" size={18} />
      <p className="grow">
        <strong>{checkTitle(store)}</strong> {words.body}
      </p>
      <CheckActions store={store} />
    </section>
  );
}
