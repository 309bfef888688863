import type { GroupRow } from '../sheets/protocol';
import { text } from '../text';
import { FoldButton } from './fold-button';
import { OtherMalls } from './other-malls';
import type { ReviewDesk } from './review-controller';

/** The head of a calm group at the end of all lines: how many there are, and the click that unfolds them. */
export function GroupHead({ desk, row }: { desk: ReviewDesk; row: GroupRow }) {
  if (row.group === 'others') return <OtherMalls desk={desk} row={row} />;
  return <FoldButton desk={desk} row={row} label={text.send.doneGroup(row.lines)} />;
}
