import { rename } from 'node:fs/promises';
import { BrokenLedger } from './ledger-file';
import type { Practice } from './start-practice';

interface Running {
  url: string;
  /** The practice account's credentials, in the form each market wants them. */
  secrets(
    market: 'naver' | 'brightmall',
  ):
    | { market: 'naver'; clientId: string; clientSecret: string }
    | { market: 'brightmall'; vendorId: string; apiKey: string };
  /** Makes new orders and answers them as rows of a sheet, the first being the headers. */
  newOrders(count: number): { fileName: string; rows: string[][] };
}

/** Starts the practice market when a practice store first needs it, and only then. */
export function createPracticeKeeper(options: { ledgerFile: string }) {
  let starting: Promise<Practice> | undefined;
  const start = async (): Promise<Practice> => {
    // A seller with a store of their own never needs it: loaded when the first practice order is.
    const { startPractice } = await import('./start-practice');
    return startPractice({ ledgerFile: options.ledgerFile, options: { switches: { rate: 10 } } });
  };
  const startWhole = async (): Promise<Practice> => {
    try {
      return await start();
    } catch (problem) {
      if (!(problem instanceof BrokenLedger)) throw problem;
      // Nothing real is in it: set aside, not deleted, and the practice begins again.
      await rename(options.ledgerFile, `${options.ledgerFile}.broken`);
      return start();
    }
  };
  return {
    async running(): Promise<Running> {
      const attempt = (starting ??= startWhole());
      // A start that failed (a full disk, a locked file) is tried again the next time it is asked for.
      const practice = await attempt.catch((problem: unknown) => {
        if (starting === attempt) starting = undefined;
        throw problem;
      });
      return {
        url: practice.url,
        secrets: (market) =>
          market === 'naver' ? { market, ...practice.credentials } : { market, ...practice.brightmall },
        newOrders: (count) => sheetOf(practice, count),
      };
    },
    async stop(): Promise<void> {
      if (starting) await (await starting).stop();
      starting = undefined;
    },
  };
}

/** A courier's result sheet for orders made just now. Seeded by how many orders there are, so that each press makes others. */
function sheetOf(practice: Practice, count: number): { fileName: string; rows: string[][] } {
  const made = practice.control.makeOrders(count, practice.control.orders().length + 1);
  const head = ['상품주문번호', '택배사', '송장번호', '수취인명', '상품명'];
  const rows = made.map((order) => [
    order.productOrderId,
    order.courierText,
    order.trackingNumber,
    order.recipient.name,
    order.productName,
  ]);
  return { fileName: `연습 주문 ${count}건.xlsx`, rows: [head, ...rows] };
}

export type PracticeKeeper = ReturnType<typeof createPracticeKeeper>;
