import type { EndedRestore } from '../src-preload/contract/backup';
import type { LeftBehind } from '../src-preload/contract/store';
import { hasTestAddress } from './environment';
import type { Services } from './bridge/handlers';
import type { KeychainState } from '../src-preload/contract/keychain-states';
import type { Surroundings } from './surroundings';

/** What the window learns of the app with its first question. */
export function aboutApp(
  { version, platform, environment, safe }: Surroundings,
  known: {
    keychain: KeychainState;
    endedRestore: EndedRestore | undefined;
    leftBehind: LeftBehind | undefined;
  },
): Services['about'] {
  const { keychain, endedRestore, leftBehind } = known;
  return {
    version,
    platform,
    keychain,
    testAddress: hasTestAddress(environment),
    ignoredVariables: environment.ignored.map(({ name }) => name),
    isSafe: safe === true,
    ...(endedRestore === undefined ? {} : { endedRestore }),
    ...(leftBehind === undefined ? {} : { leftBehind }),
  };
}
