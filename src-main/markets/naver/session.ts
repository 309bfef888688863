import type { JobKind } from '../../../src-preload/contract/job-states';
import type { Secrets } from '../../../src-preload/contract/store';
import type { HttpAnswer, Request } from '../../network/agent';
import type { Reached } from '../../network/probe';
import { bodyToKeep } from '../../network/answer-text';
import type { MarketClock } from '../../network/market-clock';
import { byTurns } from './in-steps';
import type { CallRecord, ReadOutcome, Sendable, SendOutcome, Session } from '../market';
import { changesInSteps, changesPath, feedQuestion } from './changes';
import type { CompanyCodes } from './company-codes';
import { confirmBody, confirmOutcome, confirmPath } from './confirm';
import { delayBody } from './delay';
import { dispatchBody, dispatchOutcome, dispatchPath } from './dispatch';
import { createGateway } from './gateway';
import { isOrderNumber, notAnOrderNumber, productOrderIdsOutcome, productOrderIdsPath } from './product-order-ids';
import { queryBody, queryInSteps, queryPath } from './query';
import { approveCancelPath, delayPath, isProductOrderId, singleOutcome } from './single-order';
import { testStore } from './store-test';
import { todayHourOutcome, todayHourPath } from './today-hour';
import { createTokens } from './token';

/** The line to one SmartStore. Holds the secret and the token; nothing it answers contains either. */
export function openNaverSession(options: {
  secrets: Extract<Secrets, { market: 'naver' }>;
  baseUrl: string;
  request: Request;
  probe: (url: string) => Promise<Reached>;
  clock: MarketClock;
  now: () => number;
  /** ms UTC to the market's notation in KST */
  marketTime: (ms: number) => string;
  companyCodes: CompanyCodes;
}): Session {
  const { baseUrl, request, clock, now } = options;
  const tokens = createTokens({
    clientId: options.secrets.clientId,
    clientSecret: options.secrets.clientSecret,
    baseUrl,
    request,
    clock,
  });
  const gateway = createGateway({ baseUrl, request, clock, tokens, now });

  const post = async (
    path: string,
    body: (() => unknown) | undefined,
    weighAnswer: (answer: HttpAnswer) => SendOutcome,
  ): Promise<{ outcome: SendOutcome; call: CallRecord }> => {
    const asked = await gateway.call({ method: 'POST', path, ...(body === undefined ? {} : { body }) });
    if (!asked.ok) return { outcome: { type: 'not-applied', failure: asked.failure }, call: asked.call };
    return { outcome: weighAnswer(asked.answer), call: keepBody(asked.call, asked.answer) };
  };

  return {
    ready: async () => {
      const token = await tokens.current();
      return token.ok ? { ok: true } : { ok: false, failure: token.failure };
    },

    send: async (kind: JobKind, jobs: readonly Sendable[]) => {
      const targets = jobs.map((job) => job.target);
      switch (kind) {
        case 'dispatch': {
          const dispatches = jobs.flatMap(({ target, values }) =>
            values.kind === 'dispatch' ? [{ target, dispatch: values.dispatch }] : [],
          );
          if (dispatches.length !== jobs.length) return ourFault(now());
          const sent = options.companyCodes.asSent(dispatches);
          const body = () => dispatchBody(sent, Math.floor(clock.now()), options.marketTime);
          return post(dispatchPath, body, (answer) =>
            options.companyCodes.learn(sent, dispatchOutcome(targets, answer)),
          );
        }
        case 'confirm':
          return post(
            confirmPath,
            () => confirmBody(targets),
            (answer) => confirmOutcome(targets, answer),
          );
        case 'lookup': {
          const [orderId] = targets;
          if (orderId === undefined || targets.length > 1) return ourFault(now());
          if (!isOrderNumber(orderId)) return { outcome: notAnOrderNumber(orderId), call: noCall(now()) };
          const asked = await gateway.call({ method: 'GET', path: productOrderIdsPath(orderId) });
          if (!asked.ok) return { outcome: { type: 'not-applied', failure: asked.failure }, call: asked.call };
          return { outcome: productOrderIdsOutcome(orderId, asked.answer), call: asked.call };
        }
        case 'delay': {
          const [job] = jobs;
          if (job?.values.kind !== 'delay' || jobs.length > 1 || !isProductOrderId(job.target)) return ourFault(now());
          const { target, values } = job;
          const body = () => delayBody(values.delay, options.marketTime);
          return post(delayPath(target), body, (answer) => singleOutcome(target, answer));
        }
        case 'refund': {
          const [target] = targets;
          if (target === undefined || jobs.length > 1 || !isProductOrderId(target)) return ourFault(now());
          return post(approveCancelPath(target), undefined, (answer) => singleOutcome(target, answer));
        }
        case 'stock':
          return ourFault(now());
      }
    },

    read: async (targets): Promise<{ outcome: ReadOutcome; call: CallRecord }> => {
      const asked = await gateway.call({ method: 'POST', path: queryPath, body: () => queryBody(targets) });
      if (!asked.ok) return { outcome: { type: 'trouble', failure: asked.failure }, call: asked.call };
      return { outcome: await byTurns(queryInSteps(targets, asked.answer)), call: asked.call };
    },

    readChanges: async (position) => {
      // A token first: getting it may teach the market's time, which says how far the window may reach.
      await tokens.current();
      const at = Math.floor(clock.now());
      const question = feedQuestion(position, at);
      const asked = await gateway.call({ method: 'GET', path: changesPath(question) });
      if (!asked.ok) return { outcome: { type: 'trouble', failure: asked.failure }, call: asked.call };
      return { outcome: await byTurns(changesInSteps(question, asked.answer, at)), call: asked.call };
    },

    readTodayHour: async () => {
      const asked = await gateway.call({ method: 'GET', path: todayHourPath });
      if (!asked.ok) return { outcome: { type: 'trouble', failure: asked.failure }, call: asked.call };
      return { outcome: todayHourOutcome(asked.answer), call: asked.call };
    },

    probe: () => options.probe(baseUrl),
    test: () => testStore({ tokens, gateway, clock }),
    close: async () => tokens.forget(),
  };
}

/** Answers to writes are kept for the market's support desk; readings are not: they hold addresses. */
function keepBody(call: CallRecord, answer: HttpAnswer): CallRecord {
  return answer.type === 'response' ? { ...call, body: bodyToKeep(answer.text) } : call;
}

/** The engine asked for what this market cannot do: nothing was sent, and the code names a bug of ours. */
function ourFault(at: number): { outcome: SendOutcome; call: CallRecord } {
  const code = 'not-supported';
  return { outcome: { type: 'refused-whole', code, message: '' }, call: { ...noCall(at), code } };
}

function noCall(at: number): CallRecord {
  return { startedAt: at, endedAt: at };
}
