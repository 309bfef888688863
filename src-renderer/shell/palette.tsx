import { Dialog } from '@base-ui/react/dialog';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { assertNever } from '../../src-preload/contract/result';
import { openForm } from '../features/settings/settings-state';
import { reviewControllers } from '../review/state/review-controller';
import { useCurrentReview, useReviewsInStore } from '../review/state/reviews-state';
import { changeAppearance, useAppearance } from '../state/appearance';
import { chooseStore, chosenStatus, goTo, useAppState } from '../state/app-state';
import type { Place } from '../state/app-state';
import { callOrSay } from '../state/call-or-say';
import { text } from '../text';
import { useOnceOpen } from '../ui/once-open';
import { openOverlay, useOverlay } from '../state/overlays';
import { paletteItems } from './palette-items';
import type { PaletteItem } from './palette-items';
import { runAct, shownPlaces } from './run-act';

const words = text.shortcuts.palette;
/** Acts that open or choose something; the others are about what has the focus. */
const offered = ['open-file', 'side-sheet', 'find', 'next-file', 'close-file', 'keys'] as const;
/** The screens with a search of their own. */
const searched: readonly Place[] = ['log', 'orders'];

/** Ctrl+K: screens, acts, stores and couriers in one list, found by a word or its initial consonants. */
export function Palette() {
  const open = useOverlay((state) => state.open === 'palette');
  const input = useRef<HTMLInputElement>(null);
  const isWanted = useOnceOpen(open);
  if (!isWanted) return null;
  return (
    <Dialog.Root open={open} onOpenChange={(next) => openOverlay(next ? 'palette' : undefined)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog palette" data-testid="palette" initialFocus={input}>
          <Dialog.Title className="hidden-words" render={<h2 />}>
            {words.title}
          </Dialog.Title>
          <Search input={input} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Search({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [walked, setWalked] = useState(0);
  const items = useItems(typed);
  const at = Math.min(walked, items.length - 1);

  function choose(item: PaletteItem | undefined): void {
    if (!item) return;
    openOverlay(undefined);
    run(item);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(at + step, 0), Math.max(0, items.length - 1));
      setWalked(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[at]);
    }
  }

  return (
    <>
      <input
        ref={input}
        className="input"
        data-testid="palette-input"
        role="combobox"
        aria-label={words.title}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
        placeholder={words.hint}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWalked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={words.title} className="palette-list" tabIndex={-1}>
        {items.map((item, index) => (
          <li
            key={item.key}
            id={`${listId}-${index}`}
            role="option"
            data-testid="palette-item"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            <span>{item.words}</span>
            <small>{item.kind}</small>
          </li>
        ))}
      </ul>
      {items.length === 0 ? (
        <p className="palette-none" role="status">
          {words.none}
        </p>
      ) : null}
    </>
  );
}

function useItems(typed: string): PaletteItem[] {
  const stores = useAppState((state) => state.stores);
  const chosen = useAppState((state) => state.chosen);
  const place = useAppState((state) => state.place);
  const pause = useAppState((state) => chosenStatus(state)?.pause?.cause);
  const hasStatus = useAppState((state) => chosenStatus(state) !== undefined);
  const theme = useAppearance((state) => state.theme);
  const review = useCurrentReview();
  const files = useReviewsInStore().length;
  const hasTabs = place === 'send' || place === 'stock';
  const isOffered = {
    'open-file': true,
    'side-sheet': hasTabs && review !== undefined,
    find: searched.includes(place),
    'next-file': hasTabs && files > 1,
    'close-file': hasTabs && review !== undefined,
    keys: true,
  };
  return paletteItems(typed, {
    places: shownPlaces(stores),
    stores,
    chosen,
    paused: hasStatus ? pause === 'seller' : undefined,
    theme,
    acts: offered.filter((act) => isOffered[act]),
    review: review?.phase === 'ready' && place === 'send' ? review.key : undefined,
  });
}

function run({ deed }: PaletteItem): void {
  const { chosen } = useAppState.getState();
  switch (deed.is) {
    case 'place':
      return goTo(deed.place);
    case 'act':
      // The list has to be gone first: what lies beneath it cannot be pressed.
      requestAnimationFrame(() => runAct(deed.act));
      return;
    case 'pause':
      if (chosen !== undefined) void callOrSay('stores-pause', { storeId: chosen, paused: deed.paused });
      return;
    case 'connect':
      openForm('new');
      return goTo('settings');
    case 'theme':
      return void changeAppearance({ theme: deed.theme });
    case 'store':
      return void chooseStore(deed.storeId);
    case 'courier':
      return void reviewControllers.get(deed.review)?.choose({ wholeCourier: deed.code });
    default:
      return assertNever(deed);
  }
}
