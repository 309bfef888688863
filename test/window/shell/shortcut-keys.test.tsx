import '../../support/window/match-media';
import { cleanup, fireEvent, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useAppState } from '../../../src-renderer/state/app-state';
import { openOverlay, useOverlay } from '../../../src-renderer/state/overlays';
import { useShortcutKeys } from '../../../src-renderer/shell/shortcut-keys';
import { createFakeBridge } from '../../support/window/fake-bridge';

let bridge: ReturnType<typeof createFakeBridge>;
beforeEach(() => {
  bridge = createFakeBridge({});
  Element.prototype.checkVisibility = () => true;
  renderHook(useShortcutKeys);
});
afterEach(() => {
  cleanup();
  openOverlay(undefined);
  document.body.replaceChildren();
});

/** Whether the window took a key that is pressed on the page. */
const isTaken = (init: KeyboardEventInit): boolean => !fireEvent.keyDown(document.body, init);

it('presses the filled button once, however long the keys are held down', () => {
  document.body.innerHTML = '<main class="screen"><button class="button primary"></button></main>';
  const pressed = vi.fn();
  document.querySelector('button')?.addEventListener('click', pressed);
  const keys = { key: 'Enter', ctrlKey: true };
  expect([isTaken(keys), isTaken({ ...keys, repeat: true }), isTaken({ ...keys, repeat: true })]).toEqual([
    true,
    true,
    true,
  ]);
  expect(pressed).toHaveBeenCalledOnce();
});

it('leaves a key to the page where there is nothing to press', () => {
  expect(isTaken({ key: 'Enter', ctrlKey: true })).toBe(false);
  expect(isTaken({ key: 'f', ctrlKey: true })).toBe(false);
});

it('does what the menu asks for, but nothing beneath a dialog', () => {
  useAppState.setState({ place: 'send' });
  document.body.innerHTML = '<div role="alertdialog"></div>';
  bridge.send('act-asked', { act: 'palette' });
  bridge.send('act-asked', { act: 'place-2' });
  expect([useOverlay.getState().open, useAppState.getState().place]).toEqual([undefined, 'send']);
  document.body.replaceChildren();
  bridge.send('act-asked', { act: 'place-2' });
  expect(useAppState.getState().place).toBe('log');
});
