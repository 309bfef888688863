import type { SheetReply } from './protocol';

/**
 * The page of a process in which sheets are read (src-main/electron/files/sheet-readers.ts says why there is one). It starts
 * and ends workers and touches no file itself: each worker gets the port to the window, and answers on it directly, so
 * that a worker that spins keeps this page from nothing.
 */
const workers = new Map<string, Worker>();

addEventListener('message', (event) => {
  if (event.source !== window) return;
  const order: unknown = event.data?.readerOrder;
  if (typeof order !== 'object' || order === null || !('readerId' in order) || typeof order.readerId !== 'string')
    return;
  const [port] = event.ports;
  if (port) start(order.readerId, port);
  else end(order.readerId);
});

/** The port is handed on once the program has loaded; until then what is asked waits in it. */
function start(readerId: string, port: MessagePort): void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'sheet' });
  workers.set(readerId, worker);
  worker.addEventListener('message', () => worker.postMessage(undefined, [port]), { once: true });
  worker.addEventListener('error', () => port.postMessage({ lost: true } satisfies SheetReply));
}

function end(readerId: string): void {
  workers.get(readerId)?.terminate();
  workers.delete(readerId);
}
