import { cleanup, render } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import type { Store } from '../../../../src-preload/contract/store';
import { StoreCard } from '../../../../src-renderer/features/settings/store-card';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { text } from '../../../../src-renderer/text';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const store: Store = {
  id: storeIdSchema.parse(randomUUID()),
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'app-1',
  hasSecrets: true,
  confirmFirst: 'ask',
};

afterEach(cleanup);

it('the card of a store that was saved under a test address says so, also in a run without one', () => {
  createFakeBridge({});
  useAppState.setState({ phase: 'ready', keychain: 'works', testAddress: false, stores: [store], statuses: [] });
  const address = 'http://127.0.0.1:1';
  const sentence = text.settings.testAddress(address);
  expect(render(<StoreCard store={{ ...store, testAddress: address }} />).container.textContent).toContain(sentence);
  expect(render(<StoreCard store={store} />).container.textContent).not.toContain(text.shell.testAddressBand);
});
