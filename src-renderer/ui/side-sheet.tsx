import { useEffect, useRef } from 'react';
import type { DragEvent, FocusEvent, ReactNode } from 'react';
import { Icon } from './icons';
import { TabStop } from './tab-stop';

interface Props {
  open: boolean;
  title: string;
  /** Name of the cross. */
  closeLabel: string;
  /** Handle of the cross. */
  closeId?: string;
  /** What has the focus when it opens: a selector within the sheet. */
  first: string;
  className?: string;
  onClose(): void;
  onFocusCapture?(event: FocusEvent): void;
  /** A file was dropped on the sheet, which is then no file for the window; absent: the sheet takes none. */
  onFile?(file: File): void;
  children: ReactNode;
  foot?: ReactNode;
}

/**
 * A sheet at the side of the window. Closed it lies beyond the edge, mounted, so that automation can set what is in it;
 * it is no stop of the Tab key then. Escape closes it. What had the keyboard before it opened has it again afterwards.
 */
export function SideSheet(props: Props) {
  const { open, title, first, onClose } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const sheet = place.current;
    if (!open || sheet === null) return undefined;
    const isWithin = (element: Element | null): boolean => sheet.contains(element);
    const before = document.activeElement;
    if (!isWithin(before)) sheet.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    return () => {
      const { activeElement, body } = document;
      const isLost = activeElement === null || activeElement === body || isWithin(activeElement);
      if (isLost && before instanceof HTMLElement && before !== body && !isWithin(before)) {
        before.focus({ preventScroll: true });
      }
    };
  }, [open, first]);
  return (
    <aside
      ref={place}
      className={['side-sheet', props.className, open ? 'open' : undefined].filter(Boolean).join(' ')}
      aria-label={title}
      aria-hidden={!open}
      onFocusCapture={props.onFocusCapture}
      {...(props.onFile === undefined ? {} : takesFile(props.onFile))}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TabStop value={open ? 0 : -1}>
        <header className="side-head">
          <h2>{title}</h2>
          <button
            type="button"
            className="icon-button"
            tabIndex={open ? 0 : -1}
            data-testid={props.closeId}
            aria-label={props.closeLabel}
            onClick={onClose}
          >
            <Icon name="cross" />
          </button>
        </header>
        <div className="side-body">{props.children}</div>
        {props.foot === undefined ? null : <footer className="side-foot">{props.foot}</footer>}
      </TabStop>
    </aside>
  );
}

/** Lets a sheet take a file that is dropped anywhere on it; what else is dragged goes its own way. */
function takesFile(onFile: (file: File) => void) {
  return {
    onDragOver(event: DragEvent): void {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop(event: DragEvent): void {
      const [file] = event.dataTransfer.files;
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onFile(file);
    },
  };
}
