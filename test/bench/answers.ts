/**
 * Mutated answers through the market clients over real connections: `npm run bench -- answers [--count N] [--seed N]
 * [--only INDEX]`, by default 10,000 and a seed of the clock, which is printed. With an index only that answer is given.
 *
 * Each answer is cut, doubled, swapped, of another shape or type, huge, deep, of wrong ids, in both lists, or lies about
 * its length or encoding (answer-attacks.ts). An oracle that shares no code with the clients (answer-oracle.ts) reads
 * what arrived and says what may follow (answer-judge.ts). After each one the same connections carry an honest call for
 * another order, which must be answered by its own answer.
 */
import { parseArgs } from 'node:util';
import type { Sendable, Session } from '../../src-main/markets/market';
import { createBrightmallMarket } from '../../src-main/markets/brightmall/market';
import { createNaverMarket } from '../../src-main/markets/naver/market';
import { delayReasons } from '../../src-preload/contract/delay-reasons';
import type { JobValues } from '../../src-preload/contract/job';
import { createAgent } from '../../src-main/network/agent';
import { attackOn } from '../support/bench/answer-attacks';
import type { Attack } from '../support/bench/answer-attacks';
import { documents, feedWindow, laterTarget, orderId, strayHour, targets } from '../support/bench/answer-documents';
import { faultsOfChanges, faultsOfRead, faultsOfSend, faultsOfTodayHour } from '../support/bench/answer-judge';
import type { Sent } from '../support/bench/answer-judge';
import { at, calls, courier, trackingNumber } from '../support/bench/answer-oracle';
import type { Call } from '../support/bench/answer-oracle';
import { seededRandom } from '../support/bench/mutate';
import { startRawServer } from '../support/bench/raw-server';
import type { RawAnswer } from '../support/bench/raw-server';
import { atLeast, atMost, reportProof } from '../support/bench/report';

const { values: given } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const count = Number(given.count ?? 10_000);
const seed = Number(given.seed ?? Date.now() % 1_000_000_000);
const hangMs = 5000;
const workers = 8;
const mebibyte = 1024 * 1024;
/** Shorter than the app's, so that silence costs no minute; the longest of them is well below a hang. */
const timeouts = { connect: 2000, headers: 1000, body: 1000, whole: 3000 };
const shipped: JobValues = {
  kind: 'dispatch',
  dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: courier, trackingNumber },
};
const tokenPath = '/oauth2/token';
const kinds = [...calls, 'token', 'naver-test', 'brightmall-test'] as const;
type Kind = (typeof kinds)[number];

console.error(`seed ${seed}, ${count} answers`);
const figures = { answers: 0, slowestMs: 0, memoryMb: 0 };
const outcomes: Record<string, number> = {};
const found: Record<'crashes' | 'hangs' | 'rejections' | 'wrong' | 'mixedUp' | 'unanswered', string[]> = {
  crashes: [],
  hangs: [],
  rejections: [],
  wrong: [],
  mixedUp: [],
  unanswered: [],
};
process.on('unhandledRejection', (reason) => found.rejections.push(String(reason)));
process.on('uncaughtException', (error) => found.crashes.push(`uncaught: ${error.stack ?? error.message}`));

const memoryBefore = process.memoryUsage().rss;
const begun = performance.now();
let next = given.only === undefined ? 0 : Number(given.only);
const end = given.only === undefined ? count : next + 1;
try {
  await Promise.all(Array.from({ length: given.only === undefined ? workers : 1 }, work));
} catch (problem) {
  // A fault of the bench itself: no figures.
  console.error(problem);
  process.exit(1);
}
const seconds = (performance.now() - begun) / 1000;
reportProof(
  'answers',
  { seed, ...figures, outcomes, found, answersPerSecond: Math.round(figures.answers / seconds) },
  {
    'answers given': atLeast(figures.answers, given.only === undefined ? count : 1),
    'clients that threw': atMost(found.crashes.length, 0),
    'answers not dealt with after 5 s': atMost(found.hangs.length, 0),
    'rejections without a handler': atMost(found.rejections.length, 0),
    'outcomes that the answer does not say': atMost(found.wrong.length, 0),
    'honest answers that were mixed up with the one before': atMost(found.mixedUp.length, 0),
    'honest calls after one that had no answer': atMost(found.unanswered.length, 0),
    'MB of memory more than at the beginning': atMost(figures.memoryMb, 600),
  },
);
// With the code that says whether the aims hold.
process.exit();

