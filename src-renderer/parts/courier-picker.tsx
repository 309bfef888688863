import { Popover } from '@base-ui/react/popover';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { companyName, searchCompanies } from '../../src-preload/contract/markets/naver/companies';
import type { Company } from '../../src-preload/contract/markets/naver/companies';
import { text } from '../text';

interface Props {
  anchor: HTMLElement;
  /** What the search begins with: a letter typed on the cell. */
  query?: string;
  /** Codes of the couriers this seller uses, shown first. */
  mine: readonly string[];
  /** Words of a tick box that widens the choice to all lines with the same spelling; absent where there is one only. */
  forAll?: string | undefined;
  onPick(company: Company, all: boolean): void;
  /** What was typed and names no courier: kept as it is, when the caller can hold it. */
  onTyped?(words: string): void;
  onClose(): void;
}

/** Finds a courier by name, initial consonants or code; the seller's own first. Keyboard and IME work as in any list. */
export function CourierPicker({ anchor, query = '', mine, forAll, onPick, onTyped, onClose }: Props) {
  const [typed, setTyped] = useState(query);
  const [at, setAt] = useState(0);
  const [all, setAll] = useState(false);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  // At once and not in the popover's next frame: the first letter of a fast hand would be lost.
  const takeFocus = useCallback((field: HTMLInputElement | null) => {
    input.current = field;
    field?.focus({ preventScroll: true });
  }, []);
  const found = useMemo(() => order(searchCompanies(typed), mine), [typed, mine]);
  const current = Math.min(at, found.length - 1);

  function choose(index: number): void {
    const company = found[index];
    if (company) onPick(company, all);
    else if (onTyped && typed.trim() !== '') onTyped(typed.trim());
    else return;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The grid must not walk while the list is open, nor Enter fall on a syllable that is being composed.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(current + step, 0), Math.max(0, found.length - 1));
      setAt(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(current);
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
              role="combobox"
              aria-label={text.send.courierSearch}
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
              placeholder={text.send.courierSearchHint}
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
            <ul id={listId} role="listbox" aria-label={text.send.courierSearch} className="picker-list" tabIndex={-1}>
              {found.map((company, index) => (
                <li
                  key={company.code}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === current}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(index)}
                >
                  {company.name}
                  {index < mine.length && mine.includes(company.code) ? (
                    <small>{text.send.courierMineMark}</small>
                  ) : (
                    <small>{company.code}</small>
                  )}
                </li>
              ))}
            </ul>
            {forAll === undefined ? null : (
              <label className="tick-label">
                <input
                  type="checkbox"
                  data-testid="courier-for-all"
                  checked={all}
                  onChange={(event) => setAll(event.target.checked)}
                />
                {forAll}
              </label>
            )}
            {found.length === 0 ? (
              <p className="picker-none">
                {text.send.courierNone}
                {onTyped && typed.trim() !== '' ? (
                  <button type="button" className="button small" onClick={() => choose(-1)}>
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

/** The seller's own couriers first, in their order; the rest as the search gave them. */
function order(found: readonly Company[], mine: readonly string[]): Company[] {
  const own = mine.flatMap((code) => found.find((company) => company.code === code) ?? []);
  return [...own, ...found.filter((company) => !mine.includes(company.code))];
}

/** The name of a courier's code, or the code where the list has no such one. */
export function courierName(code: string): string {
  return companyName(code) ?? code;
}
