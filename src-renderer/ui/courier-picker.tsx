import { Popover } from '@base-ui/react/popover';
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Company } from '../../src-preload/contract/market-rules';
import { chosenRules, useAppState } from '../state/app-state';
import { text } from '../text';
import { useComposedEscape } from './composed-escape';
import { CourierForAll, CourierList, searchAttributes, useCourierSearch } from './courier-search';

interface Props {
  anchor: HTMLElement;
  /** Codes of the couriers this seller uses, shown first. */
  mine: readonly string[];
  /** Words of a tick box that widens the choice to all lines with the same spelling; absent where there is one only. */
  forAll?: string | undefined;
  onPick(company: Company, all: boolean): void;
  /** What was typed and names no courier: kept as it is, when the caller can hold it. */
  onTyped?(words: string): void;
  onClose(): void;
}

/** Finds a courier in a list with a field of its own. Keyboard and IME work as in any list. */
export function CourierPicker({ anchor, mine, forAll, onPick, onTyped, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // At once and not in the popover's next frame: the first letter of a fast hand would be lost.
  const takeFocus = useCallback((field: HTMLInputElement | null) => {
    input.current = field;
    field?.focus({ preventScroll: true });
  }, []);
  const search = useCourierSearch(typed, mine);
  const escape = useComposedEscape(onClose);

  function choose(company: Company | undefined): void {
    if (company) onPick(company, all);
    else if (onTyped && typed.trim() !== '') onTyped(typed.trim());
    else return;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The grid must not walk while the list is open, nor Enter fall on a syllable that is being composed.
    event.stopPropagation();
    if (escape.isComposed(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (search.walk(event.key)) {
      event.preventDefault();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(search.found[search.at]);
    } else if (event.key === 'Tab') {
      onClose();
    }
  }

  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" align="start" sideOffset={4} className="picker-place">
          <Popover.Popup className="picker" initialFocus={input} aria-label={text.send.noCourier}>
            <input
              ref={takeFocus}
              className="input"
              aria-label={text.send.courierSearch}
              {...searchAttributes(search, true)}
              placeholder={text.send.courierSearchHint}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onKeyDown}
              onCompositionEnd={escape.onCompositionEnd}
            />
            <CourierList search={search} mine={mine} onChoose={choose} />
            <CourierForAll words={forAll} checked={all} onCheck={setAll} />
            {search.found.length === 0 ? (
              <p className="picker-none">
                {text.send.courierNone}
                {onTyped && typed.trim() !== '' ? (
                  <button type="button" className="button small" onClick={() => choose(undefined)}>
                    {text.send.courierAsTyped(typed.trim())}
                  </button>
                ) : null}
              </p>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The name of a courier's code, or the code where the list has no such one. */
export function courierName(code: string): string {
  return chosenRules(useAppState.getState()).shipments.couriers.nameOf(code) ?? code;
}
