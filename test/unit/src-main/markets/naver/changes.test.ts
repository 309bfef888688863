import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOutcome, changesPath, feedQuestion } from '../../../../../src-main/markets/naver/changes';
import type { FeedPosition, FeedRow } from '../../../../../src-main/markets/market';
import type { Ledger } from '../../../../../src-main/practice/ledger';
import { lastChanged } from '../../../../../src-main/practice/naver-changes';
import { changeTypes } from '../../../../../src-main/practice/product-order';
import type { Change } from '../../../../../src-main/practice/product-order';
import { readSwitches } from '../../../../../src-main/practice/switches';
import { answerOf } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const now = Date.parse('2026-11-21T16:30:00.123+09:00');
const hour = 3_600_000;
const asked = feedQuestion({ from: now - hour }, now);
const ok = (body: object): Scripted => ({ status: 200, body: { timestamp: 't', traceId: 't', ...body } });
const answered = (body: Scripted) => changesOutcome(asked, answerOf(body), now);
const row = { productOrderId: '2026112112345671', lastChangedType: 'PAYED' };

describe('what the feed is asked', () => {
  it('reaches a day at most, never beyond the market’s now, and in three decimals encoded once', () => {
    expect(feedQuestion({ from: now - 49 * hour }, now)).toEqual({ from: now - 49 * hour, to: now - 25 * hour - 1 });
    expect(feedQuestion({ from: now + hour }, now)).toEqual({ from: now, to: now });
    expect(changesPath({ from: now - 23, to: now, sequence: '20261121+1' })).toBe(
      '/v1/pay-order/seller/product-orders/last-changed-statuses?lastChangedFrom=2026-11-21T16%3A30%3A00.100%2B09%3A00&lastChangedTo=2026-11-21T16%3A30%3A00.123%2B09%3A00&limitCount=300&moreSequence=20261121%2B1',
    );
  });
});

describe('what the feed answers', () => {
  it.each<[string, Scripted, object]>([
    ['nothing, without data', ok({}), { type: 'answered', rows: [], to: now, now }],
    ['nothing, with null', ok({ data: null }), { type: 'answered', rows: [] }],
    ['an empty list', ok({ data: { lastChangeStatuses: [], count: 0 } }), { type: 'answered', rows: [] }],
    [
      'a type no one documents',
      ok({ data: { lastChangeStatuses: [{ ...row, lastChangedType: 'TELEPORTED', lastChangedDate: 'soon' }] } }),
      { type: 'answered', rows: [{ productOrderId: row.productOrderId, type: 'TELEPORTED', addressChanged: false }] },
    ],
    [
      'rows that cannot be read next to one that can',
      ok({ data: { lastChangeStatuses: [null, {}, { ...row, receiverAddressChanged: 'Y' }] } }),
      { type: 'answered', rows: [{ productOrderId: row.productOrderId, type: 'PAYED', addressChanged: true }] },
    ],
    [
      'more, with one decimal',
      ok({ data: { lastChangeStatuses: [row], more: { moreFrom: '2026-11-21T16:00:00.1+09:00', moreSequence: 7 } } }),
      { next: { from: Date.parse('2026-11-21T16:00:00.100+09:00'), sequence: '7', to: now } },
    ],
    [
      'more that does not lead on',
      ok({ data: { lastChangeStatuses: [row], more: { moreFrom: '2026-11-21T15:30:00.123+09:00' } } }),
      { type: 'trouble', failure: { kind: 'market', code: 'not-documented' } },
    ],
    [
      'more that goes back',
      ok({ data: { lastChangeStatuses: [row], more: { moreFrom: '2026-11-20T15:30:00+09:00', moreSequence: '1' } } }),
      { type: 'trouble' },
    ],
    [
      'more from the same moment, further in it',
      ok({ data: { lastChangeStatuses: [row], more: { moreFrom: '2026-11-21T15:30:00.123+09:00', moreSequence: 7 } } }),
      { next: { from: now - hour, sequence: '7', to: now } },
    ],
    [
      'more from the last moment that was asked about',
      ok({ data: { lastChangeStatuses: [row], more: { moreFrom: '2026-11-21T16:30:00.123+09:00' } } }),
      { next: { from: now, to: now } },
    ],
    [
      'more from beyond what was asked',
      ok({ data: { lastChangeStatuses: [row], more: { moreFrom: '2026-11-21T16:30:00.124+09:00' } } }),
      { type: 'trouble' },
    ],
    ['a row without a type', ok({ data: { lastChangeStatuses: [{ productOrderId: '1' }] } }), { rows: [{ type: '' }] }],
    ['an envelope with a time alone', { status: 200, body: { timestamp: 't' } }, { type: 'answered', rows: [] }],
    ['an envelope with a trace alone', { status: 200, body: { traceId: 't' } }, { type: 'answered', rows: [] }],
    ['data without a list', ok({ data: {} }), { type: 'answered', rows: [] }],
    ['more without a moment', ok({ data: { more: { moreSequence: '1' } } }), { type: 'trouble' }],
    ['another JSON', { status: 200, body: { hello: 1 } }, { type: 'trouble' }],
    ['an error that came with a 200', ok({ code: '9999' }), { type: 'trouble' }],
    ['a page of a captive portal', { status: 200, body: '<html>' }, { type: 'trouble' }],
    ['a window too wide', { status: 400, body: { code: '104139' } }, { type: 'refused-whole', code: '104139' }],
    ['a quota', { status: 429, body: { code: 'GW.QUOTA_LIMIT' } }, { type: 'trouble', failure: { kind: 'quota' } }],
    ['a cut', { cut: 'ECONNRESET' }, { type: 'trouble', failure: { kind: 'market' } }],
  ])('%s', (_name, answer, outcome) => {
    expect(answered(answer)).toMatchObject(outcome);
  });
});

