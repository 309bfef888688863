import { useEffect, useRef } from 'react';
import type { FocusEvent, ReactNode } from 'react';
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
  children: ReactNode;
  foot?: ReactNode;
}

/**
 * A sheet at the side of the window. Closed it lies beyond the edge, mounted, so that automation can set what is in it;
 * it is no stop of the Tab key then. Escape closes it.
 */
export function SideSheet(props: Props) {
  const { open, title, first, onClose } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open && place.current && !place.current.contains(document.activeElement)) {
      place.current.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    }
  }, [open, first]);
  return (
    <aside
      ref={place}
      className={['side-sheet', props.className, open ? 'open' : undefined].filter(Boolean).join(' ')}
      aria-label={title}
      aria-hidden={!open}
      onFocusCapture={props.onFocusCapture}
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
