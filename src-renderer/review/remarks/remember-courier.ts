import { call } from '../../state/ipc-client';
import { useAppState } from '../../state/app-state';
import { leavesCourierOpen } from '../../../src-preload/contract/markets/naver/courier-aliases';
import { foldName } from '../../../src-preload/contract/markets/naver/fold-name';

/** Keeps which courier a spelling means, so that the next file does not ask; only if the seller wants that, and it would. */
export async function rememberCourier(spelling: string, code: string): Promise<void> {
  const folded = foldName(spelling);
  const { settings, memory } = useAppState.getState();
  if (folded === '' || !leavesCourierOpen(spelling) || !settings.rememberCouriers || memory.couriers[folded] === code)
    return;
  useAppState.setState({ memory: { ...memory, couriers: { ...memory.couriers, [folded]: code } } });
  await call('mappings-remember', { courier: { spelling: folded.slice(0, 100), code } });
}
