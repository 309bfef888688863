import { useEffect, useLayoutEffect, useRef } from 'react';
import { mostFixKeys } from '../../src-preload/contract/shortcuts';
import { useAppState } from '../state/app-state';
import type { Place } from '../state/app-state';
import { isOverlaid, isTyping } from './key-owner';

/**
 * Hears the keys of a panel wherever the keyboard is on its screen: not under a dialog or a side sheet, not while a text
 * is edited, and not while its screen is hidden (발송 stays mounted).
 * @param act runs what a key means; answers whether it meant something
 */
export function usePanelKeys(places: readonly Place[], act: (event: KeyboardEvent) => boolean): void {
  const newest = useRef({ places, act });
  useLayoutEffect(() => {
    newest.current = { places, act };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || !isOnPanel(event.target, newest.current.places)) return;
      if (newest.current.act(event)) event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Dialogs, side sheets and texts that are edited have keys of their own. */
function isOnPanel(target: EventTarget | null, places: readonly Place[]): boolean {
  if (!places.includes(useAppState.getState().place) || isTyping(target) || isOverlaid()) return false;
  // A side sheet with a scrim covers the screen, wherever the keyboard is.
  if (document.querySelector('.side-scrim') !== null) return false;
  if (!(target instanceof Element) || target === document.body) return true;
  return target.closest('[role=dialog],[role=alertdialog],.side-sheet,[hidden]') === null;
}

/**
 * The number of the fix that Alt and a digit ask for, from 1 on; undefined for any other key. Known by the place of the
 * key: with Option it writes another sign on macOS.
 */
export function fixNumber({ altKey, ctrlKey, code }: KeyboardEvent): number | undefined {
  const digit = altKey && !ctrlKey ? /^Digit([1-9])$/u.exec(code)?.[1] : undefined;
  return digit === undefined || Number(digit) > mostFixKeys ? undefined : Number(digit);
}

/** Whether a row is to be left out: Ctrl+Delete, on macOS with Command. */
export function leavesOut({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Delete' && (ctrlKey || metaKey);
}
