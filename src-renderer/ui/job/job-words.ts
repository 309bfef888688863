import type { Finding, Job, StockValues } from '../../../src-preload/contract/job';
import { reasonNames } from '../../../src-preload/contract/markets/brightmall/answers';
import { readStockNote } from '../../../src-preload/contract/markets/brightmall/note';
import type { MarketRules } from '../../../src-preload/contract/market-rules';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import type { StoreId } from '../../../src-preload/contract/ids';
import { assertNever } from '../../../src-preload/contract/result';
import { actCodeWords } from '../../../src-preload/contract/text/act-codes.ko';
import { codeWords } from '../../../src-preload/contract/text/codes.ko';
import type { CodeWords } from '../../../src-preload/contract/text/codes.ko';
import { confirmCodeWords } from '../../../src-preload/contract/text/confirm-codes.ko';
import { lookupCodeWords } from '../../../src-preload/contract/text/lookup-codes.ko';
import { shortTime } from '../clock';
import { groupsOfFour } from '../digits';
import { badgeState } from '../../state/badge-look';
import { marketOfStore } from '../../state/app-state';
import type { AppState } from '../../state/app-state';
import { text } from '../../text';

/** What a row says of its job: a heading, and what it means and what to do. */
export interface JobWords {
  title: string;
  body?: string;
}

const words = text.log;

function both(title: string, body: string | undefined): JobWords {
  return body === undefined || body === '' ? { title } : { title, body };
}

/** Why nothing of a store is being sent; undefined while it works. */
export type Rest = keyof typeof words.resting;

/** Whether and why the store of a job rests: then no time of its own is true. */
export function restOf(
  { statuses, isSafe }: Pick<AppState, 'statuses' | 'isSafe'>,
  storeId: StoreId,
): Rest | undefined {
  if (isSafe) return 'safe';
  const status = statuses.find((each) => each.storeId === storeId);
  if (status === undefined) return undefined;
  const state = badgeState(status);
  return state === 'online' || state === 'untested' ? undefined : state;
}

/** The sentence of a row. `now` is the present instant, for the times in it; `rest` why its store rests, if it does. */
export function wordsFor(job: Job, now: number, rest: Rest | undefined): JobWords {
  const left = job.dueAt === undefined || rest !== undefined ? undefined : job.dueAt - now;
  const turn = rest === undefined ? words.queuedBody : words.resting[rest];
  const advice = job.code === undefined ? undefined : adviceFor(job, job.code);
  switch (job.state) {
    case 'queued':
      if (job.code === 'not-found' && left !== undefined && left > 0) {
        return both(words.leftOut, words.nextReading(left));
      }
      if (job.code === 'parcel-left-out' && left !== undefined && left > 0) {
        return both(words.boxLeftOut(job.message?.slice(-4) ?? ''), words.nextReading(left));
      }
      return { title: left !== undefined && left > 0 ? words.queuedUntil(left) : turn };
    case 'sending':
      return { title: words.sendingBody };
    case 'waiting':
      // It says by itself what has to happen first, and that is not its time.
      if (job.code === 'gift-not-accepted' || job.code === 'after-main-product') {
        return both(advice?.title ?? turn, rest === undefined ? advice?.advice : words.resting[rest]);
      }
      if (job.afterJob !== undefined)
        return { title: job.kind === 'refund' ? words.waitingAfterAddOn : words.waitingAfter };
      return both(left !== undefined && left > 0 ? words.waitingUntil(left) : turn, advice?.title);
    case 'unknown': {
      // Asked, and the market does not show it: waiting alone settles nothing.
      const [title, body] =
        job.code === 'not-found' && advice ? [advice.title, advice.advice] : [words.unknownTitle, unknownBody(rest)];
      return both(title, left !== undefined && left > 0 ? `${body} ${words.nextReading(left)}` : body);
    }
    case 'held': {
      if (job.code === 'refund-decided' && advice) return both(advice.title, advice.advice);
      const hold = job.holdReason === undefined ? undefined : words.holds[job.holdReason];
      if (!hold) return { title: words.waitsForChoice };
      const other = parcelHoldWords(job);
      if (other !== undefined) return both(other, advice?.advice);
      const body = otherBody(job, rest) ?? hold.body;
      return both(
        specialTitle(job) ?? hold.title,
        job.holdReason === 'conflict' ? `${conflictWords(job)} ${body}` : body,
      );
    }
    case 'rejected': {
      const closed =
        job.code === 'closed' && job.kind !== 'refund'
          ? words.closedOrders[job.finding?.productOrderStatus ?? '']
          : undefined;
      if (closed) return closed;
      const title = advice?.title ?? job.message ?? words.noReason;
      return job.code === 'conflict' ? otherShipmentWords(job, advice) : both(title, advice?.advice);
    }
    case 'succeeded':
      return job.values.kind === 'stock' ? stockWords(job.values.stock, job.message) : doneWords(job, advice);
    case 'cancelled':
      return {
        title: job.code === 'settled-by-hand' ? words.settledByHandBody : words.cancelledBody,
      };
    default:
      return assertNever(job.state);
  }
}

