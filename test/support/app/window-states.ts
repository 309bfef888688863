import { firstStates } from './window-states/first-states';
import { reviewStates } from './window-states/review-states';
import { sendingStates } from './window-states/sending-states';
import { settingsStates } from './window-states/settings-states';
import { troubleStates } from './window-states/trouble-states';
import type { WindowState } from './window-states/window-state';

/**
 * In this order, in one app on an empty data folder, each reached from the one before: what `npm run screenshots` draws
 * and the axe story walks.
 */
export const windowStates: readonly WindowState[] = [
  ...firstStates,
  ...troubleStates,
  ...settingsStates,
  ...reviewStates,
  ...sendingStates,
];
