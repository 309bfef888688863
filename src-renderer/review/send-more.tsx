import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import { ByFileAsk } from './send/by-file-button';
import { text } from '../text';
import { announce } from '../state/announcements';
import { Icon } from '../ui/icons';
import { MenuButton } from '../ui/menu-button';
import { onePress } from '../ui/one-press';
import { countByFile, enqueueByFile } from './send/enqueue';
import type { ReviewState } from './state/reviews-state';

/**
 * The menu of three dots next to the button that sends: ways that are taken seldom. `lines`: how many go now. How many of
 * them a file can hold is the main process's to say, when it is asked for.
 */
export function SendMore({ review, lines }: { review: ReviewState; lines: number }) {
  const [asking, setAsking] = useState<number | undefined>(undefined);
  async function ask(): Promise<void> {
    const jobs = await countByFile(review);
    if (jobs === 0) announce(text.byFile.nothing);
    else setAsking(jobs);
  }
  return (
    <>
      <MenuButton
        className="button large icon"
        data-testid="send-more"
        aria-label={text.byFile.menu}
        face={<Icon name="more" />}
        side="top"
        modal={false}
      >
        {() => (
          <Menu.Item
            className="menu-item"
            data-testid="by-file-save"
            disabled={lines === 0}
            onClick={onePress(() => void ask())}
          >
            {text.byFile.save}
          </Menu.Item>
        )}
      </MenuButton>
      <ByFileAsk
        count={asking}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          setAsking(undefined);
          void enqueueByFile(review);
        }}
      />
    </>
  );
}
