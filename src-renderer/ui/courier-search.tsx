import { useId, useMemo, useState } from 'react';
import type { Company } from '../../src-preload/contract/market-rules';
import { chosenRules, useAppState } from '../state/app-state';
import { text } from '../text';

/** Couriers that a text finds, one of them marked: what the list beneath a field shows and its keys walk. */
export interface CourierSearch {
  listId: string;
  found: readonly Company[];
  /** Index of the marked one; -1 where none is found. */
  at: number;
  /** Whether the marked one was walked to, and is not only the first. */
  isWalked: boolean;
  /** A key that walks the list: true where it was one. */
  walk(key: string): boolean;
}

/** Finds couriers by name, initial consonants or code; the seller's own (`mine`, codes) first. */
export function useCourierSearch(typed: string, mine: readonly string[]): CourierSearch {
  const listId = useId();
  // Another text marks the first of what it finds.
  const [walked, setWalked] = useState({ typed, at: 0, isWalked: false });
  const { couriers } = useAppState(chosenRules).shipments;
  const found = useMemo(() => order(couriers.search(typed), mine), [couriers, typed, mine]);
  const here = walked.typed === typed ? walked : { at: 0, isWalked: false };
  const at = Math.min(here.at, found.length - 1);
  return {
    listId,
    found,
    at,
    isWalked: here.isWalked,
    walk(key) {
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
      if (step === undefined) return false;
      const next = Math.min(Math.max(at + step, 0), Math.max(0, found.length - 1));
      setWalked({ typed, at: next, isWalked: true });
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
      return true;
    },
  };
}

/** What a field needs to say which option of its list is marked. */
export function searchAttributes({ listId, found, at }: CourierSearch, expanded: boolean) {
  return {
    role: 'combobox',
    'aria-expanded': expanded,
    'aria-controls': expanded ? listId : undefined,
    'aria-activedescendant': expanded && found.length > 0 ? `${listId}-${at}` : undefined,
  };
}

interface ListProps {
  search: CourierSearch;
  mine: readonly string[];
  onChoose(company: Company): void;
}

/** The couriers that were found. Pressing one leaves the keyboard where it is. */
export function CourierList({ search: { listId, found, at }, mine, onChoose }: ListProps) {
  return (
    <ul id={listId} role="listbox" aria-label={text.send.courierSearch} className="picker-list" tabIndex={-1}>
      {found.map((company, index) => (
        <li
          key={company.code}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(company)}
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
  );
}

interface ForAllProps {
  words: string | undefined;
  checked: boolean;
  onCheck(checked: boolean): void;
}

/** Widens the choice to all lines with the same spelling; nothing where there is one only. */
export function CourierForAll({ words, checked, onCheck }: ForAllProps) {
  if (words === undefined) return null;
  return (
    <label className="tick-label" onMouseDown={(event) => event.preventDefault()}>
      <input
        type="checkbox"
        data-testid="courier-for-all"
        checked={checked}
        onChange={(event) => onCheck(event.target.checked)}
      />
      {words}
    </label>
  );
}

/** The seller's own couriers first, in their order; the rest as the search gave them. */
function order(found: readonly Company[], mine: readonly string[]): Company[] {
  const own = mine.flatMap((code) => found.find((company) => company.code === code) ?? []);
  return [...own, ...found.filter((company) => !mine.includes(company.code))];
}