/** What a code means for a job of this kind. */
function adviceFor(job: Job, code: string): CodeWords {
  const market = marketOfStore(job.storeId);
  switch (job.kind) {
    case 'lookup':
      return lookupCodeWords(code, job.message, market);
    case 'confirm':
      return confirmCodeWords(code, job.message, market);
    case 'delay':
    case 'refund':
      return actCodeWords(job.kind, code, job.message, market);
    case 'dispatch':
    case 'stock':
      return codeWords(code, job.message, market);
  }
}

/** While the seller has not looked, all of a store is read; in any other rest nothing is. */
function isRead(rest: Rest | undefined): boolean {
  return rest === undefined || rest === 'look-first';
}

function unknownBody(rest: Rest | undefined): string {
  return rest === undefined || isRead(rest) ? words.unknownBody : `${words.unknownRests} ${words.resting[rest]}`;
}

/** Of a hold whose own sentence would promise what does not happen. */
function otherBody({ holdReason, dueAt }: Job, rest: Rest | undefined): string | undefined {
  if (holdReason === 'hope-date' && dueAt === undefined) return words.otherHolds.hopeDateUnread;
  return holdReason === 'by-file' && !isRead(rest) ? words.otherHolds.byFileRests : undefined;
}

/** Whether an open cancellation is the market's own. */
export function isCancelledByMarket({ storeId, finding }: Pick<Job, 'storeId' | 'finding'>): boolean {
  return finding !== undefined && marketRules[marketOfStore(storeId)].orders.isCancelledByMarket(finding);
}

/** Of a special order: what exactly the market shows. */
function specialTitle(job: Job): string | undefined {
  const { holdReason, finding } = job;
  if (holdReason === 'cancel-requested' && isCancelledByMarket(job)) return words.otherHolds.cancelledByMarket;
  const { hopeDeliveryYmd: date, initialQuantity: initial, remainQuantity: remain } = finding ?? {};
  if (holdReason === 'hope-date' && date !== undefined) return words.specialHolds.hopeDate(date);
  if (holdReason !== 'partly-cancelled' || initial === undefined || remain === undefined) return undefined;
  return words.specialHolds.partlyCancelled(initial, remain);
}

/** Of an order that is held because of another one of its parcel: which, and why. */
function parcelHoldWords({ holdReason, code, message }: Job): string | undefined {
  if (holdReason === undefined || message === undefined || code !== `parcel-${holdReason}`) return undefined;
  return words.parcelHolds[holdReason]?.(message.slice(-4));
}

/** Of what is done: since when the market shows it, or what it shows instead. */
function doneWords(job: Job, advice: CodeWords | undefined): JobWords {
  if (job.code === 'conflict') return otherShipmentWords(job, advice);
  const { finding } = job;
  const isSeen = job.kind === 'dispatch' && finding !== undefined && rulesFor(job).orders.showsShipment(finding);
  const seen = isSeen ? words.readBack(shortTime(finding.at)) : '';
  if (job.code === undefined || !Object.hasOwn(words.doneNotes, job.code)) {
    return both(words.succeeded[job.kind], seen);
  }
  return both(advice?.title ?? words.succeeded[job.kind], `${advice?.advice ?? ''} ${seen}`.trim());
}

/** Another shipment is registered: both of them, and in what they differ. */
function otherShipmentWords(job: Job, advice: CodeWords | undefined): JobWords {
  const { finding } = job;
  if (isConflict(job)) return both(advice?.title ?? '', `${conflictWords(job)} ${advice?.advice ?? ''}`);
  const here = job.values.kind === 'dispatch' ? job.values.dispatch : undefined;
  const isOtherMethod = finding?.deliveryMethod !== undefined && finding.deliveryMethod !== here?.deliveryMethod;
  const isOtherCourier =
    finding?.deliveryCompanyCode !== undefined && finding.deliveryCompanyCode !== here?.deliveryCompanyCode;
  const { title, body } = words.otherShipments[isOtherMethod ? 'method' : isOtherCourier ? 'courier' : 'unnamed'];
  return both(title, isOtherMethod || isOtherCourier ? `${conflictWords(job)} ${body}` : body);
}

