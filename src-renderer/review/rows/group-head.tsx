import { groupTitle } from '../../../src-preload/contract/text/remark-phrases.ko';
import { fixText } from '../../../src-preload/contract/text/remarks.ko';
import { answerWords } from '../../../src-preload/contract/markets/brightmall/answers';
import type { TickGroup } from '../../../src-preload/contract/check/remark-codes';
import { Tick } from '../../ui/tick';
import type { FixGroup } from '../../sheets/group-acts';
import type { GroupRow } from '../../sheets/protocol';
import { text } from '../../text';
import { goOnAfterFix } from '../remarks/after-fix';
import { codeOfCourier } from '../remarks/courier-code';
import { FoldButton } from './fold-button';
import { openChoices } from '../columns/open-choices';
import { OtherMalls } from './other-malls';
import { rememberCourier } from '../remarks/remember-courier';
import type { ReviewController } from '../state/review-controller';
import { useSend } from '../state/reviews-state';

const words = text.send;

/** The head of a group: what its lines have in common, how many they are, and the acts for all of them. */
export function GroupHead({ controller, row }: { controller: ReviewController; row: GroupRow }) {
  if (row.kind === 'others') return <OtherMalls controller={controller} row={row} />;
  return (
    <div className="group-head" data-code={row.code}>
      <FoldButton
        controller={controller}
        row={row}
        label={titleOf(row)}
        count={countOf(row, controller.review?.operation === 'stock')}
      />
      {row.lines > 0 ? <GroupActs controller={controller} row={row} /> : null}
    </div>
  );
}

function titleOf({ kind, group, code, title }: GroupRow): string {
  if (kind === 'look' || kind === 'open') return (title ?? groupTitle(code ?? group)).replace(/\.$/u, '');
  if (kind === 'out') return group === 'again' ? words.groups.again : words.groups.out;
  if (kind === 'done' || kind === 'others') return words.doneGroup;
  if (group === 'available' || group === 'unavailable') return text.stock[group];
  return words.groups[kind];
}

function countOf({ kind, lines, amount }: GroupRow, isStock: boolean): string {
  if (lines === 0) return words.groups.mended;
  if (amount !== undefined && amount > 0) return text.stock.withAmount(lines, amount);
  return kind === 'ready' || isStock ? words.groups.jobs(lines) : words.groups.lines(lines);
}

function GroupActs({ controller, row }: { controller: ReviewController; row: GroupRow }) {
  const { fix, tick, leaves, lines, group, code } = row;
  return (
    <span className="group-acts">
      {tick === undefined ? null : <TickAll controller={controller} group={tick} />}
      {code === 'shifted-column' ? (
        <button
          type="button"
          className="button small"
          data-testid="shifted-choose-column"
          onClick={() => openChoices('column-trackingNumber')}
        >
          {fixText({ do: 'choose-column', field: 'trackingNumber' })}
        </button>
      ) : null}
      {code === 'available-missing' ? <AnswerOpen controller={controller} lines={lines} /> : null}
      {fix ? <MendAll controller={controller} group={fix} /> : null}
      {leaves === true ? (
        <button
          type="button"
          className="button small plain"
          data-testid="mend-kind-button"
          data-mend="exclude"
          onClick={() => void goOnAfterFix(controller, controller.changeLines('leaveOut', { group }))}
        >
          {words.groups.leaveOut(lines)}
        </button>
      ) : null}
    </span>
  );
}

/** One click for all items that have no answer yet. */
function AnswerOpen({ controller, lines }: { controller: ReviewController; lines: number }) {
  return (
    <button
      type="button"
      className="button small lead"
      data-testid="answer-open"
      onClick={() =>
        void goOnAfterFix(controller, controller.changeLines('answerOpen', { available: answerWords.yes }))
      }
    >
      {text.stock.answerOpen(lines)}
    </button>
  );
}

/** One click for all lines that the same fix helps. */
function MendAll({
  controller,
  group: { row, remark, fix, lines, each },
}: {
  controller: ReviewController;
  group: FixGroup;
}) {
  return (
    <button
      type="button"
      className="button small"
      data-testid="mend-kind-button"
      data-mend={fix.do}
      onClick={() => {
        if (fix.do === 'set' && fix.field === 'courier') {
          void rememberCourier(remark.detail?.['value'] ?? '', codeOfCourier(fix.value));
        }
        void goOnAfterFix(controller, controller.fix(row, remark, fix, true));
      }}
    >
      {each === undefined
        ? words.groups.forAll(lines, fixText(fix))
        : lines === 1
          ? fixText(fix)
          : text.stock.evenAll(lines)}
    </button>
  );
}

/** Warnings that go out only when the seller has looked: one tick for the lines that wait for nothing else. */
function TickAll({ controller, group }: { controller: ReviewController; group: TickGroup }) {
  const summary = useSend(({ reviews }) => reviews.find(({ key }) => key === controller.key)?.summary);
  const operation = controller.review?.operation ?? 'dispatch';
  const lines = summary?.ticks[group]?.lines ?? 0;
  const forAll = summary?.ticksForAll[group] ?? { lines: 0, ticked: 0 };
  const each = lines - forAll.lines;
  return (
    <>
      {each > 0 ? (
        <span className="look-each" title={words.lookEach(each)}>
          {words.lookEach(each)}
        </span>
      ) : null}
      {forAll.lines > 0 ? (
        <label className="tick-label">
          <Tick
            testId={`tick-${group}`}
            checked={forAll.ticked === forAll.lines}
            onWish={async (chosen) => controller.changeLines('tick', { group, chosen })}
          />
          <span>{words.chooseAll(forAll.lines, words.operations[operation])}</span>
        </label>
      ) : null}
    </>
  );
}
