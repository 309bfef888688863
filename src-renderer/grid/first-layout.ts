import { elementScroll, observeElementRect } from '@tanstack/react-virtual';

/** ms after which the size is read from the page: the browser does not lay out a covered or minimised window by itself. */
const longestWaitMs = 100;

/** Told once the browser has laid the scrolled element out, and each time its size changes; after 100 ms where no frame is drawn. */
const observeSize: typeof observeElementRect = (instance, tell) => {
  const element = instance.scrollElement;
  if (element === null || !('ResizeObserver' in globalThis)) return observeElementRect(instance, tell);
  const read = (): void => {
    clearTimeout(timer);
    tell({ width: element.clientWidth, height: element.clientHeight });
  };
  const timer = setTimeout(read, longestWaitMs);
  const observer = new ResizeObserver(read);
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
};

const everScrolled = new WeakSet<Element>();

/** A new element is at its top: it is not scrolled there. */
const scrollUnlessNew: typeof elementScroll = (offset, options, instance) => {
  const element = instance.scrollElement;
  if (!(element instanceof Element)) return;
  const isNew = !everScrolled.has(element);
  everScrolled.add(element);
  if (isNew && offset + (options.adjustments ?? 0) === 0) return;
  elementScroll(offset, options, instance);
};

/**
 * How the rows' library reads and scrolls the page. Its own ways do so in the middle of the first drawing, for which the
 * browser has to lay out the whole screen at once: one long task instead of two.
 */
export const afterLayout = { observeElementRect: observeSize, scrollToFn: scrollUnlessNew };
