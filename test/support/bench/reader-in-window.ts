import type { Page } from 'playwright';
import { z } from 'zod';

/**
 * Of one file: its lines' orders and numbers, a refusal, an exception in the worker, or a reader that was lost or gave
 * no answer in time.
 */
const sheetReadingSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('read'), ms: z.number(), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ is: z.literal('refused'), ms: z.number(), code: z.string() }),
  z.object({ is: z.literal('broke'), ms: z.number(), what: z.string() }),
  z.object({ is: z.literal('lost'), ms: z.number(), why: z.string() }),
  z.object({ is: z.literal('hung'), ms: z.number() }),
]);
export type SheetReading = z.infer<typeof sheetReadingSchema>;

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Gives files to sheet readers as the window does, over the bridge and the port, one reader after the other: the next
 * file of a batch meets the same reader unless it was lost or hung. Reads as for a dispatch at NAVER.
 */
export async function readInWindow(
  page: Page,
  files: readonly GivenFile[],
  patienceMs: number,
): Promise<SheetReading[]> {
  const packed = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  // tsx wraps every named function in one the page lacks.
  await page.evaluate('globalThis.__name = (it) => it');
  const seen: unknown = await page.evaluate(askReaders, { files: packed, patienceMs });
  return z.array(sheetReadingSchema).parse(seen);
}

/** Runs in the page: whatever it needs stands in it. */
async function askReaders({
  files,
  patienceMs,
}: {
  files: { name: string; base64: string }[];
  patienceMs: number;
}): Promise<unknown[]> {
  const desk = Reflect.get(globalThis, 'desk');
  const holder: { reader?: { id: string; port: MessagePort } | undefined } =
    Reflect.get(globalThis, 'benchHolder') ?? {};
  Reflect.set(globalThis, 'benchHolder', holder);
  const basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: Date.now() };
  const readings: unknown[] = [];
  for (const { name, base64 } of files) {
    if (!holder.reader) {
      const ports = new Map<string, MessagePort>();
      const take = ({ data, ports: [port] }: MessageEvent): void => {
        if (typeof data?.sheetReader === 'string' && port) ports.set(data.sheetReader, port);
      };
      addEventListener('message', take);
      const answer = await desk.call('sheet-reader-start', {});
      const id: string = answer.value.readerId;
      for (;;) {
        const port = ports.get(id);
        if (port) {
          holder.reader = { id, port };
          break;
        }
        await new Promise((resolve) => void addEventListener('message', resolve, { once: true }));
      }
      removeEventListener('message', take);
      holder.reader.port.start();
      void desk.call('sheet-reader-at-work', { readerId: id, atWork: true });
    }
    const { id, port } = holder.reader;
    const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
    const begun = performance.now();
    const ending = await new Promise<Record<string, unknown>>((resolve) => {
      const patience = setTimeout(() => finish({ is: 'hung' }), patienceMs);
      const stop = desk.on('sheet-reader-lost', (loss: { readerId: string; why: string }) => {
        if (loss.readerId === id) finish({ is: 'lost', why: loss.why });
      });
      const hear = ({ data }: MessageEvent): void => {
        if ('progress' in data) return;
        if ('broke' in data) finish({ is: 'broke', what: data.broke });
        else if (data.id === 2) {
          const rows: { cells: Record<string, string> }[] = data.output;
          finish({
            is: 'read',
            rows: rows.map(({ cells }) => [
              cells['productOrderId'] ?? cells['orderId'] ?? '',
              cells['trackingNumber'] ?? '',
            ]),
          });
        } else if (data.output.ok) port.postMessage({ id: 2, name: 'lines', input: { from: 0, limit: 1000 } });
        else finish({ is: 'refused', code: data.output.failure.code });
      };
      const finish = (how: Record<string, unknown>): void => {
        clearTimeout(patience);
        stop();
        port.removeEventListener('message', hear);
        resolve({ ...how, ms: performance.now() - begun });
      };
      port.addEventListener('message', hear);
      port.postMessage({ id: 1, name: 'open', input: { file, fileName: name, basis } });
    });
    if (ending['is'] === 'lost' || ending['is'] === 'hung') {
      holder.reader = undefined;
      if (ending['is'] === 'hung') await desk.call('sheet-reader-end', { readerId: id });
    }
    readings.push(ending);
  }
  return readings;
}
