import { Menu } from '@base-ui/react/menu';
import { useEffect, useId, useRef, useState } from 'react';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { afterNextFrame } from './after-frame';
import { useOnceOpen } from './once-open';

interface Props extends Omit<ComponentProps<'button'>, 'children' | 'type' | 'ref'> {
  /** What stands on the button. */
  face: ReactNode;
  /** Side of the button on which the menu opens. */
  side?: 'top' | 'bottom';
  align?: 'end';
  sideOffset?: number;
  /** Classes of the menu besides `menu`. */
  menuClass?: string;
  /** Whether a press outside of the open menu only closes it. */
  modal?: boolean;
  onOpen?(): void;
  /** The items, asked for once the menu was opened. */
  children(): ReactNode;
  [handle: `data-${string}`]: string | undefined;
}

/**
 * A button with a menu. The menu is Base UI's, drawn when it is first opened: Base UI's own button costs several times a
 * plain one, and stands in the first drawing of a review.
 */
export function MenuButton({
  face,
  side = 'bottom',
  align = 'end',
  sideOffset = 4,
  menuClass,
  modal = true,
  onOpen,
  children,
  ...own
}: Props) {
  const [open, setOpen] = useState(false);
  const isWanted = useOnceOpen(open);
  const id = useId();
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  /** Which item has the keyboard first; undefined: opened with the mouse, none. */
  const first = useRef<'first' | 'last'>(undefined);

  // A frame later: Base UI gives the keyboard to the menu as a whole, and knows its items by then.
  useEffect(() => {
    if (!open || first.current === undefined) return undefined;
    return afterNextFrame(() => itemOf(menu.current, first.current)?.focus({ preventScroll: true }));
  }, [open]);

  function change(next: boolean): void {
    setOpen(next);
    if (next) onOpen?.();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    first.current = event.key === 'ArrowDown' ? 'first' : 'last';
    change(true);
  }
  return (
    <>
      <button
        {...own}
        ref={button}
        id={id}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={({ detail }) => {
          // A press of Enter, of the space bar or of a screen reader is no press of the mouse.
          first.current = detail === 0 ? 'first' : undefined;
          change(!open);
        }}
        onKeyDown={onKeyDown}
      >
        {face}
      </button>
      {isWanted ? (
        <Menu.Root
          open={open}
          modal={modal}
          onOpenChange={(next, details) => {
            // The button closes by its own press, which would otherwise open the menu again.
            const isOnButton = details.event.target instanceof Node && button.current?.contains(details.event.target);
            if (details.reason === 'outside-press' && isOnButton) return details.cancel();
            change(next);
          }}
        >
          <Menu.Portal>
            <Menu.Positioner anchor={button} side={side} align={align} sideOffset={sideOffset} className="picker-place">
              <Menu.Popup
                ref={menu}
                id={menuId}
                className={['menu', menuClass].filter(Boolean).join(' ')}
                aria-labelledby={id}
                finalFocus={button}
                onKeyDown={(event) => {
                  if (event.key !== 'Tab') return;
                  // From the button on, as if the menu had not been there.
                  button.current?.focus();
                  setOpen(false);
                }}
              >
                {children()}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ) : null}
    </>
  );
}

function itemOf(menu: HTMLElement | null, which: 'first' | 'last' | undefined): HTMLElement | undefined {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([data-disabled])') ?? [])].at(
    which === 'first' ? 0 : -1,
  );
}
