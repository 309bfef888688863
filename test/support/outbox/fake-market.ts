import type { Finding } from '../../../src-preload/contract/job';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { judge } from '../../../src-main/markets/naver/judge';
import { obstacles } from '../../../src-main/markets/naver/special-orders';
import { registered } from '../../../src-main/markets/naver/read-back';
import { naverClassOf } from '../../../src-preload/contract/markets/naver/codes';
import type {
  CallRecord,
  Market,
  ReadOutcome,
  Sendable,
  SendOutcome,
  Session,
  StoreFailure,
  Verdict,
} from '../../../src-main/markets/market';
import { applyAct, findingOf, isClaimKnowable, noteShownClaim } from './fake-order';
import type { FakeOrder } from './fake-order';
import { sureOf } from './sure-of';
import type { VirtualTime } from './virtual-time';

/** What happens to one call. */
export type Fault =
  | 'cut-before' // nothing was applied, and no answer came
  | 'cut-after' // all was applied, and no answer came
  | 'lost-ids' // all was applied; half the ids are in neither list
  | 'unasked-ids' // the answer names ids no one asked for
  | 'refuse-whole' // 400 for the whole call
  | StoreFailure['kind'];

export interface FakeCall {
  kind: JobKind | 'read';
  targets: readonly string[];
  at: number;
  fault?: Fault;
  /** Targets the answer was certain about, once it arrived at a living process. */
  sure?: ReadonlySet<string>;
  /** The process that asked is dead. */
  orphan?: boolean;
}

export interface FakeMarket {
  /**
   * Shipped although the buyer's cancel request was open, and could be known: it had been shown before the call went out,
   * or was older than the age a reading may have (before-sending.ts).
   */
  overridden: Set<string>;
  /** Whether it lets this application agree to cancel requests. */
  refundsPermitted: boolean;
  /** Paid back by a yes to another claim than the one that was open. */
  wrongRefunds: Set<string>;
  market: Market;
  orders: Map<string, FakeOrder>;
  calls: FakeCall[];
  /** What the market did, in order: one entry per shipment or confirmation that changed its state. */
  ledger: { target: string; what: 'dispatch' | 'confirm' | 'stock' | 'delay' | 'refund'; number?: string }[];
  /** Consulted for every call, with its number from 0. */
  fault: (call: { kind: JobKind | 'read'; targets: readonly string[]; n: number }) => Fault | undefined;
  /** No token call ends with the market's answer. */
  tokenSilent: boolean;
  /** How long the renewal of a token takes; 0: there is one. */
  tokenMs: number;
  /** The Retry-After of its 503, where it sends one. */
  blockedForMs: number | undefined;
  reachable: boolean;
  /** When somebody looked whether the market can be reached, without calling it. */
  probes: number[];
  latencyMs: number;
  rate: { replenishPerSecond: number; burst: number } | undefined;
  refusesUnconfirmed: boolean;
  addressChanged: Set<string>;
  /** Order number -> its product orders. */
  lookups: Map<string, string[]>;
  /** A line of one account: each has buckets of its own. */
  open(account?: string): Session;
}

const troubleOf = (fault: StoreFailure['kind'], blockedForMs: number | undefined): StoreFailure => ({
  kind: fault,
  code: `code-${fault}`,
  ...(fault === 'blocked' && blockedForMs !== undefined ? { retryAfterMs: blockedForMs } : {}),
});

const isTrouble = (fault: Fault | undefined): fault is StoreFailure['kind'] =>
  fault !== undefined && !['cut-before', 'cut-after', 'lost-ids', 'unasked-ids', 'refuse-whole'].includes(fault);

