import { StepButton } from '../../ui/step-button';
import { usePanelKeys } from '../../ui/use-panel-keys';
import { text } from '../../text';
import { groupOf, linesOf } from './join-groups';
import { joinPlaces } from './join-keys';
import { isTicked, lookAt, type Join, type JoinBox } from './joins-state';

const words = text.join.panel;
/** As they stand in the list. */
const inList = ['asked', 'suggested', 'alone', 'found'] as const;

const kindOf = (box: JoinBox): 'choose' | 'alone' | 'found' => {
  const group = groupOf(box);
  return group === 'asked' || group === 'suggested' ? 'choose' : group;
};

/** Boxes as they stand in the list. */
function listed({ suggested }: Join): JoinBox[] {
  const boxes = suggested?.boxes ?? [];
  return inList.flatMap((group) => boxes.filter((box) => groupOf(box) === group));
}

/** The first row of the next box after the active one, or before it, that the seller has not decided yet; round the end. */
function nextOpen(join: Join, by: 1 | -1): number | undefined {
  const boxes = listed(join);
  const from = boxes.findIndex(({ rows: [row] }) => row === join.active);
  const begin = from < 0 && by === -1 ? boxes.length : from;
  const turns = boxes.map((_, at) => boxes[(begin + by * (at + 1) + boxes.length * 2) % boxes.length]);
  const next = turns.find((box) => {
    const choice = join.choices.now.get(box?.rows[0] ?? 0);
    return box !== undefined && box.rows[0] !== join.active && choice?.ticked === undefined && !isTicked(box, choice);
  });
  return next?.rows[0];
}

/** Which of its kind the active box is, and the way to the next one that is still to be decided: F8 and Shift+F8. */
export function JoinSteps({ reviewKey, join }: { reviewKey: string; join: Join }) {
  const next = nextOpen(join, 1);
  const step = (by: 1 | -1): void => {
    const row = nextOpen(join, by);
    if (row !== undefined) lookAt(reviewKey, row);
  };
  usePanelKeys(joinPlaces, (event) => {
    if (event.key !== 'F8') return false;
    step(event.shiftKey ? -1 : 1);
    return true;
  });
  return (
    <div className="panel-foot">
      <span data-testid="join-nth">{placeOf(join)}</span>
      <StepButton
        by={-1}
        label={text.send.panel.previous}
        keyName="F8"
        testId="join-previous"
        disabled={next === undefined}
        onStep={step}
      />
      <StepButton
        by={1}
        label={text.send.panel.next}
        keyName="F8"
        testId="join-next"
        disabled={next === undefined}
        onStep={step}
      />
    </div>
  );
}

function placeOf(join: Join): string {
  const boxes = listed(join);
  const active = boxes.find(({ rows: [row] }) => row === join.active);
  if (active === undefined) return '';
  const kind = kindOf(active);
  const ofKind = boxes.filter((box) => kindOf(box) === kind);
  return words.nth[kind](linesOf(ofKind), linesOf(ofKind.slice(0, ofKind.indexOf(active))) + 1);
}
