import { useState } from 'react';
import type { Store } from '../../src-preload/contract/store';
import { testWords } from '../features/settings/test-words';
import { announce } from '../state/announcements';
import { call } from '../state/ipc-client';
import { text } from '../text';

/** Tests the store; the main process lifts the pause itself when the test is good. */
export function Reconnect({ store, filled = false }: { store: Store; filled?: boolean }) {
  const [busy, setBusy] = useState(false);
  async function test(): Promise<void> {
    setBusy(true);
    const answer = await call('stores-test', { storeId: store.id });
    setBusy(false);
    announce(answer.ok ? testWords(store, answer.value) : text.shell.callFailed);
  }
  return (
    <button
      type="button"
      className={filled ? 'button small primary' : 'button small'}
      disabled={busy}
      onClick={() => void test()}
    >
      {busy ? text.settings.testing : text.shell.banner.reconnect}
    </button>
  );
}
