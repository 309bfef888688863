import { canAnswerStock } from '../../src-preload/contract/market-facts';
import type { Act } from '../../src-preload/contract/shortcuts';
import { pickFiles } from '../review/files/sheet-input';
import { goTo, places, useAppState } from '../state/app-state';
import type { Place } from '../state/app-state';
import { openOverlay } from '../state/overlays';

/** What carries an act of a screen, by the handles that automation knows them by, too. */
const handles = {
  find: '[data-testid=review-find], [data-testid=log-search], [data-testid=orders-search]',
  'side-sheet': '[data-testid=columns-open]',
  undo: '[data-testid=undo-button]',
  print: '[data-testid=pull-out-print]',
};

/** The places of the navigation, in its order: 재고 only with a store that is asked for it. */
export function shownPlaces(stores: Parameters<typeof canAnswerStock>[0][]): Place[] {
  return places.filter((place) => place !== 'stock' || stores.some(canAnswerStock));
}

/**
 * Runs an act of the window. An act of a screen presses what carries it there.
 * @returns whether there was anything to do; if not, the keys stay the page's own
 */
export function runAct(act: Act): boolean {
  switch (act) {
    case 'place-1':
    case 'place-2':
    case 'place-3':
    case 'place-4':
    case 'place-5':
    case 'place-6': {
      const place = shownPlaces(useAppState.getState().stores)[Number(act.slice(-1)) - 1];
      if (place !== undefined) goTo(place);
      return place !== undefined;
    }
    case 'open-file':
      pickFiles();
      return true;
    case 'next-file':
      return showFile(1);
    case 'previous-file':
      return showFile(-1);
    case 'keys':
      openOverlay('keys');
      return true;
    case 'palette':
      openOverlay('palette');
      return true;
    case 'find':
      return focusOn(onScreen(handles.find));
    case 'primary':
      // The band of a store that rests has the window's one filled button (shell.css).
      return pressLeavingField(onScreen('.banner-place .button.primary') ?? onScreen('.screen .button.primary'));
    case 'close-file':
      return press(
        shownTabs().find(isCurrentTab)?.parentElement?.querySelector<HTMLElement>('.close-tab') ?? undefined,
      );
    case 'side-sheet':
    case 'undo':
    case 'print':
      return press(onScreen(handles[act]));
    case 'zoom-in':
    case 'zoom-out':
    case 'zoom-reset':
      // Of the main process, which also keeps it.
      return false;
  }
}

/** The first element that is to be seen and can be pressed; nothing red. */
function onScreen(selector: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  return all.find(
    (each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled, .danger, [inert] *'),
  );
}

function press(element: HTMLElement | undefined): boolean {
  element?.click();
  return element !== undefined;
}

/** As a click would: a text that is taken over when its field is left has to be in what the press sends. */
function pressLeavingField(button: HTMLElement | undefined): boolean {
  if (document.activeElement instanceof HTMLTextAreaElement) button?.focus();
  return press(button);
}

function focusOn(element: HTMLElement | undefined): boolean {
  if (element === undefined) return false;
  if (element instanceof HTMLButtonElement) element.click();
  else element.focus();
  if (element instanceof HTMLInputElement) element.select();
  return true;
}

function shownTabs(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-testid=file-tab]')].filter((tab) => tab.checkVisibility());
}

function isCurrentTab(tab: HTMLElement): boolean {
  return tab.matches('[aria-current=true], [aria-selected=true]');
}

/** The next or previous file tab, around the ends. */
function showFile(step: 1 | -1): boolean {
  const tabs = shownTabs();
  const next = tabs.at((tabs.findIndex(isCurrentTab) + step) % tabs.length);
  if (next === undefined || tabs.length < 2) return false;
  next.click();
  next.focus();
  return true;
}
