import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import { groupTitle } from '../../../src-preload/contract/text/remark-phrases.ko';
import { isNotThereYet } from '../../sheets/line-place';
import type { RemarkKind } from '../../sheets/remark-kinds';
import { MenuButton } from '../../ui/menu-button';
import { StateShape } from '../../ui/shapes';
import type { StateName } from '../../ui/shapes';
import { text } from '../../text';
import { showRemarks } from './arrange-lines';
import type { ReviewController } from '../state/review-controller';
import { useSend } from '../state/reviews-state';
import { shapeOfGroup } from '../remarks/row-shape';

const words = text.grid.remarkFilter;
const none: readonly string[] = [];

/** Next to the name of the column of remarks: which kinds there are, how many lines have each, and only those of some. */
export function RemarkFilter({ controller }: { controller: ReviewController }) {
  const chosen = useSend(({ reviews }) => reviews.find(({ key }) => key === controller.key)?.remarks) ?? none;
  const [kinds, setKinds] = useState<readonly RemarkKind[] | undefined>(undefined);
  const isOn = chosen.length > 0;

  /** Counted when it is asked for: after each edit the figures are others. */
  async function count(): Promise<void> {
    setKinds(await controller.answerOf((worker) => worker.ask('remarkKinds', {})));
  }
  return (
    <MenuButton
      className={isOn ? 'remark-filter on' : 'remark-filter'}
      data-testid="remark-filter"
      tabIndex={-1}
      aria-label={isOn ? words.labelOn(chosen.length) : words.label}
      title={isOn ? words.labelOn(chosen.length) : words.label}
      face={
        <>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 3h10M4 7h6M6 11h2" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
          {isOn ? chosen.length : null}
        </>
      }
      menuClass="remark-kinds"
      onOpen={() => void count()}
    >
      {() => (
        <>
          {kinds?.length === 0 ? <p className="menu-note">{words.none}</p> : null}
          {(kinds ?? []).map((kind) => (
            <Menu.CheckboxItem
              key={kind.code}
              className="menu-item remark-kind"
              data-testid="remark-kind"
              data-code={kind.code}
              data-count={kind.lines}
              checked={chosen.includes(kind.code)}
              onCheckedChange={(on) =>
                showRemarks(controller, on ? [...chosen, kind.code] : chosen.filter((each) => each !== kind.code))
              }
            >
              <span className="box" aria-hidden="true">
                <Menu.CheckboxItemIndicator>✓</Menu.CheckboxItemIndicator>
              </span>
              <StateShape name={shapeOf(kind)} size={14} />
              <span className="one-line" title={nameOf(kind)}>
                {nameOf(kind)}
              </span>
              <b>{words.lines(kind.lines)}</b>
            </Menu.CheckboxItem>
          ))}
          {isOn ? (
            <Menu.Item className="menu-item" data-testid="remark-kinds-all" onClick={() => showRemarks(controller, [])}>
              {words.all}
            </Menu.Item>
          ) : null}
        </>
      )}
    </MenuButton>
  );
}

function nameOf({ code, title }: RemarkKind): string {
  return (title ?? groupTitle(code)).replace(/\.$/u, '');
}

/** As the groups of these lines have it. */
function shapeOf({ code, level }: RemarkKind): StateName {
  if (level === 'note') return 'note';
  return isNotThereYet(code) ? 'yet' : shapeOfGroup({ kind: 'look', code, level }).shape;
}
