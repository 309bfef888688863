import { useState } from 'react';
import type { ReactNode } from 'react';
import { logStateOf } from '../../../src-preload/contract/log-groups';
import type { Column, DataAttributes } from '../../grid/grid-row';
import { text } from '../../text';
import { rowTime } from '../../ui/clock';
import { Digits } from '../../ui/digits';
import { JobNote } from '../../ui/job/job-note';
import { shipmentOf } from '../../ui/job/job-words';
import { stateShapes } from '../../ui/job/state-chip';
import { StateShape } from '../../ui/shapes';
import type { RunJob } from '../state/run-rows';

const words = text.send;

/** Longer ago than this a row has not just turned: it is drawn as it is, without motion. */
const turnsForMs = 2000;
/** ms between two rows of a call, from top to bottom; beyond so many rows none waits longer. */
const staggerMs = 12;
const mostStaggered = 40;

/** The columns of a run: how it stands, who and what, the number, and what there is to say. */
export const runColumns: readonly Column<RunJob>[] = [
  {
    key: 'state',
    header: <span className="hidden-words">{words.columns.state}</span>,
    cell: (row) => <RunState row={row} />,
  },
  {
    key: 'recipient',
    header: words.fields.recipient,
    isStateless: true,
    value: ({ job }) => job.recipient ?? '',
    cell: ({ job }) => <span className="one-line">{job.recipient}</span>,
    attributes: ({ job, inBox }) => ({
      className: inBox === undefined ? 'who-cell' : `who-cell box ${inBox === 'between' ? 'middle' : inBox}`,
      title: job.recipient,
    }),
  },
  {
    key: 'product',
    header: words.columns.product,
    isStateless: true,
    value: ({ job }) => job.productName ?? '',
    cell: ({ job }) => <span className="one-line">{job.productName ?? (job.kind === 'stock' ? job.target : '')}</span>,
    attributes: ({ job }) => ({ title: job.productName }),
  },
  {
    key: 'courier',
    header: words.fields.courier,
    isStateless: true,
    cell: ({ job }) => <span className="one-line">{shipmentOf(job).by}</span>,
    attributes: ({ job }) => ({ title: shipmentOf(job).by }),
  },
  {
    key: 'number',
    header: words.fields.trackingNumber,
    isStateless: true,
    cell: ({ job }) => <Digits value={shipmentOf(job).number ?? ''} />,
    attributes: ({ job }) => ({ className: 'whole-cell', title: shipmentOf(job).number }),
  },
  {
    key: 'tail',
    header: words.columns.tail,
    isStateless: true,
    cell: ({ job }) => <Digits value={job.target} />,
    attributes: ({ job }) => ({ className: 'tail-cell', title: job.target }),
  },
  { key: 'note', header: words.columns.advice, cell: (row) => <RunNote row={row} /> },
];

/** Handles of a row of a run. */
export function runRowAttributes({ job, inBox }: RunJob): DataAttributes {
  return {
    'data-testid': 'run-row',
    'data-row': job.sheetRow,
    'data-job-id': job.id,
    'data-target': job.target,
    'data-state': job.state,
    className: [`is-${job.state}`, inBox === undefined || inBox === 'last' ? '' : 'box-goes-on'].join(' '),
  };
}

/** An order that was found is not sent yet: no tick of the market's. */
function shapeOf({ job }: RunJob) {
  const state = logStateOf(job);
  return job.kind === 'lookup' && state === 'succeeded' ? 'already' : stateShapes[state];
}

function RunState({ row }: { row: RunJob }) {
  const label = text.log.states[row.job.state];
  const shape = <StateShape name={shapeOf(row)} label={label} />;
  const { turn } = row;
  return turn === undefined ? shape : <RunTurn key={turn.at} turn={turn} shape={shape} />;
}

/** The half ring gives way to what it has become, a little later from row to row; a row that turned long ago only shows it. */
function RunTurn({ turn: { at, nth }, shape }: { turn: NonNullable<RunJob['turn']>; shape: ReactNode }) {
  const [turns] = useState(() => Date.now() - at < turnsForMs);
  if (!turns) return shape;
  const style = { animationDelay: `${Math.min(nth, mostStaggered) * staggerMs}ms` };
  return (
    <span className="run-turn">
      <span className="run-wash" style={style} aria-hidden="true" />
      <span className="run-from" style={style} aria-hidden="true">
        <StateShape name={stateShapes.sending} />
      </span>
      <span className="run-to" style={style}>
        {shape}
      </span>
    </span>
  );
}

function RunNote({ row }: { row: RunJob }) {
  const { job } = row;
  switch (job.state) {
    case 'queued':
      return null;
    case 'sending':
      return <span className="run-note">{text.log.states.sending}</span>;
    case 'succeeded':
      // Found as it was wanted, or not as it was sent: not registered at that time, or not all there is to say.
      if (job.code !== undefined) return <NoteOf row={row} />;
      if (job.kind === 'lookup') return <span className="run-note">{words.run.found}</span>;
      return <span className="run-note done">{words.run.registered(rowTime(job.changedAt))}</span>;
    default:
      return <NoteOf row={row} />;
  }
}

function NoteOf({ row: { is, job, inBox } }: { row: RunJob }) {
  const place = inBox === undefined ? {} : { inBox: { at: inBox, mates: 2 } };
  return <JobNote item={{ is, job, ...place }} />;
}
