import { Menu } from '@base-ui/react/menu';
import { logGroupings } from '../../../src-preload/contract/log-groups';
import { MenuButton } from '../../ui/menu-button';
import { LineIcon } from '../../ui/shapes';
import { text } from '../../text';
import { show, useLog } from './log-state';

const words = text.log.view;

/** By what the rows stand together; kept like the filters. */
export function GroupBy() {
  const by = useLog((state) => state.shown.by) ?? 'reason';
  return (
    <MenuButton
      className="button plain group-by"
      data-testid="log-group-by"
      data-by={by}
      title={words.groupBy}
      face={
        <>
          {words.groupings[by]}
          <LineIcon name="down" />
        </>
      }
    >
      {() => (
        <Menu.RadioGroup value={by} onValueChange={(next) => choose(next)}>
          {logGroupings.map((each) => (
            <Menu.RadioItem key={each} value={each} closeOnClick className="menu-item" data-by={each}>
              {words.groupings[each]}
              <Menu.RadioItemIndicator className="chosen">✓</Menu.RadioItemIndicator>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      )}
    </MenuButton>
  );
}

function choose(wanted: unknown): void {
  const by = logGroupings.find((each) => each === wanted);
  if (by !== undefined) show({ by: by === 'reason' ? undefined : by });
}
