import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { StoreId } from '../../../src-preload/contract/ids';
import { call, listen } from '../../state/ipc-client';
import { sayLetGo } from '../../ui/job/job-actions';
import { shortTime } from '../../ui/clock';
import { Digits } from '../../ui/digits';
import { Icon } from '../../ui/icons';
import { text } from '../../text';

const words = text.orders.address;
type Changed = CallOutput<'orders-addresses'>['changed'];

/** Product orders whose buyer changed the address: each stays until the seller has looked at the new one. */
export function AddressPart({ storeId }: { storeId: StoreId }) {
  const [changed, setChanged] = useState<Changed>([]);
  const read = useCallback(async () => {
    const answer = await call('orders-addresses', { storeId });
    if (answer.ok) setChanged(answer.value.changed);
  }, [storeId]);
  useEffect(() => {
    void Promise.resolve().then(read);
    return listen('jobs-changed', (change) => {
      if (change.storeId === storeId) void read();
    });
  }, [read, storeId]);

  async function seen(target: string, at: number): Promise<void> {
    sayLetGo(await call('orders-address-seen', { storeId, target, at }));
    await read();
  }

  if (changed.length === 0) return null;
  return (
    <section className="notice warn orders-addresses" aria-label={words.title}>
      <Icon name="triangle" />
      <div>
        <strong>{words.title}</strong>
        <p>{words.body}</p>
        <ul className="order-list">
          {changed.map(({ target, at, recipient, name }) => (
            <li key={target} className="order-head" data-testid="address-changed" data-target={target}>
              <Digits value={target} />{' '}
              <span className="product-name" data-testid="product-name">
                {[recipient, name].filter(Boolean).join(' · ')}
              </span>{' '}
              <span className="hint">{words.at(shortTime(at))}</span>
              <label className="tick-label">
                <input
                  type="checkbox"
                  data-testid="address-seen"
                  aria-label={words.seenOf(target)}
                  checked={false}
                  onChange={() => void seen(target, at)}
                />
                {words.seen}
              </label>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
