import { remarkPhrase, groupTitle } from '../../../src-preload/contract/text/remark-phrases.ko';
import { remarkText } from '../../../src-preload/contract/text/remarks.ko';
import type { Remark } from '../../../src-preload/contract/line';
import { chosenRules, useAppState } from '../../state/app-state';
import { mainRemark } from '../../sheets/line-place';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { CenterButton } from './center-button';
import { earlierWords, registeredWords } from './earlier-words';
import { FixButton, SameCourierButton, fixesOffered } from './fix-buttons';
import type { ReviewController } from '../state/review-controller';
import { shapeOfRow } from './row-shape';
import { remarksToSay } from './said-remarks';

/**
 * What a row says: a few words in its place, and, for a reader of the screen and under the pointer, the sentences and
 * their clicks. For the eye the panel has them.
 */
export function RowRemarks({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const remarks = remarksToSay(row);
  const main = shownRemark(row, remarks);
  // A reason is picked in its own cell.
  const fixes = fixesOffered(row).filter(({ fix }) => fix.do !== 'set' || fix.field !== 'reason');
  const short = main === undefined ? phraseWithout(row) : remarkPhrase(main);
  return (
    <>
      {main === undefined ? (
        <span className="row-phrase" title={short}>
          {short}
        </span>
      ) : (
        <span className={`row-phrase ${toneOf(row)}`} title={sentence(main)}>
          {short}
        </span>
      )}
      <span className="hidden-words">
        {row.earlierJob ? (
          <span data-code={row.kind === 'look' ? row.code : undefined}>
            {registeredWords(row) ?? earlierWords(row)}
          </span>
        ) : null}
        {remarks.map((remark, index) => (
          <span key={`${remark.code}-${index}`}>
            {' '}
            <span data-code={remark.code}>{sentence(remark)}</span>
          </span>
        ))}
      </span>
      {fixes.length > 0 || registeredWords(row) !== undefined ? (
        <span className="row-mends">
          {registeredWords(row) === undefined ? null : <CenterButton />}
          {fixes.map(({ remark, fix, words }) => (
            <FixButton key={words} controller={controller} row={row} remark={remark} fix={fix} look="row" />
          ))}
          <SameCourierButton controller={controller} row={row} look="row" />
        </span>
      ) : null}
    </>
  );
}

function sentence(remark: Remark): string {
  const { title, advice } = remarkText(remark, chosenRules(useAppState.getState()));
  return advice === undefined ? title : `${title} ${advice}`;
}

/** Calm lines say the gravest of their notes; those to look at what they are looked at for. */
function shownRemark(row: ReviewRow, remarks: readonly Remark[]): Remark | undefined {
  if (row.earlierJob && row.kind !== 'ready') return undefined;
  if (row.box && row.kind === 'ready') return undefined;
  return mainRemark(remarks) ?? remarks[0];
}

function phraseWithout(row: ReviewRow): string {
  if (row.kind === 'look' && row.code !== undefined) return groupTitle(row.code);
  if (row.earlierJob) return earlierWords(row);
  if (row.kind === 'out') return text.send.rowStates.out;
  const box = row.box?.at === 'first' ? [text.send.oneBox(row.box.lines)] : [];
  const due = row.kind === 'ready' && row.book?.isDueToday === true ? [text.send.dueToday] : [];
  return [...due, ...box].join(' · ');
}

function toneOf(row: ReviewRow): string {
  if (row.kind !== 'look') return '';
  return shapeOfRow(row).shape === 'stop' ? 'stop' : 'look';
}
