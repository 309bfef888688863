import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import type { RefObject } from 'react';
import type { Company } from '../../../src-preload/contract/market-rules';
import type { CellExit } from '../../grid/cell-keys';
import { useCellEdit } from '../../grid/use-cell-edit';
import { CourierForAll, CourierList, searchAttributes, useCourierSearch } from '../../ui/courier-search';
import { text } from '../../text';

interface Props {
  fieldRef: RefObject<HTMLInputElement | null>;
  value: string;
  label: string;
  mine: readonly string[];
  forAll: string | undefined;
  onPick(company: Company, all: boolean): void;
  /** What was typed and names no courier, or nothing at all. */
  onTyped(words: string): void;
  /** Opens the list with a field of its own: F2, Alt+arrow down. */
  onOpen(): void;
  leave(exit: CellExit): void;
}

/**
 * Typing on the courier of a line: the cell's own field finds, with the list beneath it, because a syllable that is
 * being composed cannot move to another field.
 */
export function CourierTyping({ fieldRef, value, label, mine, forAll, onPick, onTyped, onOpen, leave }: Props) {
  const [all, setAll] = useState(false);
  const { mode, draft, field, cancel } = useCellEdit({
    ref: fieldRef,
    value,
    commit: onTyped,
    leave,
    listKey: (event) => {
      if (!search.walk(event.key)) return false;
      event.preventDefault();
      return true;
    },
    // Nothing typed means nothing, not the first of all couriers.
    meant: (typed) => {
      const company = typed.trim() === '' && !search.isWalked ? undefined : search.found[search.at];
      if (!company) return typed.trim();
      onPick(company, all);
      return undefined;
    },
    onEdit: onOpen,
    onAway: 'drop',
  });
  const search = useCourierSearch(draft, mine);
  const isTyping = mode !== 'ready';
  return (
    <>
      <input {...field} aria-label={label} aria-haspopup="listbox" {...searchAttributes(search, isTyping)} />
      {isTyping ? (
        <Popover.Root open>
          <Popover.Portal>
            <Popover.Positioner anchor={fieldRef} side="bottom" align="start" sideOffset={4} className="picker-place">
              <Popover.Popup
                className="picker"
                initialFocus={false}
                finalFocus={false}
                aria-label={text.send.noCourier}
              >
                <CourierList
                  search={search}
                  mine={mine}
                  onChoose={(company) => {
                    onPick(company, all);
                    cancel();
                  }}
                />
                <CourierForAll words={forAll} checked={all} onCheck={setAll} />
                {search.found.length === 0 ? <p className="picker-none">{text.send.courierNone}</p> : null}
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      ) : null}
    </>
  );
}
