import { useState } from 'react';
import { text } from '../../text';
import { useAppState } from '../../state/app-state';
import { HoldDialog } from '../../ui/job/hold-dialog';
import { restOf } from '../../ui/job/job-words';
import type { ReviewController } from '../state/review-controller';
import { ReviewTools } from '../send/review-tools';
import { Sentence } from '../rows/sentence';
import { hasLinesLeft } from '../state/reviews-state';
import { RunLists } from './run-lists';
import { nothingSaid, sayNext } from './run-said';
import type { RunFigures, RunStage } from '../state/run-stage';
import { RunAside, RunFacts } from './run-sentence';
import type { Run } from '../state/runs-state';
import { ColumnsButton } from '../columns/columns-button';
import { ReviewLines } from '../rows/review-lines';
import type { OverLines } from '../rows/review-lines';
import { useCalmRun } from './use-calm-run';
import type { ReviewState } from '../state/reviews-state';

/** From the press to the end, in the place of the review: what was sent, and beneath it the lines that are left of the file. */
export function RunPlace({ review, controller, run }: { review: ReviewState; controller: ReviewController; run: Run }) {
  const { summary, operation, phase } = review;
  // 발송 stays mounted: on 처리 내역 and 주문 the dialog is that screen's own, and two would lie on each other.
  const isHere = useAppState(({ place }) => place === 'send');
  const { figures, said: shown, stage } = useCalmRun(run);
  const rests = useAppState((state) => restOf(state, run.storeId) !== undefined);
  // While the store rests nothing begins, whatever time has passed.
  const hasBegun = !rests || figures.left < figures.all;
  const said = useSaid(stage === 'going' && !hasBegun ? 'undo' : stage, figures);
  const hasLines = useHasLines(review);
  const facts = <RunFacts run={run} figures={shown} stage={stage} operation={operation} />;
  return (
    <section
      className={hasLines ? 'review run with-left' : 'review run'}
      data-testid="review"
      data-file={review.fileName}
      data-ready={phase === 'ready' || phase === 'sent'}
      data-run={stage}
      aria-label={review.fileName}
    >
      <div className="say">
        {summary && (hasLines || phase === 'sent') ? (
          <Sentence review={review} summary={summary} lead={facts} />
        ) : (
          <h1 className="facts">{facts}</h1>
        )}
        <span className="grow" />
        <RunAside run={run} stage={stage} />
      </div>
      <p className="hidden-words" aria-live="polite" data-testid="run-said">
        {said}
      </p>
      {isHere ? <HoldDialog /> : null}
      <RunLists run={run} fileName={review.fileName} stage={stage} />
      {hasLines ? (
        <section className="run-left" aria-label={text.send.run.leftLines}>
          <ReviewLines review={review} controller={controller} over={LeftHead} />
        </section>
      ) : null}
    </section>
  );
}

/** Whether lines of the file are left; while its draft is read again, what was so before: nothing comes and goes. */
function useHasLines(review: ReviewState): boolean {
  const { phase, summary } = review;
  const [had, setHad] = useState(false);
  const has = phase === 'ready' ? summary !== undefined && hasLinesLeft(review) : phase === 'reading' && had;
  if (has !== had) setHad(has);
  return has;
}

/** Over the lines that are left of the file: what can be done with them. */
function LeftHead({ review, find }: OverLines) {
  return (
    <div className="run-left-head">
      <h2>{text.send.run.leftLines}</h2>
      <span className="grow" />
      {find}
      <ReviewTools />
      <ColumnsButton review={review} />
    </div>
  );
}

/** What is read out of a run: at its start, on its way, at the first hold and at its end, and not at each call. */
function useSaid(stage: RunStage, figures: RunFigures): string {
  const [said, setSaid] = useState(nothingSaid);
  const next = sayNext(said, stage, figures);
  if (next !== said) setSaid(next);
  return next.words;
}
