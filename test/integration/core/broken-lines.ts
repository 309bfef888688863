import { expect } from 'vitest';
import type { Day, Scenario } from '../../support/core/day';

/** Ends of the paths whose requests meet faults of the line. */
const dispatch = '/product-orders/dispatch';
const query = '/product-orders/query';
const token = '/oauth2/token';

/** A head of a request is some 600 bytes, its body some 5 KB; an answer's head some 400. */
const inTheHead = 100;
const inTheBody = 2_000;

/** Calls of 30 and of 10 orders: all of them are read before any is sent again. */
const readOnceForAll = ({ market }: Day): void => {
  const [first, second] = market.control.requests('query').map(({ ids }) => ids.length);
  expect(first, 'ids read before anything was sent').toBe(40);
  expect(second, 'ids in the reading after the lost answer').toBeGreaterThanOrEqual(10);
};

/**
 * What was sent was not read afterwards. What still waits may be read again where the machine is so slow that its first
 * reading is too old by then.
 */
const readNothingAfterSending = ({ market }: Day): void => {
  const sent = new Set<string>();
  const readAfter = market.control.requests().flatMap(({ api, ids }) => {
    if (api === 'query') return ids.filter((id) => sent.has(id));
    if (api === 'dispatch') for (const id of ids) sent.add(id);
    return [];
  });
  expect(sent.size, 'orders sent').toBe(40);
  expect(readAfter, 'orders read again after they were sent').toEqual([]);
};

/** The line goes when the fault has struck for the first time, as when a router that stopped passing is restarted. */
const cutOnceStalled = async ({ line }: Day): Promise<void> => {
  await line.struck('stall');
  line.cutAll();
};

/** Faults below HTTP, on the way there or back. What the market saw of a call, only the market knows. */
export const brokenLines: Scenario[] = [
  {
    name: 'the line is cut in the head of a dispatch: nothing applied',
    line: { [dispatch]: [{ kind: 'cut', towards: 'market', afterBytes: inTheHead }] },
    after: readOnceForAll,
  },
  {
    name: 'the line is reset in the body of a dispatch: nothing applied',
    line: { [dispatch]: [{ kind: 'reset', towards: 'market', afterBytes: inTheBody }] },
    after: readOnceForAll,
  },
  {
    name: 'the line is cut before the first byte of the answer: applied',
    line: { [dispatch]: [{ kind: 'cut', towards: 'client', afterBytes: 0 }] },
    after: readOnceForAll,
  },
  {
    name: 'the line is reset in the head of the answer: applied',
    line: { [dispatch]: [{ kind: 'reset', towards: 'client', afterBytes: inTheHead }] },
    after: readOnceForAll,
  },
  {
    name: 'half of the body of the answer: applied',
    line: { [dispatch]: [{ kind: 'halfBody' }] },
    after: readOnceForAll,
  },
  {
    name: 'both calls lose their answers, each in another way',
    line: { [dispatch]: [{ kind: 'halfBody' }, { kind: 'reset', towards: 'market', afterBytes: inTheBody }] },
    after: readOnceForAll,
  },
  {
    name: 'the answer stalls, and comes whole when the line goes on',
    line: { [dispatch]: [{ kind: 'stall', towards: 'client', afterBytes: inTheHead }] },
    async meanwhile({ line, market }) {
      await line.struck('stall');
      await market.control.ended('dispatch');
      line.release();
    },
    after: readNothingAfterSending,
  },
  {
    name: 'the answer stalls until the line is gone: applied',
    line: { [dispatch]: [{ kind: 'stall', towards: 'client', afterBytes: inTheHead }] },
    meanwhile: cutOnceStalled,
  },
  {
    name: 'the request stalls until the line is gone: nothing applied',
    line: { [dispatch]: [{ kind: 'stall', towards: 'market', afterBytes: inTheBody }] },
    meanwhile: cutOnceStalled,
  },
  {
    name: 'a slow line, a few bytes at a time in both directions',
    line: {
      [dispatch]: [
        { kind: 'slow', towards: 'market', piece: 40 },
        { kind: 'slow', towards: 'client', piece: 7 },
      ],
      [query]: [{ kind: 'slow', towards: 'client', piece: 50 }],
    },
    after: readNothingAfterSending,
  },
  {
    name: 'the reading before sending loses its answer three times: nothing goes out unread',
    line: {
      [query]: [
        { kind: 'cut', towards: 'client', afterBytes: 0 },
        { kind: 'halfBody' },
        { kind: 'reset', towards: 'market', afterBytes: inTheHead },
      ],
    },
    after({ market }) {
      const sent = market.control.requests('dispatch')[0];
      const read = market.control.requests('query').filter((one) => sent !== undefined && one.at <= sent.at);
      expect(read.length, 'readings before the first dispatch').toBeGreaterThanOrEqual(3);
    },
  },
  {
    name: 'the answer is lost, and the reading after it twice more',
    line: {
      [dispatch]: [{ kind: 'cut', towards: 'client', afterBytes: 0 }],
      [query]: [{ kind: 'none' }, { kind: 'halfBody' }, { kind: 'reset', towards: 'client', afterBytes: inTheHead }],
    },
  },
  {
    name: 'the token is cut off, then half of it comes',
    line: { [token]: [{ kind: 'cut', towards: 'client', afterBytes: 0 }, { kind: 'halfBody' }] },
    after: (_day, log) => expect(log.every(({ failures }) => failures === 0)).toBe(true),
  },
  {
    name: 'no one listens any more in the middle of the day, and what was open is cut',
    orders: 120,
    switches: { rate: 4, burst: 4 },
    line: {},
    async meanwhile({ running, line, market }) {
      await market.control.ended('dispatch', 1);
      await line.refuse();
      await running.until(({ connection }) => connection === 'offline');
      await line.accept();
    },
  },
];
