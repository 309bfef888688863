import { z } from 'zod';
import { marketTime } from '../../../src-preload/contract/markets/naver/time';
import type { HttpAnswer } from '../../network/agent';
import { jsonOf, wordSchema as word } from '../../network/answer-text';
import { flatMapInSteps, toEnd } from './in-steps';
import type { Steps } from './in-steps';
import type { FeedOutcome, FeedPosition, FeedRow } from '../market';
import { readMoment } from './moments';
import { notDocumented, weigh } from './outcome';
import { marketFailure, readingWithoutBody } from './verdicts';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';

/** A window of 24 h is the longest the market takes; its edges both count. */
const windowMs = 24 * 60 * 60_000 - 1;
/** Rows of a page: the most the market gives. */
const pageRows = 300;

/** One page that is asked for: everything said, so that the answer can be judged by it. Market time in ms UTC. */
export interface FeedQuestion {
  from: number;
  to: number;
  sequence?: string;
}

/** @param now the market's, in ms UTC: the market is not asked about what has not happened yet */
export function feedQuestion(position: FeedPosition, now: number): FeedQuestion {
  const to = Math.min(position.to ?? now, position.from + windowMs);
  const { sequence } = position;
  return { from: Math.min(position.from, to), to, ...(sequence === undefined ? {} : { sequence }) };
}

/**
 * resources/docs/markets/naver.md, "Change feed". A moment goes out with its three decimals, whatever it came with, and
 * its `+` encoded once.
 */
export function changesPath({ from, to, sequence }: FeedQuestion): string {
  const query = new URLSearchParams({
    lastChangedFrom: marketTime(from),
    lastChangedTo: marketTime(to),
    limitCount: String(pageRows),
    ...(sequence === undefined ? {} : { moreSequence: sequence }),
  });
  return `/v1/pay-order/seller/product-orders/last-changed-statuses?${query.toString()}`;
}

const rowSchema = z.object({
  productOrderId: z.union([z.string().min(1).max(100), z.int().nonnegative().transform(String)]),
  orderId: word,
  lastChangedType: word,
  lastChangedDate: word,
  receiverAddressChanged: z
    .union([z.literal(true), z.literal('true'), z.literal('Y')])
    .optional()
    .catch(undefined),
});

const feedSchema = z.object({
  timestamp: word,
  traceId: word,
  code: word,
  data: z
    .object({
      lastChangeStatuses: z.array(z.unknown()).nullish(),
      more: z.object({ moreFrom: word, moreSequence: word }).nullish(),
    })
    .nullish(),
});

/**
 * What a page of the feed says. Rows whose product order cannot be read are passed over; a type that no one documents
 * stays as it is. A `more` that does not lead on is no answer: to follow it would turn in circles, to end there would
 * lose what comes after.
 * @param now the market's when it was asked, ms UTC
 */
export function changesOutcome(asked: FeedQuestion, answer: HttpAnswer, now: number): FeedOutcome {
  return toEnd(changesInSteps(asked, answer, now));
}

/** The same in steps of some milliseconds. */
export function* changesInSteps(asked: FeedQuestion, answer: HttpAnswer, now: number): Steps<FeedOutcome> {
  const weight = weigh(answer);
  if (weight.type !== 'body') return readingWithoutBody(weight);
  const page = yield* readPage(asked, weight.text);
  if (page === undefined)
    return { type: 'trouble', failure: marketFailure({ ...weight, code: notDocumented, message: '' }) };
  return { type: 'answered', ...page, to: asked.to, now };
}

function* readPage(asked: FeedQuestion, text: string): Steps<{ rows: FeedRow[]; next?: FeedPosition } | undefined> {
  const parsed = feedSchema.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { timestamp, traceId, code, data } = parsed.data;
  // Without `data` nothing has changed; but only next to the envelope's own fields, so that another JSON is not taken for it.
  if (!data) return code === undefined && (timestamp ?? traceId) !== undefined ? { rows: [] } : undefined;
  const rows = yield* flatMapInSteps(data.lastChangeStatuses ?? [], readRow);
  if (!data.more) return { rows };
  const from = readMoment(data.more.moreFrom);
  const sequence = data.more.moreSequence;
  if (from === undefined || !leadsOn(asked, from, sequence)) return undefined;
  return { rows, next: { from, to: asked.to, ...(sequence === undefined ? {} : { sequence }) } };
}

function leadsOn(asked: FeedQuestion, from: number, sequence: string | undefined): boolean {
  if (from > asked.to) return false;
  return from > asked.from || (from === asked.from && sequence !== undefined && sequence !== asked.sequence);
}

function readRow(row: unknown): FeedRow[] {
  const read = rowSchema.safeParse(row);
  if (!read.success) return [];
  const { productOrderId, orderId, lastChangedType, lastChangedDate, receiverAddressChanged } = read.data;
  return [
    {
      productOrderId,
      type: lastChangedType ?? '',
      addressChanged: receiverAddressChanged !== undefined,
      ...withoutUndefined({ orderId, at: readMoment(lastChangedDate) }),
    },
  ];
}
