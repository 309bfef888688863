import type { PullOutReason } from '../../../src-preload/contract/book/facts';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import type { BookStage } from '../../../src-preload/contract/book/rules';
import type { Finding } from '../../../src-preload/contract/job';
import { hasOpenCancel } from '../../../src-preload/contract/markets/naver/open-cancel';
import type { FeedRow } from '../../markets/market';

/** What is compared of a product order: as the book has it, and as it was read. */
interface Seen {
  stage: BookStage;
  finding: Finding;
  personal: OrderPersonal | undefined;
}

export interface NoticedChange {
  what: PullOutReason;
  /** The market's time where the feed has it, otherwise when it was read; ms UTC. */
  at: number;
  from?: string | undefined;
  to?: string | undefined;
}

interface Context {
  /** Rows of the feed about this product order that were not taken in before. */
  rows: readonly FeedRow[];
  /** When each was noted last. */
  lastOf(what: PullOutReason): number | undefined;
  /** ms UTC of the reading. */
  readAt: number;
}

/** The feed's clock and ours differ; an event that both have within so much is one. */
const sameEventMs = 60_000;

/**
 * What changed about a product order that is still to be sent, or no longer is: by what was read compared with the book,
 * and by what the feed calls it. The feed may lag, repeat itself or leave something out, and so may miss what a reading
 * shows; a reading shows only the last state, and so may miss what the feed tells. Pure.
 */
export function noticeChanges(before: Seen | undefined, now: Seen, context: Context): NoticedChange[] {
  const cancel = noticeCancel(before, now, context);
  if (now.stage !== 'new' && now.stage !== 'waiting') return cancel;
  return [
    ...cancel,
    ...noticeAddress(before, now, context),
    ...noticeOption(before, now, context),
    ...noticeHope(before, now, context),
  ];
}

function noticeCancel(before: Seen | undefined, now: Seen, context: Context): NoticedChange[] {
  const wasOpen = before !== undefined && (before.stage === 'new' || before.stage === 'waiting');
  if (now.finding.productOrderStatus === 'CANCELED') {
    return wasOpen ? [{ what: 'cancelled', at: inFeedAt(context, 'CLAIM_COMPLETED') ?? context.readAt }] : [];
  }
  if (!hasOpenCancel(now.finding)) return [];
  const isKnown =
    before !== undefined && hasOpenCancel(before.finding) && before.finding.claimId === now.finding.claimId;
  return isKnown ? [] : [{ what: 'cancel-requested', at: inFeedAt(context, 'CLAIM_REQUESTED') ?? context.readAt }];
}

function noticeAddress(before: Seen | undefined, now: Seen, context: Context): NoticedChange[] {
  const from = whereTo(before?.personal);
  const to = whereTo(now.personal);
  const differs = from !== undefined && to !== undefined && from !== to;
  const feedAt = inFeedAt(context, 'DELIVERY_ADDRESS_CHANGED');
  // A row of something later says that the address had changed at some time; one without a time says it, too.
  const changed = context.rows.find((row) => row.addressChanged || row.type === 'DELIVERY_ADDRESS_CHANGED');
  if (!differs && changed === undefined) return [];
  const last = context.lastOf('address-changed');
  const isNewInFeed = feedAt !== undefined && (last === undefined || feedAt > last + sameEventMs);
  const isMentioned = changed !== undefined && last === undefined;
  if (!differs && !isNewInFeed && !isMentioned) return [];
  const at =
    feedAt !== undefined && (last === undefined || feedAt > last) ? feedAt : isMentioned ? changed.at : undefined;
  return [{ what: 'address-changed', at: at ?? context.readAt, ...(differs ? { from, to } : {}) }];
}

function noticeOption(before: Seen | undefined, now: Seen, context: Context): NoticedChange[] {
  const from = before?.personal?.option;
  const to = now.personal?.option;
  const differs = before?.personal !== undefined && now.personal !== undefined && from !== to;
  return noticeFromFeed('option-changed', 'EXCHANGE_OPTION', differs, { from, to }, context);
}

function noticeHope(before: Seen | undefined, now: Seen, context: Context): NoticedChange[] {
  const from = before?.finding.hopeDeliveryYmd;
  const to = now.finding.hopeDeliveryYmd;
  const differs = before !== undefined && from !== to;
  return noticeFromFeed('hope-date-changed', 'HOPE_DELIVERY_INFO_CHANGED', differs, { from, to }, context);
}

function noticeFromFeed(
  what: PullOutReason,
  type: string,
  differs: boolean,
  values: Pick<NoticedChange, 'from' | 'to'>,
  context: Context,
): NoticedChange[] {
  const feedAt = inFeedAt(context, type);
  if (!differs && feedAt === undefined) return [];
  const last = context.lastOf(what);
  const isNewInFeed = feedAt !== undefined && (last === undefined || feedAt > last + sameEventMs);
  if (!differs && !isNewInFeed) return [];
  return [{ what, at: isNewInFeed ? feedAt : context.readAt, ...(differs ? values : {}) }];
}

/** When this was last in the feed, in its own time. */
function inFeedAt({ rows }: Context, type: string): number | undefined {
  const times = rows.flatMap((row) => (row.type === type && row.at !== undefined ? [row.at] : []));
  return times.length === 0 ? undefined : Math.max(...times);
}

/** Where a box goes and to whom; undefined where the market said nothing of it. */
function whereTo(personal: OrderPersonal | undefined): string | undefined {
  if (personal?.address === undefined && personal?.recipient === undefined) return undefined;
  const { recipient, zipCode, address, phones = [] } = personal;
  return [recipient, zipCode, address, ...phones].filter((part) => part !== undefined).join(' ');
}
