import { useState } from 'react';
import type { BookChange } from '../../../../src-preload/contract/book/facts';
import type { PullOutBox } from '../../../../src-preload/contract/book/pull-outs';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { Job } from '../../../../src-preload/contract/job';
import { call } from '../../../state/ipc-client';
import { text } from '../../../text';
import { shortTime } from '../../../ui/clock';
import { courierName } from '../../../ui/courier-picker';
import { groupsOfFour } from '../../../ui/digits';
import { sayLetGo } from '../../../ui/job/job-actions';
import { openHold } from '../../../ui/job/hold-state';
import { JobEdit } from '../../../ui/job/job-edit';
import { onePress } from '../../../ui/one-press';
import { PageButton } from '../../../ui/page-button';
import { sectionOf } from './pull-outs-state';
import { differenceOf } from './text-difference';

const words = text.book.pullOuts;

interface Props {
  storeId: StoreId;
  box: PullOutBox;
  onPulled(isPulled: boolean): void;
}

/** A box: whose it is, its number to be found by, what changed, and what can be done about it. */
export function PullOutRow({ storeId, box, onPulled }: Props) {
  const { recipient, courier, number, isPulled, orders } = box;
  const name = recipient ?? `…${(number ?? orders[0]?.productOrderId ?? '').slice(-4)}`;
  const [first] = orders;
  const newest = orders.flatMap(({ changes }) => changes)[0];
  return (
    <li
      className={isPulled ? 'pull pulled' : 'pull'}
      data-testid="pull-out-row"
      data-product-order-id={first?.productOrderId}
      data-reason={newest?.what ?? ''}
      data-pulled={isPulled}
    >
      <input
        type="checkbox"
        className="pull-tick"
        data-testid="pull-out-tick"
        aria-label={words.pulled(name)}
        checked={isPulled}
        onChange={(event) => onPulled(event.target.checked)}
      />
      <span className="pull-square" aria-hidden="true" />
      <div className="pull-who">
        <b>{name}</b>
        {orders.map(({ productOrderId, product, option, changes }) => (
          <span key={productOrderId}>
            {[product ?? `…${productOrderId.slice(-4)}`, option].filter(Boolean).join(' ')}{' '}
            {changes[0] === undefined ? null : <em>{text.book.list.changes[changes[0].what]}</em>}
          </span>
        ))}
      </div>
      <div className="pull-number">
        <span className="meta">{courier === undefined ? '' : courierName(courier)}</span>
        {number === undefined ? <span>{words.noNumber}</span> : <BigNumber value={number} />}
      </div>
      <Why box={box} />
      <Acts storeId={storeId} box={box} />
    </li>
  );
}

/** The number with its last four digits large: by them a box is found. */
function BigNumber({ value }: { value: string }) {
  return (
    <span className="num digits">
      {/^\d{8,}$/u.test(value)
        ? groupsOfFour(value.slice(0, -4)).map((group, at) => <span key={at}>{group}</span>)
        : value.slice(0, -4)}
      <b>{value.slice(-4)}</b>
    </span>
  );
}

function Why({ box }: { box: PullOutBox }) {
  const { orders, numberedAt } = box;
  const changed = orders.flatMap(({ changes }) => changes);
  const requested = orders.filter(({ changes }) => changes.some(({ what }) => what === 'cancel-requested'));
  const cancelled = orders.filter(({ changes }) => changes.some(({ what }) => what === 'cancelled'));
  const numbered = numberedAt === undefined ? '' : shortTime(numberedAt);
  const isRequest = sectionOf(box) === 'cancel';
  const [newest] = changed;
  const values = changed.filter(({ what }) => what !== 'cancel-requested' && what !== 'cancelled');
  return (
    <div className="pull-why">
      {requested.length > 0 ? (
        <b>
          {requested.length === orders.length
            ? words.askedAll(requested.length)
            : words.askedSome(orders.length, requested.length)}
        </b>
      ) : null}
      {cancelled.length > 0 ? (
        <b>
          {cancelled.length === orders.length
            ? words.cancelledAll
            : words.cancelledSome(orders.length, cancelled.length)}
        </b>
      ) : null}
      {values.map((change) => (
        <Values key={`${change.what} ${change.at}`} change={change} />
      ))}
      {newest === undefined ? null : (
        <span className="meta">
          {isRequest
            ? words.requestedAt(shortTime(newest.at), numbered)
            : words.at(shortTime(newest.foundAt), numbered)}
        </span>
      )}
    </div>
  );
}

/** What it is now and what it was, with what differs marked. */
function Values({ change: { what, from, to } }: { change: BookChange }) {
  const isAddress = what === 'address-changed';
  if (from === undefined && to === undefined) return <b>{text.book.list.changes[what]}</b>;
  const now = differenceOf(to ?? '', from ?? '');
  const then = differenceOf(from ?? '', to ?? '');
  return (
    <>
      {to === undefined ? null : (
        <span className="pull-value">
          <span className="meta">{isAddress ? words.newAddress : words.now}</span>
          <b>
            {now.before} <mark>{now.differs}</mark> {now.after}
          </b>
        </span>
      )}
      {from === undefined ? null : (
        <span className="pull-value old">
          <span className="meta">{isAddress ? words.oldAddress : words.before}</span>
          <span>
            {then.before} <s>{then.differs}</s> {then.after}
          </span>
        </span>
      )}
    </>
  );
}

function Acts({ storeId, box }: { storeId: StoreId; box: PullOutBox }) {
  const [edited, setEdited] = useState<Job | undefined>(undefined);
  const { orders, heldJob } = box;
  const section = sectionOf(box);
  const whats = orders.flatMap(({ changes }) => changes.map(({ what }) => what));
  const isRequested = whats.includes('cancel-requested');
  const hasRest = orders.some(({ changes }) => changes.length === 0);
  const withJob = async (then: (job: Job) => void): Promise<void> => {
    if (heldJob === undefined) return;
    const answer = await call('log-job', { jobId: heldJob });
    if (answer.ok) then(answer.value.job);
  };
  const seen = async (): Promise<void> => {
    const looks = orders
      .filter(({ changes }) => changes.length > 0)
      .map(({ productOrderId, changes }) => ({
        productOrderId,
        through: Math.max(...changes.map(({ foundAt }) => foundAt)),
      }));
    sayLetGo(await call('book-seen', { storeId, looks }));
  };
  return (
    <div className="pull-acts">
      {isRequested ? (
        heldJob === undefined ? (
          <PageButton page="smartstore-center" label={words.center} />
        ) : (
          <button
            type="button"
            className="button lead"
            data-testid="pull-out-choose"
            onClick={onePress(() => void withJob(openHold))}
          >
            {words.lookAndChoose}
          </button>
        )
      ) : (
        <>
          {section === 'address' && heldJob !== undefined ? (
            <button
              type="button"
              className="button"
              data-testid="pull-out-new-number"
              onClick={onePress(() => void withJob(setEdited))}
            >
              {words.newNumber}
            </button>
          ) : null}
          <button
            type="button"
            className={section === 'address' ? 'button small plain quiet' : 'button'}
            data-testid="pull-out-seen"
            onClick={onePress(() => void seen())}
          >
            {section === 'address'
              ? words.sameAddress
              : section === 'other'
                ? words.boxIsRight
                : hasRest
                  ? words.sendRest
                  : words.seen}
          </button>
        </>
      )}
      {edited === undefined ? null : <JobEdit job={edited} onDone={() => setEdited(undefined)} />}
    </div>
  );
}
