import type { StockValues } from '../../../src-preload/contract/job';
import { brightmallCode, isBrightmallCode } from '../../../src-preload/contract/markets/brightmall/codes';
import type { BrightmallCode } from '../../../src-preload/contract/markets/brightmall/codes';
import { writeStockNote } from '../../../src-preload/contract/markets/brightmall/note';
import type { HttpAnswer } from '../../network/agent';
import { isWebPage } from '../../network/answer-text';
import type { SendOutcome, StoreFailure, Verdict } from '../market';
import { isRefusal, parseError, parseResults } from './answers';
import type { StockResult } from './answers';

/** Below the base address, which ends in /vendor-api. */
export const inventoryConfirmPath = '/inventory/confirm';

export interface Confirmation {
  ord_prd_no: string;
  stock_available: boolean;
  unavailable_reason?: string;
  memo?: string;
  supply_price?: { unit_price: number; quantity: number; total_amount: number };
}

/**
 * resources/docs/markets/brightmall.md, "Inventory confirm". The reason goes with "not available" only; what is empty
 * is left out.
 */
export function inventoryConfirmBody(jobs: readonly { target: string; stock: StockValues }[]): {
  confirmations: Confirmation[];
} {
  return {
    confirmations: jobs.map(({ target, stock }) => ({
      ord_prd_no: target,
      stock_available: stock.available,
      ...(stock.available || stock.reason === undefined ? {} : { unavailable_reason: stock.reason }),
      ...(stock.memo ? { memo: stock.memo } : {}),
      ...(stock.price === undefined
        ? {}
        : {
            supply_price: {
              unit_price: stock.price.unit,
              quantity: stock.price.quantity,
              total_amount: stock.price.total,
            },
          }),
    })),
  };
}

/**
 * The market documents no codes: what it says is kept as it is where the table lists it, else our own code stands in
 * and the market's goes in front of its message, so that nothing it said is lost.
 */
export function wordsOf(
  said: { code?: string | undefined; message?: string | undefined },
  standIn: BrightmallCode,
): { code: BrightmallCode; message: string } {
  const message = said.message ?? '';
  if (said.code === undefined) return { code: standIn, message };
  if (isBrightmallCode(said.code)) return { code: said.code, message };
  return { code: standIn, message: message === '' ? said.code : `${said.code}: ${message}` };
}

/** What an answer says of the items in a call. Unknown is no harm here: repeating is documented as safe. */
export function inventoryConfirmOutcome(asked: readonly string[], answer: HttpAnswer): SendOutcome {
  if (answer.type === 'not-written') {
    const fault = answer.fault === undefined ? {} : { fault: answer.fault };
    return { type: 'not-applied', failure: { kind: 'offline', code: answer.cause, ...fault } };
  }
  if (answer.type === 'cut') return { type: 'no-answer', code: answer.cause };
  if (isWebPage(answer)) {
    const code = answer.status === 200 ? 'not-documented' : brightmallCode(answer.status);
    return { type: 'no-answer', code, fault: { is: 'web-page' } };
  }

  const said = parseError(answer.text);
  const words = wordsOf(said, answer.status === 200 ? 'BM.400' : brightmallCode(answer.status));
  if (answer.status === 200) {
    const parsed = parseResults(answer.text);
    if (parsed !== undefined) return { type: 'answered', verdicts: verdictsOf(asked, parsed.results) };
    if (!isRefusal(answer.text)) return { type: 'no-answer', code: 'not-documented' };
    // Wrapped answers name a bad key in words instead of by status (resources/docs/markets/brightmall.md, "Envelope").
    if (/API_KEY|UNAUTHORI[SZ]ED/i.test(said.code ?? '')) {
      return failure({ kind: 'secret', ...words, code: 'INVALID_API_KEY' });
    }
    return { type: 'refused-whole', ...words };
  }
  switch (answer.status) {
    case 400:
      return { type: 'refused-whole', ...words };
    case 401:
      return failure({ kind: 'secret', ...words });
    case 403:
      return failure({ kind: 'permission', ...words });
    case 404:
      // In BrightMall's own words it is an item that does not exist: halving the call finds it. Anything else answers at
      // an address that is not the API's.
      return said.message === undefined && said.code === undefined
        ? failure({ kind: 'no-path', ...words })
        : { type: 'refused-whole', ...words };
    case 429:
      return failure({ kind: 'rate', ...words, ...retryAfter(answer.headers) });
    default:
      return { type: 'no-answer', ...words };
  }
}

function verdictsOf(asked: readonly string[], results: readonly StockResult[]): ReadonlyMap<string, Verdict> {
  const byItem = new Map(results.map((result) => [result.ord_prd_no, result]));
  const verdicts = new Map<string, Verdict>();
  for (const item of asked) {
    const result = byItem.get(item);
    if (result === undefined) continue;
    verdicts.set(
      item,
      result.success
        ? { yes: true, ...noteOf(result.new_status, result.supply_price_recorded) }
        : { yes: false, ...wordsOf(result, 'BM.ITEM') },
    );
  }
  return verdicts;
}

/** What the log keeps of a yes, to be said in Korean there. */
function noteOf(status: string | undefined, priceRecorded: boolean | undefined): { note?: string } {
  const note = writeStockNote({
    ...(status === undefined ? {} : { status }),
    ...(priceRecorded === undefined ? {} : { price: priceRecorded ? 'recorded' : 'not-recorded' }),
  });
  return note === undefined ? {} : { note };
}

/** Seconds only: neither documented nor seen. */
function retryAfter(headers: Readonly<Record<string, string>>): { retryAfterMs?: number } {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.ceil(seconds * 1_000) } : {};
}

function failure(what: StoreFailure): SendOutcome {
  return { type: 'not-applied', failure: what };
}
