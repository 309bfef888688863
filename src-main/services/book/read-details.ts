import type { StoreId } from '../../../src-preload/contract/ids';
import type { ProductOrderStates, ReadCall } from '../../outbox/outbox-port';
import type { Outbox } from '../../outbox/outbox-port';
import type { Ask } from './ask';

/** Product orders of one reading; the market takes no more at once. */
export const readAtOnce = 300;

interface DetailReading {
  answer: Extract<ProductOrderStates, { type: 'answered' }>;
  call: ReadCall;
  asked: readonly string[];
}

/**
 * Reads product orders, as many at once as the market takes. A reading refused as a whole is halved: one product order
 * the market cannot answer for must not hide the others; it alone is left out. Each reading is handed on before the next is made.
 * @returns why it ended early; undefined when all were asked
 */
export async function readDetails(
  { directReads }: Pick<Outbox, 'directReads'>,
  ask: Ask,
  storeId: StoreId,
  productOrderIds: readonly string[],
  take: (reading: DetailReading) => Promise<void>,
): Promise<'resting' | 'no-answer' | 'stopped' | undefined> {
  const parts = chunksOf(productOrderIds, readAtOnce);
  for (let ids = parts.shift(); ids !== undefined; ids = parts.shift()) {
    const asked = ids;
    const reading = await ask(storeId, 'read', () => directReads.readProductOrders(storeId, asked, 'to-need'));
    if (reading.is !== 'answered') return reading.is;
    if (reading.answer.type === 'answered') await take({ answer: reading.answer, call: reading.call, asked });
    else if (asked.length > 1) parts.unshift(...chunksOf(asked, Math.ceil(asked.length / 2)));
    else
      await take({ answer: { type: 'answered', findings: new Map(), refused: new Map() }, call: reading.call, asked });
  }
  return undefined;
}

function chunksOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, n) => ids.slice(n * size, (n + 1) * size));
}