/** A market that keeps a ledger, answers with virtual latency, and fails as told. Its client is perfect. */
export function createFakeMarket(time: VirtualTime, options: { reads?: boolean } = {}): FakeMarket {
  let n = 0;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const self: FakeMarket = {
    market: {
      name: 'naver',
      limits: { dispatch: 30, confirm: 30, lookup: 1, stock: 100, delay: 1, refund: 1 },
      readLimit: 300,
      reads: options.reads === false ? [] : ['dispatch', 'confirm', 'delay', 'refund'],
      classOf: (kind, code) => (kind === 'stock' ? 'rejected' : naverClassOf(kind, code)),
      judge,
      obstacles,
      registered,
      bucketOf: (accountId, kind) => `${accountId} ${kind}`,
      open: () => sessionOf(''),
    },
    overridden: new Set(),
    refundsPermitted: true,
    wrongRefunds: new Set(),
    orders: new Map(),
    calls: [],
    ledger: [],
    fault: () => undefined,
    tokenSilent: false,
    tokenMs: 0,
    blockedForMs: undefined,
    reachable: true,
    probes: [],
    latencyMs: 50,
    rate: { replenishPerSecond: 10, burst: 20 },
    refusesUnconfirmed: false,
    addressChanged: new Set(),
    lookups: new Map(),
    open: (account = '') => sessionOf(account),
  };

  /** Takes a token; answers what the headers say, and whether the call is let through. */
  const pass = (kind: string): { ok: boolean; rate?: NonNullable<CallRecord['rate']> } => {
    if (self.rate === undefined) return { ok: true };
    const { replenishPerSecond, burst } = self.rate;
    const at = time.now();
    const bucket = buckets.get(kind) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) * replenishPerSecond) / 1000);
    bucket.at = at;
    const ok = bucket.tokens >= 1;
    if (ok) bucket.tokens -= 1;
    buckets.set(kind, bucket);
    return { ok, rate: { replenishPerSecond, burst, remaining: Math.floor(bucket.tokens) } };
  };

  const apply = (kind: JobKind, job: Sendable, sentAt: number): Verdict => {
    if (kind === 'stock') {
      self.ledger.push({ target: job.target, what: 'stock' });
      return { yes: true };
    }
    if (kind === 'lookup') {
      const productOrderIds = self.lookups.get(job.target);
      return productOrderIds ? { yes: true, productOrderIds } : { yes: false, code: '100003', message: '주문 없음' };
    }
    const order = self.orders.get(job.target);
    if (order === undefined) return { yes: false, code: '100001', message: '상품 주문을 찾을 수 없습니다.' };
    if (kind === 'confirm') {
      if (order.placed === 'NOT_YET') self.ledger.push({ target: job.target, what: 'confirm' });
      order.placed = 'OK';
      return { yes: true, addressChanged: self.addressChanged.has(job.target) };
    }
    if (job.values.kind === 'delay' || job.values.kind === 'refund') {
      if (kind === 'refund' && !self.refundsPermitted) return { yes: false, code: 'not-permitted', message: '' };
      const asked = order.claimId;
      const isKnowable = isClaimKnowable(order, sentAt);
      if (!applyAct(order, job.values)) return { yes: false, code: '104442', message: '상품 주문 상태 확인 필요' };
      const isOther = job.values.kind === 'refund' && asked !== job.values.refund.claimId;
      if (isOther && isKnowable) self.wrongRefunds.add(job.target);
      self.ledger.push({ target: job.target, what: job.values.kind });
      return { yes: true };
    }
    if (order.code !== undefined) return { yes: false, code: order.code, message: '거절' };
    if (order.status !== 'PAYED') return { yes: false, code: '9999', message: '주문상태 및 클레임상태를 확인하세요' };
    if (self.refusesUnconfirmed && order.placed === 'NOT_YET') {
      return { yes: false, code: '104443', message: '발주 상태 확인 필요' };
    }
    if (job.values.kind !== 'dispatch') throw new Error('a dispatch call carried something else');
    order.status = 'DELIVERING';
    order.shipment = { ...job.values.dispatch };
    if (order.claimId !== undefined) {
      if (isClaimKnowable(order, sentAt)) self.overridden.add(job.target);
      order.more = { ...order.more, claimType: 'CANCEL', claimStatus: 'CANCEL_REJECT', claimId: order.claimId };
    }
    delete order.claimId;
    const number = job.values.dispatch.trackingNumber;
    self.ledger.push({ target: job.target, what: 'dispatch', ...(number === undefined ? {} : { number }) });
    return { yes: true };
  };

  const answerWrite = (
    kind: JobKind,
    jobs: readonly Sendable[],
    { fault, at }: Pick<FakeCall, 'fault' | 'at'>,
  ): SendOutcome => {
    if (isTrouble(fault))
      return fault === 'market'
        ? { type: 'no-answer', code: 'GW.PROXY.03' }
        : { type: 'not-applied', failure: troubleOf(fault, self.blockedForMs) };
    if (fault === 'cut-before' || jobs.some(({ target }) => self.orders.get(target)?.poison === true)) {
      return { type: 'no-answer', code: 'ECONNRESET' };
    }
    if (fault === 'refuse-whole' || jobs.some(({ target }) => self.orders.get(target)?.malformed === true)) {
      return { type: 'refused-whole', code: '000400', message: '요청이 올바르지 않습니다.' };
    }
    const verdicts = new Map(jobs.map((job) => [job.target, apply(kind, job, at)]));
    if (fault === 'cut-after') return { type: 'no-answer', code: 'GW.TIMEOUT.02' };
    if (fault === 'lost-ids')
      for (const [index, { target }] of jobs.entries()) if (index % 2 === 0) verdicts.delete(target);
    if (fault === 'unasked-ids') verdicts.set('9999999999999999', { yes: true });
    return { type: 'answered', verdicts };
  };

  const begin = (kind: JobKind | 'read', targets: readonly string[]): FakeCall => {
    const fault = self.fault({ kind, targets, n });
    n += 1;
    const call: FakeCall = { kind, targets, at: time.now(), ...(fault === undefined ? {} : { fault }) };
    self.calls.push(call);
    return call;
  };

  const sessionOf = (account: string): Session => ({
    async ready() {
      if (self.tokenMs > 0) await time.sleep(self.tokenMs);
      return self.tokenSilent ? { ok: false, failure: { kind: 'market', code: 'ECONNRESET' } } : { ok: true };
    },
    async send(kind, jobs) {
      const startedAt = time.now();
      if (!self.reachable) {
        await time.sleep(1);
        const call = { startedAt, endedAt: time.now() };
        return { outcome: { type: 'not-applied', failure: { kind: 'offline', code: 'ENOTFOUND' } }, call };
      }
      const call = begin(
        kind,
        jobs.map((job) => job.target),
      );
      await time.sleep(self.latencyMs / 2);
      const passed = pass(`${account} ${kind}`);
      const outcome: SendOutcome = passed.ok
        ? answerWrite(kind, jobs, call)
        : { type: 'not-applied', failure: { kind: 'rate', code: 'GW.RATE_LIMIT' } };
      await time.sleep(self.latencyMs / 2);
      if (call.orphan !== true) call.sure = sureOf(call.targets, outcome);
      return { outcome, call: recordOf(startedAt, passed.rate) };
    },
    async read(targets) {
      const startedAt = time.now();
      if (!self.reachable) {
        await time.sleep(1);
        return { outcome: { type: 'trouble', failure: { kind: 'offline' } }, call: { startedAt, endedAt: time.now() } };
      }
      const read = begin('read', targets);
      await time.sleep(self.latencyMs / 2);
      const passed = pass(`${account} read`);
      const outcome = readOutcome(targets, read.fault, passed.ok);
      await time.sleep(self.latencyMs / 2);
      if (read.orphan !== true && outcome.type === 'answered') {
        read.sure = new Set(outcome.findings.keys());
        for (const target of read.sure) noteShownClaim(self.orders.get(target), { readAt: read.at, now: time.now() });
      }
      return { outcome, call: recordOf(startedAt, passed.rate) };
    },
    async probe() {
      self.probes.push(time.now());
      await time.sleep(5);
      return self.reachable;
    },
    test: async () => ({
      code: 'ok',
      ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' },
    }),
    close: async () => undefined,
  });

  const recordOf = (startedAt: number, rate: CallRecord['rate']): CallRecord => ({
    startedAt,
    endedAt: time.now(),
    ...(rate === undefined ? {} : { rate }),
  });

  const readOutcome = (targets: readonly string[], fault: Fault | undefined, passed: boolean): ReadOutcome => {
    if (!passed) return { type: 'trouble', failure: { kind: 'rate', code: 'GW.RATE_LIMIT' } };
    if (isTrouble(fault)) return { type: 'trouble', failure: troubleOf(fault, self.blockedForMs) };
    if (fault === 'cut-before' || fault === 'cut-after')
      return { type: 'trouble', failure: { kind: 'market', code: 'ECONNRESET' } };
    if (fault === 'refuse-whole')
      return { type: 'refused-whole', code: '000400', message: '요청이 올바르지 않습니다.' };
    const at = time.now();
    const findings = new Map<string, Finding>();
    for (const [index, target] of targets.entries()) {
      const order = self.orders.get(target);
      if (order === undefined || order.hidden === true) continue;
      if (fault === 'lost-ids' && index % 2 === 0) continue;
      findings.set(target, findingOf(order, at));
    }
    return { type: 'answered', findings, refused: new Map() };
  };
  return self;
}
