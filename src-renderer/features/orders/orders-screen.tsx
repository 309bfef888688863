import { useEffect } from 'react';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import { chosenStore, goTo, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { AddressPart } from './address-part';
import { ConfirmPart } from './confirm-part';
import { FindPart } from './find-part';
import { FoundOrders } from './found-orders';
import { readOrders, showOrdersOf } from './orders-state';

/** 주문: order numbers and their states, changes of addresses, and confirming by pasted numbers. */
export function OrdersScreen() {
  const store = useAppState(chosenStore);
  const storeId = store !== undefined && hasOrders(store) ? store.id : undefined;
  useEffect(() => {
    showOrdersOf(storeId);
    readOrders(true);
  }, [storeId]);
  if (store === undefined || storeId === undefined) {
    return (
      <div className="place">
        <h1>{text.orders.title}</h1>
        <p>{text.orders.noStore}</p>
        <button type="button" className="button primary" onClick={() => goTo('settings')}>
          {text.orders.toSettings}
        </button>
      </div>
    );
  }
  return (
    <div className="orders">
      <h1>{text.orders.title}</h1>
      <AddressPart key={`address ${store.id}`} storeId={store.id} />
      <div className="orders-inputs">
        <FindPart />
        <ConfirmPart key={`confirm ${store.id}`} store={store} />
      </div>
      <FoundOrders market={store.market} />
    </div>
  );
}
