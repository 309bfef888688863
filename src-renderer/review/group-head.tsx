import type { GroupRow } from '../sheets/protocol';
import { text } from '../text';
import { FoldButton } from './fold-button';
import { OtherMalls } from './other-malls';
import type { ReviewController } from './review-controller';

/** The head of a calm group at the end of all lines: how many there are, and the click that unfolds them. */
export function GroupHead({ controller, row }: { controller: ReviewController; row: GroupRow }) {
  if (row.group === 'others') return <OtherMalls controller={controller} row={row} />;
  return <FoldButton controller={controller} row={row} label={text.send.doneGroup(row.lines)} />;
}
