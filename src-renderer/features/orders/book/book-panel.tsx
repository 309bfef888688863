import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { koreanDayIndex } from '../../../../src-preload/contract/korean-time';
import { call, listen } from '../../../state/ipc-client';
import { text } from '../../../text';
import { shortTime, useNow } from '../../../ui/clock';
import { LineIcon, StateShape } from '../../../ui/shapes';
import { PageButton } from '../../../ui/page-button';
import { productOf, stateOf } from './book-columns';
import { useBook } from './book-state';
import { OrderActs } from './order-acts';
import { OrderFacts } from './order-facts';
import { OrderHistory } from './order-history';
import { RegisteredNumber } from './registered-number';

const words = text.book.panel;
export type BookOrderDetails = CallOutput<'book-order'>;

/** Everything of the order the keyboard is on. */
export function BookPanel() {
  const active = useBook((state) => state.active);
  if (active === undefined) {
    return (
      <aside className="book-panel" aria-label={words.label}>
        <p className="panel-hint">{words.hint}</p>
      </aside>
    );
  }
  return <OrderPanel key={active.productOrderId} listed={active} />;
}

function OrderPanel({ listed }: { listed: BookRow }) {
  const details = useOrderDetails(listed);
  const mine = details?.productOrders.find(({ row }) => row.productOrderId === listed.productOrderId);
  const row = mine?.row ?? listed;
  const others = details?.productOrders.filter((each) => each !== mine) ?? [];
  return (
    <aside className="book-panel" aria-label={words.label} data-testid="order-panel">
      <header className="panel-title">
        <h2>{[row.recipient, row.product].filter(Boolean).join(' · ') || row.productOrderId}</h2>
        <p>
          {[row.option, row.quantity === undefined ? undefined : words.quantity(row.quantity)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Deadline row={row} />
      </header>
      <OrderActs row={row} />
      <RegisteredNumber row={row} />
      <OrderFacts row={row} order={mine} />
      {others.length > 0 ? (
        <section className="panel-part">
          <h3>{words.others(others.length)}</h3>
          <ul className="panel-others">
            {others.map((other) => {
              const { shape, word } = stateOf(other.row);
              return (
                <li key={other.row.productOrderId}>
                  <StateShape name={shape} label={word} />
                  <span className="one-line">{productOf(other.row)}</span>
                  <span className="faint num">…{other.row.productOrderId.slice(-4)}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      {details === undefined ? null : (
        <OrderHistory
          changes={mine?.changes ?? []}
          jobs={details.jobs.filter(({ target }) => target === row.productOrderId)}
        />
      )}
      <footer className="panel-foot">
        <PageButton small page="smartstore-center" label={words.center} />
      </footer>
    </aside>
  );
}

/** By when it has to be sent, and how long that is. */
function Deadline({ row: { dueAt, isLate, points, stage, badges } }: { row: BookRow }) {
  const now = useNow(dueAt !== undefined);
  if (dueAt === undefined || (stage !== 'new' && stage !== 'waiting')) return null;
  const days = koreanDayIndex(now) - koreanDayIndex(dueAt);
  return (
    <p className={isLate ? 'deadline late' : 'deadline'}>
      <LineIcon name={badges.includes('today') ? 'bolt' : 'box'} />
      <span>
        <b>
          {badges.includes('today') ? `${text.book.list.badges.today}, ` : ''}
          {words.until(shortTime(dueAt))}
        </b>{' '}
        {dueAt > now ? words.left(dueAt - now) : days > 0 ? words.lateDays(days) : words.late(now - dueAt)}
        {points > 0 ? ` · ${words.points(points)}` : ''}
      </span>
    </p>
  );
}

/** All the book has of an order, read again as the book and its jobs change. */
function useOrderDetails({ orderId }: BookRow): BookOrderDetails | undefined {
  const storeId = useBook((state) => state.storeId);
  const [details, setDetails] = useState<BookOrderDetails | undefined>(undefined);
  useEffect(() => {
    if (storeId === undefined || orderId === undefined) return undefined;
    const life = { gone: false };
    const read = async (): Promise<void> => {
      const answer = await call('book-order', { storeId, orderId });
      if (answer.ok && !life.gone) setDetails(answer.value);
    };
    void read();
    const stops = [
      listen('book-changed', (change) => (change.storeId === storeId ? void read() : undefined)),
      listen('jobs-changed', (change) => (change.storeId === storeId ? void read() : undefined)),
    ];
    return () => {
      life.gone = true;
      for (const stop of stops) stop();
    };
  }, [storeId, orderId]);
  return details;
}