it('is led in circles by no page: the same moment and place once more is no answer', () => {
  const more = { moreFrom: '2026-11-21T15:30:00.123+09:00', moreSequence: '7' };
  const page = answerOf(ok({ data: { lastChangeStatuses: [row], more } }));
  const once = feedQuestion({ from: now - hour, sequence: '7' }, now);
  expect(once.sequence).toBe('7');
  expect(changesOutcome(once, page, now)).toMatchObject({ type: 'trouble' });
});

/** Of two windows: a feed that counts in tenths of a second loses what lies between an edge and its tenth. */
const overlapMs = 1_000;

const changeArbitrary = fc.record({
  at: fc.integer({ min: now - 50 * hour, max: now }),
  productOrderId: fc.integer({ min: 1, max: 30 }).map((n) => String(2026112100000000 + n)),
  type: fc.constantFrom(...changeTypes),
});

/** A market of which only the feed is asked. */
function ledgerOf(changes: readonly Change[]): Pick<Ledger, 'changes' | 'order'> {
  const order = (productOrderId: string) =>
    ({ productOrderId, orderId: productOrderId, paymentDate: now, status: 'PAYED' }) as ReturnType<Ledger['order']>;
  return { changes: () => changes, order };
}

/** Follows the feed from `from` to its end as the client does, with the real path and the practice market's answers. */
function readAll(ledger: Pick<Ledger, 'changes' | 'order'>, switches: ReturnType<typeof readSwitches>): FeedRow[] {
  const rows: FeedRow[] = [];
  let position: FeedPosition | undefined = { from: now - 50 * hour - overlapMs };
  while (position !== undefined) {
    const question = feedQuestion(position, now);
    const parameters = new URL(changesPath(question), 'http://market').searchParams;
    const answer = lastChanged(ledger, switches, { now, traceId: 't' }, parameters);
    const scripted = { status: answer.status, body: Object(answer.body) };
    const outcome = changesOutcome(question, answerOf(scripted), now);
    if (outcome.type !== 'answered') throw new Error(JSON.stringify(answer));
    rows.push(...outcome.rows);
    position = outcome.next ?? (outcome.to < now ? { from: outcome.to + 1 - overlapMs } : undefined);
  }
  return rows;
}

it('finds every change, however the feed pages, repeats, turns round and writes its moments', () => {
  fc.assert(
    fc.property(
      fc.array(changeArbitrary, { maxLength: 80 }),
      fc.record({
        feedMoreFrom: fc.constantFrom('trimmed', 'one-decimal', 'exact'),
        feedOrder: fc.constantFrom('by-time', 'backwards'),
        feedTwinEvery: fc.integer({ min: 0, max: 3 }),
        feedEmpty: fc.constantFrom('no-data', 'empty-list'),
        feedPageRows: fc.integer({ min: 2, max: 9 }),
      }),
      (changes, switches) => {
        const told = readAll(ledgerOf(changes), readSwitches({ ...switches, feedRows: 'last-change' }));
        expect(new Set(told.map((each) => each.productOrderId))).toEqual(
          new Set(changes.map((each) => each.productOrderId)),
        );
        const last = Math.max(...changes.map(({ at }) => at));
        const newest = changes.find(({ at }) => at === last);
        if (newest !== undefined && switches.feedMoreFrom !== 'one-decimal') {
          expect(told.map(({ at }) => at)).toContain(newest.at);
        }
      },
    ),
    { numRuns: 150 },
  );
});
