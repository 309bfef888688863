import type { ApiName } from './apis';
import type { FaultBook, FaultRuleInput } from './faults';
import type { Ledger } from './ledger';
import { makeSheetOrders } from './made-orders';
import type { MakeOptions } from './made-orders';
import type { Change, ProductOrder, Shipment, StockItem } from './product-order';
import { productOrderSchema } from './product-order';
import type { RequestLog, SeenRequest } from './request-log';
import { makeItems } from './sample-items';
import { toProductOrder } from './sheet-order';
import type { SheetOrder } from './sheet-order';
import type { Switches, SwitchesPatch } from './switches';

/** What became of a product order in the market, for a test to compare with what the client believes. */
interface LedgerView {
  status: ProductOrder['status'];
  placeOrderStatus: ProductOrder['placeOrderStatus'];
  claimStatus?: string;
  /** How often it was shipped; never more than once, or the practice market itself is wrong. */
  dispatches: number;
  /** What the market took, oldest first. */
  values: Shipment[];
  confirms: number;
  /** 발송 지연 that were registered, and yeses to cancel requests. */
  delays: number;
  refunds: number;
  /** Dispatches sent although it was shipped already. */
  refusedDispatches: number;
}

/** The tester's hand on the practice market. None of it can be reached through the market's own paths. */
export interface Control {
  switches(): Switches;
  set(patch: SwitchesPatch): void;
  inject(...rules: FaultRuleInput[]): void;
  clearFaults(): void;
  /** Lets stalled requests go on. */
  release(): void;
  requests(api?: ApiName): readonly SeenRequest[];
  clearRequests(): void;
  /** The nth request of an API (since the last clear) has arrived, has ended. */
  arrived(api: ApiName, nth?: number): Promise<SeenRequest>;
  ended(api: ApiName, nth?: number): Promise<SeenRequest>;
  ledger(): Record<string, LedgerView>;
  orders(): ProductOrder[];
  items(): StockItem[];
  makeOrders(count: number, seed: number, more?: Omit<MakeOptions, 'count' | 'seed'>): SheetOrder[];
  sow(orders: readonly SheetOrder[]): void;
  makeItems(count: number, seed: number): StockItem[];
  /**
   * Sets fields of a product order, as if the buyer or the Seller Center had; in the change feed only where `told` names
   * what it is called there.
   */
  change(productOrderId: string, patch: Partial<ProductOrder>, changeType?: Change['type']): void;
  requestCancel(productOrderId: string): void;
  withdrawCancel(productOrderId: string): void;
  completeCancel(productOrderId: string): void;
  changeAddress(productOrderId: string): void;
  /** Shipped in the Seller Center, behind the client's back. */
  shipElsewhere(productOrderId: string, shipment: { deliveryCompanyCode: string; trackingNumber: string }): void;
  deliver(productOrderId: string): void;
  /** Tokens handed out so far are refused; with `keepHandingOut` the token call goes on giving the refused one. */
  revokeTokens(keepHandingOut?: boolean): void;
}

export interface ControlParts {
  ledger: Ledger;
  faults: FaultBook;
  log: RequestLog;
  switches: { get(): Switches; change(patch: SwitchesPatch): void };
  marketNow: () => number;
  release: () => void;
  revoke: (keepHandingOut: boolean) => void;
}

