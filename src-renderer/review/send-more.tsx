import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import { ByFileAsk } from '../shell/by-file-button';
import { text } from '../text';
import { enqueueByFile } from './enqueue';
import type { ReviewState } from './reviews-state';

/** The ⋯ menu beside the button that sends: ways that are taken seldom. `lines`: how many would go now. */
export function SendMore({ review, lines }: { review: ReviewState; lines: number }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu.Root modal={false}>
        <Menu.Trigger className="button large icon" data-testid="send-more" aria-label={text.byFile.menu}>
          ⋯
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner side="top" align="end" sideOffset={4} className="picker-place">
            <Menu.Popup className="menu">
              <Menu.Item
                className="menu-item"
                data-testid="by-file-save"
                disabled={lines === 0}
                onClick={() => setAsking(true)}
              >
                {text.byFile.save}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <ByFileAsk
        count={asking ? lines : undefined}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void enqueueByFile(review);
        }}
      />
    </>
  );
}
