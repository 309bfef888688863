import { cleanup, render } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { keychainStates } from '../../../src-preload/contract/keychain-states';
import type { KeychainState } from '../../../src-preload/contract/keychain-states';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import type { Store } from '../../../src-preload/contract/store';
import { StoreCard } from '../../../src-renderer/features/settings/store-card';
import { Bands } from '../../../src-renderer/shell/bands';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';

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

function drawn(keychain: KeychainState, given: Store = store): { band: string; card: string } {
  createFakeBridge({});
  useAppState.setState({ phase: 'ready', keychain, stores: [given], chosen: given.id, statuses: [] });
  const band = render(<Bands />).container.textContent;
  const card = render(<StoreCard store={given} />).container;
  return { band, card: card.querySelector('[data-testid=store-keychain]')?.textContent ?? '' };
}

const sentences = Object.values(text.shell.keychain);

it.each(keychainStates.filter((state) => state !== 'works'))(
  'a keychain that is %s is one sentence, in the band and on the card',
  (keychain) => {
    const { band, card } = drawn(keychain);
    const { title, body } = text.shell.keychain[keychain];
    expect(card).toBe(`${title} ${body}`);
    // A lost key is a note that is read once: nothing has to be done about it before the next order.
    expect(band).toBe(keychain === 'lost' ? '' : card);
  },
);

it('the four are told apart by their first words', () => {
  expect(new Set(sentences.map(({ title }) => title)).size).toBe(keychainStates.length - 1);
});

it('a keychain that works, and a practice store, which has no secret in it, say nothing', () => {
  expect(drawn('works')).toEqual({ band: '', card: '' });
  expect(drawn('locked', { ...store, practice: true }).card).toBe('');
});