/** Builds the control over a running practice market. */
export function openControl(parts: ControlParts): Control {
  const { ledger, log } = parts;
  const write = (order: ProductOrder, type?: Change['type']): void => {
    const change =
      type === undefined ? {} : { changes: [{ at: parts.marketNow(), productOrderId: order.productOrderId, type }] };
    ledger.apply({ orders: [productOrderSchema.parse(order)], ...change });
  };
  const find = (id: string): ProductOrder => {
    const order = ledger.order(id);
    if (order === undefined) throw new Error(`the practice market has no product order ${id}`);
    return order;
  };
  const claim = (id: string, status: NonNullable<ProductOrder['claim']>['status'], type: Change['type']): void => {
    const order = find(id);
    const requestedAt = parts.marketNow();
    // Every request is a claim of its own: a client that agreed to one has not agreed to the next.
    const opened = { id: `C${id.slice(4)}${ledger.changes().length}`, type: 'CANCEL' as const, requestedAt };
    const known = status === 'CANCEL_REQUEST' ? opened : (order.claim ?? opened);
    write({ ...order, claim: { ...known, status }, ...(status === 'CANCEL_DONE' ? { status: 'CANCELED' } : {}) }, type);
  };
  const sow = (orders: readonly SheetOrder[]): void => {
    const now = parts.marketNow();
    const rows = orders.map((order) => toProductOrder(order, now));
    // Whoever has read the feed asks no more for what was before: to them an order is new when it comes.
    const wasRead = log.all().some(({ api }) => api === 'changes');
    const changes = rows.flatMap((row) => row.changes).map((change) => (wasRead ? { ...change, at: now } : change));
    ledger.apply({ orders: rows.map((row) => row.order), changes });
  };

  return {
    switches: () => parts.switches.get(),
    set: (patch) => parts.switches.change(patch),
    inject: (...rules) => parts.faults.add(rules),
    clearFaults: () => parts.faults.clear(),
    release: () => parts.release(),
    requests: (api) => (api === undefined ? log.all() : log.all().filter((request) => request.api === api)),
    clearRequests: () => log.clear(),
    arrived: (api, nth = 1) => log.arrived(api, nth),
    ended: (api, nth = 1) => log.ended(api, nth),
    ledger: () => Object.fromEntries(ledger.orders().map((order) => [order.productOrderId, viewOfLedger(order)])),
    orders: () => ledger.orders(),
    items: () => ledger.items(),
    makeOrders(count, seed, more = {}) {
      const orders = makeSheetOrders({ ...more, count, seed });
      sow(orders);
      return orders;
    },
    sow,
    makeItems(count, seed) {
      const items = makeItems(count, seed);
      ledger.apply({ items });
      return items;
    },
    change: (id, patch, changeType) => write({ ...find(id), ...patch }, changeType),
    requestCancel: (id) => claim(id, 'CANCEL_REQUEST', 'CLAIM_REQUESTED'),
    withdrawCancel: (id) => claim(id, 'CANCEL_REJECT', 'CLAIM_REJECTED'),
    completeCancel: (id) => claim(id, 'CANCEL_DONE', 'CLAIM_COMPLETED'),
    changeAddress(id) {
      const order = find(id);
      const recipient = { ...order.recipient, detailedAddress: `${order.recipient.detailedAddress} (옮긴 곳)` };
      write({ ...order, recipient, addressChangedAt: parts.marketNow() }, 'DELIVERY_ADDRESS_CHANGED');
    },
    shipElsewhere(id, shipment) {
      const order = find(id);
      const at = parts.marketNow();
      const made: Shipment = {
        at,
        dispatchDate: at,
        traceId: 'seller-center',
        deliveryMethod: 'DELIVERY',
        ...shipment,
      };
      write(
        { ...order, status: 'DELIVERING', placeOrderStatus: 'OK', dispatches: [...order.dispatches, made] },
        'DISPATCHED',
      );
    },
    deliver: (id) => write({ ...find(id), status: 'DELIVERED', deliveredAt: parts.marketNow() }),
    revokeTokens: (keepHandingOut = false) => parts.revoke(keepHandingOut),
  };
}

function viewOfLedger(order: ProductOrder): LedgerView {
  return {
    status: order.status,
    placeOrderStatus: order.placeOrderStatus,
    ...(order.claim === undefined ? {} : { claimStatus: order.claim.status }),
    dispatches: order.dispatches.length,
    values: order.dispatches,
    confirms: order.confirms,
    delays: order.delays,
    refunds: order.refunds,
    refusedDispatches: order.refusedDispatches,
  };
}