/** What BrightMall made of an item. */
function stockWords(stock: StockValues, message: string | undefined): JobWords {
  return both(text.stock.registered, text.stock.result(readStockNote(message), stock.price !== undefined));
}

/** What the market of a job's store takes. */
export function rulesFor(job: Pick<Job, 'storeId'>): MarketRules {
  return marketRules[marketOfStore(job.storeId)];
}

/** A job whose market has another shipment than the sheet. */
export function isConflict(job: Job): boolean {
  const there = job.finding?.trackingNumber;
  const here = job.values.kind === 'dispatch' ? job.values.dispatch.trackingNumber : undefined;
  return there !== undefined && here !== undefined && bare(there) !== bare(here);
}

/** 1020-3040-5064 and 102030405064 are one number. */
function bare(number: string): string {
  return number.replaceAll(/[^0-9a-z]/giu, '').toUpperCase();
}

function conflictWords(job: Job): string {
  if (job.values.kind !== 'dispatch') return '';
  const { finding } = job;
  const { dispatch } = job.values;
  const { shipments } = rulesFor(job);
  const wordsOf = (one: Shipment | undefined): string =>
    parcelWords(one, shipments) || methodWords(one?.deliveryMethod, shipments);
  return words.conflictBoth(wordsOf(finding), wordsOf(dispatch));
}

/** Of a job, or of what the market shows of its order. */
type Shipment = Pick<Finding, 'deliveryMethod' | 'deliveryCompanyCode' | 'trackingNumber'>;

function methodWords(method: string | undefined, { methods }: MarketRules['shipments']): string {
  const known = methods.list.find(({ code }) => code === method);
  return known?.name ?? method ?? '';
}

function parcelWords(shipment: Shipment | undefined, { couriers }: MarketRules['shipments']): string {
  const { deliveryCompanyCode: company, trackingNumber: number } = shipment ?? {};
  const grouped = number === undefined ? undefined : groupsOfFour(number).join('-');
  return [company === undefined ? undefined : (couriers.nameOf(company) ?? company), grouped].filter(Boolean).join(' ');
}

/** Courier or method of a job, for its column; the number stands next to it. */
export function shipmentOf({ storeId, values }: Pick<Job, 'storeId' | 'values'>): {
  by: string;
  number?: string;
  more?: string;
} {
  switch (values.kind) {
    case 'dispatch': {
      const { couriers, methods } = rulesFor({ storeId }).shipments;
      const { deliveryMethod } = values.dispatch;
      // As it is sent: a method without a parcel goes without courier and number, whatever stood in the file.
      const { deliveryCompanyCode, trackingNumber } = methods.takesShipment(deliveryMethod) ? values.dispatch : {};
      const by =
        deliveryCompanyCode === undefined
          ? methods.nameOf(deliveryMethod)
          : (couriers.nameOf(deliveryCompanyCode) ?? deliveryCompanyCode);
      return trackingNumber === undefined ? { by } : { by, number: trackingNumber };
    }
    case 'stock':
      return { by: answerOf(values.stock), ...stockMore(values.stock) };
    case 'confirm':
    case 'lookup':
    case 'refund':
      return { by: text.send.operations[values.kind] };
    case 'delay':
      return {
        by: text.send.operations.delay,
        more: text.log.delayUntil(values.delay.until, text.log.delayReasons[values.delay.reason]),
      };
    default:
      return assertNever(values);
  }
}

function answerOf({ available, reason }: StockValues): string {
  if (available) return text.stock.available;
  const name = reasonNames.find(({ code }) => code === reason)?.name;
  return [text.stock.unavailable, name].filter(Boolean).join(' · ');
}

/** What goes with an answer: its memo and its price. */
function stockMore({ memo, price }: StockValues): { more?: string } {
  const more = [price && text.stock.price(price.unit, price.quantity, price.total), memo].filter(Boolean).join(' · ');
  return more === '' ? {} : { more };
}

/** Who gets it and what it is, for whoever has to decide; empty where neither is known. */
export function whoAndWhat({ recipient, productName }: Pick<Job, 'recipient' | 'productName'>): string {
  return [recipient, productName].filter(Boolean).join(' · ');
}
