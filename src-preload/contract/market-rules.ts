import type { DeliveryMethod } from './delivery-methods';
import type { DelayReason } from './delay-reasons';
import type { DispatchValues, Finding, StockValues } from './job';
import type { JobKind } from './job-states';
import type { Click } from './markets/code-class';

/**
 * What one market takes, and what it calls it: all that checking, sending, editing and the texts ask of a market. One
 * object a market, in markets/rules.ts; whoever works for a store is handed that of its market and asks by what it
 * needs, never by a market's name.
 */
export interface MarketRules {
  /** In the order the window offers them. */
  operations: readonly [JobKind, ...JobKind[]];
  credentials: CredentialRules;
  codes: CodeRules;
  orders: OrderRules;
  shipments: ShipmentRules;
  stock: StockRules;
  /** Absent: its market takes shipments from here only. */
  bulkFile?: BulkFileRules;
}

export interface CredentialRules {
  /** Field of its secrets whose value the store shows and is known by. */
  account: string;
  /** Whether two halves stand in each other's place. `given`: its secrets, by field. */
  areSwapped(given: Readonly<Record<string, string>>): boolean;
}

/** The market's own codes; no code stands in those of two markets. */
export interface CodeRules {
  knows(code: string): boolean;
  /** The click that helps a job of this kind that was rejected with the code. */
  clickOf(kind: JobKind, code: string): Click;
}

/** What a reading of an order tells, as far as the market has orders; `noOrders` for one that has none. */
export interface OrderRules {
  /** Paid, not shipped, and without an open cancel request. What was never read is not known to be so. */
  canBeSent(finding: OrderState | undefined): boolean;
  /** Whether a cancellation is under way. */
  hasOpenCancel(finding: OrderState): boolean;
  /** Whether that cancellation is the market's own: no buyer has asked for it, and there is nothing to agree to. */
  isCancelledByMarket(finding: OrderState): boolean;
  /** Whether a shipment is registered. */
  showsShipment(finding: Finding): boolean;
  /** Sold along with a main product of its order. */
  isAddOn(finding: Pick<Finding, 'productClass'>): boolean;
  /** Why an order may leave later, in the order they are offered; empty: its market takes no delay. */
  delayReasons: readonly DelayReason[];
  /** Whether the buyer's cancel request can be agreed to from here. */
  takesRefunds: boolean;
}

export type OrderState = Pick<Finding, 'claimStatus' | 'productOrderStatus'>;

/** Couriers, methods and numbers of a market whose orders are dispatched; `noShipments` for one that has none. */
export interface ShipmentRules {
  couriers: CourierRules;
  methods: MethodRules;
  tracking: TrackingRules;
}

export interface Company {
  code: string;
  name: string;
}

export interface CourierRules {
  /** All it takes, the large ones first. */
  list: readonly Company[];
  /** The Korean name of a code; undefined when the market does not list it. */
  nameOf(code: string): string | undefined;
  /** Those whose name, known spelling or code holds the query; an empty one finds all. */
  search(query: string): readonly Company[];
  /** What the words in a courier's cell mean. Pure. */
  resolve(written: string, hints?: CourierHints): CourierAnswer;
  /** Whether a word in the place of a courier or a number speaks of the row's state. */
  isStatusWord(text: string): boolean;
}

export interface CourierHints {
  /** Normalised tracking number of the same line: some words are decided by its first digit or length. */
  trackingNumber?: string | undefined;
  /** The seller's answers: folded spelling -> courier's code. */
  memory?: Readonly<Record<string, string>> | undefined;
}

export type AskReason =
  | 'convenience-store'
  | 'post'
  | 'closed-courier'
  | 'quick-or-parcel'
  | 'foreign-code'
  | 'freight'
  | 'several-hits'
  | 'unlisted'
  /** A courier's name with a branch, a telephone or some other word next to it. */
  | 'decorated';

export type CourierAnswer =
  /** `by` says how sure: `unsourced` is general knowledge only, `memory` the seller's own answer. */
  | { is: 'code'; code: string; by: 'name' | 'memory' | 'rule' | 'alias' | 'unsourced' | 'code' }
  | { is: 'ask'; candidates: readonly string[]; why: AskReason }
  | { is: 'method'; method: DeliveryMethod }
  | { is: 'status-text'; text: string }
  | { is: 'two-couriers'; codes: readonly string[] }
  /** The bare word 택배: no courier named, the one of the file or the seller's usual one is meant. */
  | { is: 'default' }
  | { is: 'unknown'; suggestions: readonly string[] };

export interface MethodRules {
  /** What is meant where a sheet names none. */
  usual: DeliveryMethod;
  /** The methods it takes, in the order they are offered; `common`: shown before the others. */
  list: readonly { code: DeliveryMethod; name: string; common: boolean }[];
  nameOf(method: DeliveryMethod): string;
  /** The method a cell names in Korean or by its code; undefined when it names none. */
  resolve(text: string): DeliveryMethod | undefined;
  /** What cannot be missing next to the order. */
  needsOf(method: DeliveryMethod): { courier: boolean; trackingNumber: boolean };
  /** Whether a courier and a number are sent along when the seller gave them. */
  takesShipment(method: DeliveryMethod): boolean;
}

