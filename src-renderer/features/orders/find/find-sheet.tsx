import type { FocusEvent, ReactNode } from 'react';
import type { Store } from '../../../../src-preload/contract/store';
import { TabStop } from '../../../ui/tab-stop';
import { text } from '../../../text';
import { SideSheet } from '../../../ui/side-sheet';
import { ConfirmPart } from './confirm-part';
import { FindPart } from './find-part';
import { closeFind, findPanes, useFindSheet } from './find-sheet-state';
import type { FindPane } from './find-sheet-state';
import { FoundOrders } from './found-orders';

const words = text.orders.sheet;

/**
 * 번호로 찾기: pasted numbers, for orders outside the book. Closed it lies beyond the edge of the window, mounted, so that
 * automation can still fill it in; whatever gets the focus in it is brought into view.
 */
export function FindSheet({ store }: { store: Store }) {
  const isOpen = useFindSheet((state) => state.isOpen);
  const pane = useFindSheet((state) => state.pane);
  return (
    <>
      {isOpen ? <div className="side-scrim" aria-hidden="true" /> : null}
      <SideSheet
        open={isOpen}
        title={words.title}
        closeLabel={words.close}
        closeId="orders-find-close"
        first=".find-pane.open textarea"
        className="find-sheet"
        onClose={closeFind}
        onFocusCapture={showFocused}
      >
        <div className="segment find-panes" role="group" aria-label={words.title}>
          {findPanes.map((each) => (
            <button
              key={each}
              type="button"
              tabIndex={isOpen ? 0 : -1}
              aria-pressed={pane === each}
              data-testid={`orders-find-${each}`}
              onClick={() => useFindSheet.setState({ pane: each })}
            >
              {words.panes[each]}
            </button>
          ))}
        </div>
        <Pane name="find" shown={pane} isOpen={isOpen}>
          <FindPart />
          <FoundOrders market={store.market} />
        </Pane>
        <Pane name="confirm" shown={pane} isOpen={isOpen}>
          <ConfirmPart key={store.id} store={store} />
        </Pane>
      </SideSheet>
    </>
  );
}

interface PaneProps {
  name: FindPane;
  shown: FindPane;
  isOpen: boolean;
  children: ReactNode;
}

/** One side of the sheet. The other is folded, not gone: what is in it can still be filled in. */
function Pane({ name, shown, isOpen, children }: PaneProps) {
  const isShown = name === shown;
  return (
    <div className={isShown ? 'find-pane open' : 'find-pane'} data-pane={name} aria-hidden={!isShown}>
      <TabStop value={isShown && isOpen ? 0 : -1}>{children}</TabStop>
    </div>
  );
}

/** Automation gave the focus to something out of sight: the sheet opens, with the side it is on. */
function showFocused({ target }: FocusEvent): void {
  const pane = findPanes.find((each) => target.closest('.find-pane')?.getAttribute('data-pane') === each);
  useFindSheet.setState({ isOpen: true, ...(pane === undefined ? {} : { pane }) });
}
