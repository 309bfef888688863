import type { ApiName } from './apis';

/** One request as the practice market saw it. Holds no token and no secret. */
export interface SeenRequest {
  /** From 1, in the order of arrival. */
  n: number;
  api: ApiName;
  method: string;
  /** With its query. */
  path: string;
  /** Real time of arrival and of the end, ms; not the skewed clock. */
  at: number;
  endedAt?: number;
  ids: string[];
  traceId: string;
  /** Absent while open, and for good when the socket was cut. */
  status?: number;
  code?: string;
  /** Whether the service itself was reached, past the gateway. */
  reached: boolean;
  fault?: string;
  /** What the market would hold against the application: token calls that break the specification. */
  remarks: string[];
}

export interface RequestLog {
  open(request: SeenRequest): void;
  close(request: SeenRequest): void;
  all(): readonly SeenRequest[];
  nextNumber(): number;
  clear(): void;
  /** Resolves with the `nth` request of that API since the last clear, as soon as it has arrived. */
  arrived(api: ApiName, nth: number): Promise<SeenRequest>;
  /** Resolves when that one has ended (answered or cut). */
  ended(api: ApiName, nth: number): Promise<SeenRequest>;
}

interface Waiter {
  what: 'arrived' | 'ended';
  api: ApiName;
  nth: number;
  resolve: (request: SeenRequest) => void;
}

// A practice store may run for weeks; no one looks further back.
const mostKept = 20_000;

/** Remembers what was asked, so that tests wait for events and never sleep. */
export function openRequestLog(): RequestLog {
  let kept: SeenRequest[] = [];
  let waiters: Waiter[] = [];
  let count = 0;

  const find = (waiter: Pick<Waiter, 'what' | 'api' | 'nth'>): SeenRequest | undefined => {
    const request = kept.filter((one) => one.api === waiter.api)[waiter.nth - 1];
    return waiter.what === 'ended' && request?.endedAt === undefined ? undefined : request;
  };
  const settle = (): void => {
    waiters = waiters.filter((waiter) => {
      const request = find(waiter);
      if (request !== undefined) waiter.resolve(request);
      return request === undefined;
    });
  };
  const wait = (what: Waiter['what'], api: ApiName, nth: number): Promise<SeenRequest> =>
    new Promise((resolve) => {
      waiters.push({ what, api, nth, resolve });
      settle();
    });

  return {
    open(request) {
      kept.push(request);
      if (kept.length > mostKept) kept = kept.slice(-mostKept / 2);
      if (waiters.length > 0) settle();
    },
    close() {
      if (waiters.length > 0) settle();
    },
    all: () => kept,
    nextNumber: () => (count += 1),
    clear() {
      kept = [];
    },
    arrived: (api, nth) => wait('arrived', api, nth),
    ended: (api, nth) => wait('ended', api, nth),
  };
}
