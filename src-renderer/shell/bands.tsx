import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { text } from '../text';
import { chosenStore, isTestStore, useAppState } from '../state/app-state';

const lastCountKey = 'bands';

/** How many bands the window had last time; the first start has one, of the practice store. */
function lastCount(): number {
  const stored = Number(localStorage.getItem(lastCountKey) ?? 1);
  return Number.isInteger(stored) && stored >= 0 && stored <= 3 ? stored : 1;
}

/**
 * What must be seen all the time: practice, a test address, a keychain that cannot be used. Until that is known the
 * bands of last time keep their places empty, so that nothing below moves under a pointer that is about to press.
 */
export function Bands() {
  const isStarting = useAppState((state) => state.phase === 'starting');
  const isPractice = useAppState((state) => chosenStore(state)?.practice ?? false);
  const isAtTestAddress = useAppState((state) => state.chosen !== undefined && isTestStore(state, state.chosen));
  const isTestRun = useAppState((state) => state.testAddress);
  const keychain = useAppState((state) => state.keychain);
  const [reserved] = useState(lastCount);
  const bands: ReactElement[] = [];
  if (isPractice) {
    bands.push(
      <p key="practice" className="band practice-band">
        {text.shell.practiceBand}
      </p>,
    );
  }
  if (isAtTestAddress || isTestRun) {
    bands.push(
      <p key="test" className="band test-band">
        <b>{text.shell.testAddressBand}</b>{' '}
        <span>{isAtTestAddress ? text.shell.testAddressHint : text.shell.testAddressNext}</span>
      </p>,
    );
  }
  if (keychain !== 'works' && keychain !== 'lost') {
    bands.push(
      <p key="keychain" className="band key-band" data-testid="keychain-band">
        <b>{text.shell.keychain[keychain].title}</b> <span>{text.shell.keychain[keychain].body}</span>
      </p>,
    );
  }
  const count = bands.length;
  useEffect(() => {
    if (!isStarting) localStorage.setItem(lastCountKey, String(count));
  }, [isStarting, count]);
  return (
    <aside className="bands">
      {isStarting
        ? Array.from({ length: reserved }, (_, at) => <p key={at} className="band reserved" aria-hidden="true" />)
        : bands}
    </aside>
  );
}