/** One server, one agent, one answer after the other. */
async function work(): Promise<void> {
  let reply: (path: string, headers: string) => RawAnswer = () => honest({});
  const server = await startRawServer((path, headers) => reply(path, headers));
  const agent = createAgent({ now: Date.now, timeouts });
  const network = { request: agent.request, probe: async () => true, now: Date.now };
  const naver = createNaverMarket({ ...network, steady: () => performance.now() });
  const brightmall = createBrightmallMarket(network);
  const open = (kind: Kind): Session =>
    kind === 'stock' || kind === 'brightmall-test'
      ? brightmall.open({ secrets: { market: 'brightmall', vendorId: 'v', apiKey: 'k' }, baseUrl: server.url })
      : naver.open({
          secrets: { market: 'naver', clientId: 'c', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' },
          baseUrl: server.url,
        });
  while (next < end) {
    const index = next;
    next += 1;
    const random = seededRandom(seed * 31 + index);
    const kind = kinds[random(kinds.length)] ?? 'dispatch';
    const call = callOf(kind);
    const onToken = kind === 'token' || (kind === 'naver-test' && random(2) === 0);
    const attack = attackOn(onToken ? 'token' : call, random);
    const place = `${index} ${kind}: ${attack.how}`;
    if (given.only !== undefined) console.error(place, attack.answer.bytes.subarray(0, 2000).toString('utf8'));
    let bearer: string | undefined;
    reply = (path, headers) => {
      if (path.endsWith(tokenPath)) return onToken ? attack.answer : honest(documents.token);
      bearer = /^authorization: Bearer (.*)$/im.exec(headers)?.[1];
      return onToken ? honest(documents[call]) : attack.answer;
    };
    const session = open(kind);
    const started = performance.now();
    try {
      const faults = await withoutHang(
        judged(kind, call, session, attack, () => bearer),
        place,
      );
      for (const fault of faults) found.wrong.push(`${place}: ${fault}`);
      reply = (path) => honest(path.endsWith(tokenPath) ? documents.token : documents[call]);
      const later = await withoutHang(laterCall(call, open(call)), `${place}, the call after it`);
      if (later === 'mixed up') found.mixedUp.push(place);
      if (later === 'none') found.unanswered.push(place);
    } catch (problem) {
      found.crashes.push(
        `${place} (${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)})`,
      );
    }
    figures.answers += 1;
    figures.slowestMs = Math.max(figures.slowestMs, Math.round(performance.now() - started));
    figures.memoryMb = Math.max(figures.memoryMb, Math.round((process.memoryUsage().rss - memoryBefore) / mebibyte));
    if (figures.answers % 1000 === 0) console.error(`${figures.answers} answers, ${JSON.stringify(outcomes)}`);
  }
  await agent.destroy();
  await server.close();

  async function judged(
    kind: Kind,
    call: Call,
    session: Session,
    attack: Attack,
    bearerSent: () => string | undefined,
  ): Promise<string[]> {
    if (kind === 'naver-test' || kind === 'brightmall-test') {
      const { code } = await session.test();
      countOutcome(`test ${code}`);
      return code === 'ok' && !mayPassTest(kind, attack) ? ['a test as passed'] : [];
    }
    if (call === 'read') {
      const { outcome } = await session.read(targets);
      countOutcome(`read ${outcome.type}`);
      return faultsOfRead(naver, targets, shipped, outcome, attack);
    }
    if (call === 'changes') {
      const { outcome } = await changesOf(session);
      countOutcome(`changes ${outcome.type}`);
      return faultsOfChanges(outcome, attack);
    }
    if (call === 'today-hour') {
      const { outcome } = await todayHourOf(session);
      countOutcome(`today-hour ${outcome.type}`);
      return faultsOfTodayHour(outcome, attack);
    }
    const asked = call === 'lookup' ? [orderId] : isOfOne(call) ? [targets[0]] : [...targets];
    const { outcome } = await session.send(
      call,
      asked.map((target) => sendable(call, target)),
    );
    countOutcome(`${kind} ${outcome.type}`);
    if (kind !== 'token') return faultsOfSend(call, asked, outcome, attack);
    const token = at(attack.says, 'access_token');
    return bearerSent() === undefined || bearerSent() === token ? [] : ['a token that the market did not give'];
  }
}

/**
 * An honest call for another order, whose answer accepts nothing: whatever else it shows came from somewhere else, and
 * without an answer it shows nothing at all.
 */
async function laterCall(call: Call, session: Session): Promise<'its own' | 'mixed up' | 'none'> {
  const of = (isMixedUp: boolean) => (isMixedUp ? 'mixed up' : 'its own');
  if (call === 'read') {
    const { outcome } = await session.read([laterTarget]);
    return outcome.type === 'answered' ? of(outcome.findings.size > 0) : 'none';
  }
  if (call === 'changes') {
    const { outcome } = await changesOf(session);
    if (outcome.type !== 'answered') return 'none';
    return of(outcome.rows.some(({ productOrderId }) => productOrderId === laterTarget));
  }
  if (call === 'today-hour') {
    const { outcome } = await todayHourOf(session);
    return outcome.type === 'answered' ? of(outcome.minutes === strayHour * 60) : 'none';
  }
  const asked = call === 'lookup' ? orderId : laterTarget;
  const { outcome } = await session.send(call, [sendable(call, asked)]);
  if (outcome.type !== 'answered') return 'none';
  const verdict = outcome.verdicts.get(asked);
  if (call !== 'lookup') return of(verdict !== undefined);
  return of(verdict?.yes === true && verdict.productOrderIds?.includes(laterTarget) === true);
}

function callOf(kind: Kind): Call {
  switch (kind) {
    case 'token':
      return 'dispatch';
    case 'naver-test':
      return 'read';
    case 'brightmall-test':
      return 'stock';
    default:
      return kind;
  }
}

/** A connection test passes with the market's own answer alone: its JSON, or (BrightMall's 400, NAVER's codes) its refusal. */
function mayPassTest(kind: 'naver-test' | 'brightmall-test', { says, status }: Attack): boolean {
  if (status !== 200) return kind === 'naver-test' || status === 400;
  return typeof says === 'object' && says !== null;
}

function honest(document: object): RawAnswer {
  const body = Buffer.from(JSON.stringify(document));
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  return { bytes: Buffer.concat([Buffer.from(head), body]), after: 'keep' };
}

function changesOf(session: Session): ReturnType<NonNullable<Session['readChanges']>> {
  if (session.readChanges === undefined) throw new Error('the client reads no changes any more');
  return session.readChanges(feedWindow);
}

function todayHourOf(session: Session): ReturnType<NonNullable<Session['readTodayHour']>> {
  if (session.readTodayHour === undefined) throw new Error('the client reads no hour any more');
  return session.readTodayHour();
}

/** Calls on one product order each. */
function isOfOne(call: Sent): boolean {
  return call === 'delay' || call === 'refund';
}

function sendable(call: Sent, target: string): Sendable {
  switch (call) {
    case 'delay':
      return {
        target,
        values: { kind: 'delay', delay: { until: Date.UTC(2026, 2, 5), reason: delayReasons[0], text: '재고' } },
      };
    case 'refund':
      return { target, values: { kind: 'refund', refund: { claimId: 'claim-1' } } };
    case 'stock':
      return { target, values: { kind: 'stock', stock: { available: true } } };
    case 'lookup':
      return { target, values: { kind: 'lookup', lookup: {} } };
    case 'confirm':
      return { target, values: { kind: 'confirm', confirm: {} } };
    case 'dispatch':
      return { target, values: shipped };
  }
}

/** Counts what takes too long, and gives it up after twice that: one hang must not end the bench. */
async function withoutHang<Value>(task: Promise<Value>, place: string): Promise<Value> {
  const late = setTimeout(() => found.hangs.push(place), hangMs);
  let over: NodeJS.Timeout | undefined;
  const gaveUp = new Promise<never>((_resolve, reject) => {
    over = setTimeout(() => reject(new Error('given up')), 2 * hangMs);
  });
  try {
    return await Promise.race([task, gaveUp]);
  } finally {
    clearTimeout(late);
    clearTimeout(over);
  }
}

function countOutcome(name: string): void {
  outcomes[name] = (outcomes[name] ?? 0) + 1;
}
