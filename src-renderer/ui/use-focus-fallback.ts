import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Gives the keyboard back to the list of a place when what had it is gone from the screen, or can be pressed no more: the
 * browser leaves it on the page itself then. A side sheet in the place looks after its own.
 * @param home selector of the list, within the place
 */
export function useFocusFallback(place: RefObject<HTMLElement | null>, home: string): void {
  useEffect(() => {
    const around = place.current;
    if (around === null) return undefined;
    let last: Element | undefined;
    const onFocusIn = ({ target }: FocusEvent): void => {
      last = target instanceof Element && target.closest('.side-sheet') === null ? target : undefined;
    };
    const giveBack = (): void => {
      if (last === undefined || (last.isConnected && !last.matches(':disabled'))) return;
      const { activeElement, body } = document;
      const isLost = activeElement === null || activeElement === body || activeElement === last;
      last = undefined;
      if (isLost) around.querySelector<HTMLElement>(home)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(giveBack);
    observer.observe(around, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    around.addEventListener('focusin', onFocusIn);
    return () => {
      observer.disconnect();
      around.removeEventListener('focusin', onFocusIn);
    };
  }, [place, home]);
}
