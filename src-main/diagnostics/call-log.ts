import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallRecord, FeedOutcome, ReadOutcome, SendOutcome, Session, TodayHourOutcome } from '../markets/market';
import type { HttpAnswer, Request } from '../network/agent';
import type { Logger } from './log-events';

export interface CallLog {
  /** The HTTP client with its requests noted, so that those of a token or a test are logged, too. */
  request(request: Request): Request;
  /** The session of a store with its calls logged: kind, count, status, code, duration, trace id, never a body. */
  session(storeId: string, session: Session): Session;
}

/**
 * Logs every call to a market where it is made, for the engine and direct readings alike.
 * @param clock ms that only go up
 */
export function createCallLog(logger: Logger, clock: () => number): CallLog {
  const noted = new AsyncLocalStorage<HttpAnswer[]>();

  const noteCall = (
    storeId: string,
    kind: string,
    count: number,
    { outcome, call }: { outcome: SendOutcome | ReadOutcome | FeedOutcome | TodayHourOutcome; call: CallRecord },
  ): void => {
    const failure = 'failure' in outcome ? outcome.failure : undefined;
    const code = call.code ?? failure?.code;
    logger.log('call', {
      storeId,
      kind,
      count,
      outcome: failure?.kind ?? outcome.type,
      ...(call.httpStatus === undefined ? {} : { status: call.httpStatus }),
      ...(code === undefined ? {} : { code }),
      ms: Math.max(0, call.endedAt - call.startedAt),
      ...(call.traceId === undefined ? {} : { traceId: call.traceId }),
    });
  };

  /** Requests that have no record of their own. */
  const noting = async <Value>(storeId: string, kind: string, run: () => Promise<Value>): Promise<Value> => {
    const requests: HttpAnswer[] = [];
    try {
      return await noted.run(requests, run);
    } finally {
      for (const answer of requests) {
        logger.log('call', {
          storeId,
          kind,
          count: 0,
          outcome: answer.type,
          ...(answer.type === 'response' ? { status: answer.status } : {}),
          ms: Math.max(0, answer.endedAt - answer.startedAt),
        });
      }
    }
  };

  return {
    request: (request) => async (asked) => {
      const answer = await request(asked);
      noted.getStore()?.push(answer);
      return answer;
    },
    session: (storeId, session) => ({
      ...withChanges(session, (answer) => noteCall(storeId, 'changes', rowsOf(answer.outcome), answer)),
      ...withTodayHour(session, (answer) => noteCall(storeId, 'today-hour', 0, answer)),
      ready: () => noting(storeId, 'token', () => session.ready()),
      async send(kind, jobs) {
        const answer = await session.send(kind, jobs);
        noteCall(storeId, kind, jobs.length, answer);
        return answer;
      },
      async read(targets) {
        const answer = await session.read(targets);
        noteCall(storeId, 'read', targets.length, answer);
        return answer;
      },
      async probe() {
        const since = clock();
        const reached = await session.probe();
        const fault = typeof reached === 'object' ? { fault: reached.is } : {};
        logger.log('probe', { storeId, reached: reached === true, ...fault, ms: clock() - since });
        return reached;
      },
      test: () => noting(storeId, 'test', () => session.test()),
      close: () => session.close(),
    }),
  };
}

/** The feed, where the market has one. */
function withChanges(
  { readChanges }: Session,
  note: (answer: { outcome: FeedOutcome; call: CallRecord }) => void,
): Pick<Session, 'readChanges'> {
  if (readChanges === undefined) return {};
  return {
    async readChanges(position) {
      const answer = await readChanges(position);
      note(answer);
      return answer;
    },
  };
}

/** The hour of 오늘출발, where the market has one. */
function withTodayHour(
  { readTodayHour }: Session,
  note: (answer: { outcome: TodayHourOutcome; call: CallRecord }) => void,
): Pick<Session, 'readTodayHour'> {
  if (readTodayHour === undefined) return {};
  return {
    async readTodayHour() {
      const answer = await readTodayHour();
      note(answer);
      return answer;
    },
  };
}

function rowsOf(outcome: FeedOutcome): number {
  return outcome.type === 'answered' ? outcome.rows.length : 0;
}
