import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SettingsScreen } from '../../../../src-renderer/features/settings/settings-screen';
import { settingsSections } from '../../../../src-renderer/features/settings/settings-sections';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { useOverlay } from '../../../../src-renderer/state/overlays';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const scrolled: (string | undefined)[] = [];

beforeEach(() => {
  scrolled.length = 0;
  // The DOM of tests lays nothing out, so it cannot scroll.
  Element.prototype.scrollIntoView = vi.fn(function note(this: HTMLElement) {
    scrolled.push(this.dataset['section']);
  });
  createFakeBridge({
    'log-unread': () => ({ records: [] }),
    'memory-list': () => ({ couriers: [], columns: [], takeAll: [] }),
    'backups-list': () => [],
  });
  useAppState.setState({ phase: 'ready', stores: [], statuses: [], chosen: undefined });
});
afterEach(cleanup);

const links = (): HTMLElement[] => screen.getAllByTestId('settings-link');

it('lists every section once, under its own name, and leaves out the one of an order book without a store for it', () => {
  render(<SettingsScreen />);
  expect(new Set(settingsSections.map(({ title }) => title)).size).toBe(settingsSections.length);
  expect(links().map((link) => link.dataset['for'])).toEqual(
    settingsSections.map(({ id }) => id).filter((id) => id !== 'book'),
  );
  expect(links().map((link) => link.getAttribute('aria-current'))[0]).toBe('true');
});

it('a press in the list scrolls to the section, puts the focus there and marks it, also when the page cannot scroll so far', () => {
  render(<SettingsScreen />);
  fireEvent.click(screen.getByRole('button', { name: '백업' }));
  expect(scrolled).toEqual(['backup']);
  expect(document.activeElement?.getAttribute('data-section')).toBe('backup');
  const page = document.querySelector('.settings-page');
  if (page) fireEvent.scroll(page);
  expect(links().filter((link) => link.hasAttribute('aria-current'))).toEqual([
    screen.getByRole('button', { name: '백업' }),
  ]);
});

it('ends with the list of keys', () => {
  render(<SettingsScreen />);
  fireEvent.click(screen.getByTestId('settings-keys'));
  expect(useOverlay.getState().open).toBe('keys');
  useOverlay.setState({ open: undefined });
});
