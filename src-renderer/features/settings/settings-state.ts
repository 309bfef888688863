import { create } from 'zustand';
import { cleanText } from '../../../src-preload/contract/clean-text';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Settings } from '../../../src-preload/contract/settings';
import type { Store } from '../../../src-preload/contract/store';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { storeSaved, storeTested, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { secretsOf } from './store-draft';
import type { StoreDraft } from './store-draft';

interface SettingsState {
  /** The form that is open: for a new store, or for the secrets of one. */
  form: 'new' | StoreId | undefined;
  /** Grows with every wish for a form: one that is open already takes the keyboard again. */
  formAsks: number;
  /** Whose connection is being tested. */
  testing: StoreId | undefined;
}

/** What of 설정 is open, being tested, and was found. */
export const useSettings = create<SettingsState>()(() => ({
  form: undefined,
  formAsks: 0,
  testing: undefined,
}));

/** Opens the form for a new store or for one's secrets; undefined closes it. */
export function openForm(form: SettingsState['form']): void {
  useSettings.setState(({ formAsks }) => ({ form, formAsks: formAsks + 1 }));
}

const failures = text.settings.failures;

/** Saves a new store, or new secrets of one. Answers a sentence when it could not. */
export async function saveStore(draft: StoreDraft, store: Store | undefined): Promise<string | undefined> {
  const secrets = secretsOf(draft);
  if (!secrets && !store) return failures['secrets-needed'];
  const label = cleanText(draft.label) || text.settings.markets[draft.market];
  const answer = await call('stores-save', {
    label,
    ...(store ? { id: store.id } : {}),
    ...(secrets ? { secrets } : {}),
    ...(draft.authenticatedOn === '' ? {} : { authenticatedOn: draft.authenticatedOn }),
  });
  if (!answer.ok) {
    const { code } = answer.failure;
    if (code === 'bad-input' || code === 'not-our-window' || code === 'internal') return failures.other;
    return failures[code];
  }
  const { store: saved, status } = answer.value;
  // The event says the same a moment later; the card should be there at once.
  storeSaved(saved, status);
  useSettings.setState({ form: undefined });
  announce(text.settings.saved);
  void testStore(saved.id);
  return undefined;
}

/** Tests the connection of a store; what was found stays on its card. */
export async function testStore(storeId: StoreId): Promise<void> {
  useSettings.setState({ testing: storeId });
  const answer = await call('stores-test', { storeId });
  // The event says the same a moment later; the card should not show the test before meanwhile.
  if (answer.ok) storeTested(storeId, { at: Date.now(), report: answer.value });
  useSettings.setState(({ testing }) => ({ testing: testing === storeId ? undefined : testing }));
  if (!answer.ok) announce(text.shell.callFailed);
}

/** Deletes a store's secrets from the keychain; the store, its queue and its log stay. */
export async function clearSecrets(storeId: StoreId): Promise<void> {
  const market = useAppState.getState().stores.find((each) => each.id === storeId)?.market;
  const answer = await call('stores-clear-secrets', { storeId });
  if (!answer.ok) announce(failures['keychain-failed']);
  else if (market !== undefined) announce(text.settings.byMarket[market].secret.cleared);
}

/** Takes a store off the list, unless something of it is unsettled. */
export async function removeStore(storeId: StoreId): Promise<void> {
  const answer = await call('stores-remove', { storeId });
  if (answer.ok) return;
  announce(answer.failure.code === 'unsettled' ? failures.unsettled : failures.other);
}

/** Writes one of the program's settings; shown at once, put back if the main process refuses. Answers whether it is written. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  const before = useAppState.getState().settings;
  const settings = { ...before, ...change };
  useAppState.setState({ settings });
  const answer = await call('settings-set', settings);
  if (answer.ok) {
    // The main process forgets the names it knew; so does the next file.
    if (!settings.rememberCouriers) useAppState.setState(({ memory }) => ({ memory: { ...memory, couriers: {} } }));
    return true;
  }
  useAppState.setState({ settings: before });
  announce(failures.other);
  return false;
}