/**
 * What stands where a tracking number belongs, and is made of digits as well. `letter-behind`: digits with a letter or
 * two at the end, which may count boxes. `filled-in`: all digits alike, as forms are tried out with.
 */
export type Lookalike = 'phone' | 'date' | 'customs' | 'resident' | 'letter-behind' | 'filled-in';

/** What stands in a tracking number's cell. */
export type TrackingText =
  | { is: 'empty' }
  /**
   * `fixed`: something was taken off (hyphens, blanks, an apostrophe, .0, full-width forms, unseen signs). `looks`: it is
   * written like something else; whether it is a number all the same is its courier's form to say.
   */
  | { is: 'number'; number: string; fixed: boolean; looks?: Lookalike }
  | { is: 'several'; numbers: readonly string[] }
  /** A whole number with a group next to it (…-1). `glued` is what they make together; settleSuffix() decides. */
  | { is: 'suffixed'; number: string; glued: string }
  /** 1.23E+15: the digits are gone for good. */
  | { is: 'exponent' }
  /** Words: a status or a memo. Never stripped to digits; long numbers inside are only offered. */
  | { is: 'words'; text: string; inside: readonly string[]; looks?: Lookalike };

export interface TrackingCheck {
  /** `unlisted`: nothing is known about this courier's numbers. */
  length: 'ok' | 'wrong' | 'unlisted';
  /** With a wrong length: the courier's lengths are certain enough to call it an error. */
  certain: boolean;
  /** `none`: there is no rule for this courier or length. */
  digit: 'ok' | 'wrong' | 'none';
  /** Other couriers whose check digit (우체국: whose form) this number passes exactly; asked only when it fails here. */
  fits: readonly string[];
}

export interface TrackingRules {
  read(text: string): TrackingText;
  /** Checks a normalised number against its courier's form and check digit. */
  check(courier: string, number: string): TrackingCheck;
  /** Whether a number and the group next to it are one number of the courier after all. */
  settleSuffix(courier: string | undefined, number: string, glued: string): boolean;
  /** Whether a length is one that a courier's numbers hardly ever have. */
  isRareLength(courier: string, number: string): boolean;
}

/** Answers about stock, of a market that asks for them; `noStock` for one that does not. */
export interface StockRules {
  /** How a cell says that an item is in stock, and that it is not. */
  answers: { yes: string; no: string };
  /** Whether a cell says that the item is in stock; undefined when it says neither. */
  resolveAvailable(text: string): boolean | undefined;
  /** The reason a cell names in Korean or by its code; undefined when it names none. */
  resolveReason(text: string): StockValues['reason'];
  /** What a cell says for each reason there is, the likeliest first. */
  reasonNames: readonly string[];
  /** The supply price of a line, where it has one. */
  readPrice(unitPrice: string, quantity: string, totalAmount: string): PriceText;
  /** Characters of a memo, at most. */
  memoLimit: number;
}

export type PriceText =
  | { is: 'none' }
  /** `uneven`: total differs from unit x quantity. */
  | { is: 'price'; price: NonNullable<StockValues['price']>; uneven: boolean }
  /** Some of the three are missing; the market wants all or none. */
  | { is: 'partial'; missing: readonly ('unitPrice' | 'quantity' | 'totalAmount')[] }
  | { is: 'unreadable'; field: 'unitPrice' | 'quantity' | 'totalAmount' };

/** The market's own file for many shipments at once. */
export interface BulkFileRules {
  sheet: string;
  header: readonly string[];
  /** One row of it; undefined for what it has no word for, which must not be guessed. */
  row(target: string, values: DispatchValues): string[] | undefined;
}

/** Of a market without orders. */
export const noOrders: OrderRules = {
  canBeSent: () => false,
  hasOpenCancel: () => false,
  isCancelledByMarket: () => false,
  showsShipment: () => false,
  isAddOn: () => false,
  delayReasons: [],
  takesRefunds: false,
};

/** Of a market that takes no shipments: no courier, no method, and so nothing that could be sent. */
export const noShipments: ShipmentRules = {
  couriers: {
    list: [],
    nameOf: () => undefined,
    search: () => [],
    resolve: () => ({ is: 'unknown', suggestions: [] }),
    isStatusWord: () => false,
  },
  methods: {
    usual: 'DELIVERY',
    list: [],
    nameOf: (method) => method,
    resolve: () => undefined,
    needsOf: () => ({ courier: true, trackingNumber: true }),
    takesShipment: () => true,
  },
  tracking: {
    read: (text) => (text === '' ? { is: 'empty' } : { is: 'words', text, inside: [] }),
    check: () => ({ length: 'unlisted', certain: false, digit: 'none', fits: [] }),
    settleSuffix: () => false,
    isRareLength: () => false,
  },
};

/** Of a market that asks for no stock: no answer can be read. */
export const noStock: StockRules = {
  answers: { yes: '', no: '' },
  resolveAvailable: () => undefined,
  resolveReason: () => undefined,
  reasonNames: [],
  readPrice: () => ({ is: 'none' }),
  memoLimit: 0,
};
