import type { Secrets, TestReport } from '../../../src-preload/contract/store';
import { brightmallCode } from '../../../src-preload/contract/markets/brightmall/codes';
import type { HttpAnswer, Request } from '../../network/agent';
import type { Reached } from '../../network/probe';
import { bodyToKeep, jsonOf } from '../../network/answer-text';
import type { CallRecord, Session, StoreFailure } from '../market';
import { parseError } from './answers';
import { inventoryConfirmBody, inventoryConfirmOutcome, inventoryConfirmPath, wordsOf } from './inventory-confirm';

/** What may stand in a header: pasted Korean or a line break cannot be sent, and is no key either. */
const headerText = /^[\x21-\x7e]+$/;
const unsendable: StoreFailure = { kind: 'secret', code: 'secret-form' };
const nothingReached = {
  internet: 'unknown',
  clock: 'unknown',
  secret: 'unknown',
  ip: 'unknown',
  permission: 'unknown',
} as const;

/** The line to one BrightMall vendor: an API key in the headers, no token, no reading. */
export function openBrightmallSession(options: {
  secrets: Extract<Secrets, { market: 'brightmall' }>;
  baseUrl: string;
  request: Request;
  probe: (url: string) => Promise<Reached>;
  now: () => number;
}): Session {
  const { secrets, baseUrl, now } = options;

  const post = (body: unknown): Promise<HttpAnswer> =>
    options.request({
      method: 'POST',
      url: `${baseUrl}${inventoryConfirmPath}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-vendor-api-key': secrets.apiKey,
        'x-vendor-id': secrets.vendorId,
      },
      body: JSON.stringify(body),
    });

  const sendable = headerText.test(secrets.apiKey) && headerText.test(secrets.vendorId);

  return {
    ready: async () => (sendable ? { ok: true } : { ok: false, failure: unsendable }),

    send: async (_kind, jobs) => {
      const stock = jobs.flatMap(({ target, values }) =>
        values.kind === 'stock' ? [{ target, stock: values.stock }] : [],
      );
      if (stock.length !== jobs.length) {
        // The engine asked for what this market cannot do: nothing was sent, and the code names a bug of ours.
        const code = 'not-supported';
        const at = now();
        return { outcome: { type: 'refused-whole', code, message: '' }, call: { startedAt: at, endedAt: at, code } };
      }
      if (!sendable) {
        const at = now();
        return { outcome: { type: 'not-applied', failure: unsendable }, call: { startedAt: at, endedAt: at } };
      }
      const answer = await post(inventoryConfirmBody(stock));
      const outcome = inventoryConfirmOutcome(
        jobs.map((job) => job.target),
        answer,
      );
      return { outcome, call: recordOf(answer) };
    },

    // Writes may be repeated, so nothing is read (Market.reads is empty); should the engine ask, nothing was found.
    read: async () => {
      const at = now();
      return {
        outcome: { type: 'answered', findings: new Map(), refused: new Map() },
        call: { startedAt: at, endedAt: at },
      };
    },

    probe: () => options.probe(baseUrl),
    test: async () => {
      if (sendable) return reportOf(await post({ confirmations: [] }));
      return { code: 'bad-secret', ticks: { ...nothingReached, secret: 'no' }, marketCode: 'secret-form' };
    },
    close: async () => undefined,
  };
}

function recordOf(answer: HttpAnswer): CallRecord {
  const record: CallRecord = { startedAt: answer.startedAt, endedAt: answer.endedAt };
  if (answer.type !== 'response') return { ...record, code: answer.cause };
  const said = parseError(answer.text);
  record.httpStatus = answer.status;
  record.body = bodyToKeep(answer.text);
  if (answer.status !== 200) {
    const words = wordsOf(said, brightmallCode(answer.status));
    record.code = words.code;
    if (words.message !== '') record.message = words.message;
  }
  if (said.requestId !== undefined) record.traceId = said.requestId;
  return record;
}

/**
 * The test is an inventory confirmation of no items: the one call our document names, and it changes nothing. A 200
 * or a 400 ("at least one item") means that the key was accepted, 401 and 403 that it was not. GET /health would
 * only repeat what any answer shows (the line is up), and the reading calls answer personal data no one asked for.
 */
function reportOf(answer: HttpAnswer): TestReport {
  if (answer.type !== 'response') {
    const fault = answer.type === 'not-written' && answer.fault !== undefined ? { fault: answer.fault } : {};
    return { code: 'no-connection', ticks: { ...nothingReached, internet: 'no' }, ...fault };
  }
  const call = recordOf(answer);
  const words = {
    ...(call.code === undefined ? {} : { marketCode: call.code }),
    ...(call.message === undefined ? {} : { message: call.message }),
    ...(call.traceId === undefined ? {} : { traceId: call.traceId }),
  };
  // BrightMall compares neither clocks nor addresses: whatever answers has passed both.
  const reached = { ...nothingReached, internet: 'yes', clock: 'yes' } as const;
  const outcome = inventoryConfirmOutcome([], answer);
  if (outcome.type === 'no-answer' && outcome.fault !== undefined) {
    return { code: 'market-trouble', ticks: reached, ...words, fault: outcome.fault };
  }
  const isRefusedKey = outcome.type === 'not-applied' && outcome.failure.kind === 'secret';
  if (isRefusedKey) return { code: 'bad-secret', ticks: { ...reached, secret: 'no' }, ...words };
  switch (answer.status) {
    case 200:
    case 400:
      // A page that answers in place of the market with a 200 proves nothing.
      if (answer.status === 200 && !isJsonObject(answer.text)) {
        return { code: 'market-trouble', ticks: reached, ...words };
      }
      return { code: 'ok', ticks: { ...reached, secret: 'yes', ip: 'yes', permission: 'yes' } };
    case 403:
      return { code: 'permission-missing', ticks: { ...reached, secret: 'yes', permission: 'no' }, ...words };
    case 429:
      return { code: 'quota', ticks: reached, ...words };
    default:
      return { code: 'market-trouble', ticks: reached, ...words };
  }
}

function isJsonObject(text: string): boolean {
  const json = jsonOf(text);
  return typeof json === 'object' && json !== null;
}
