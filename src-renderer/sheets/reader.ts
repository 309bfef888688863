import { reportProblem } from '../state/report-problem';
import type { SheetReaderId } from '../../src-preload/contract/ids';
import { call, listen } from '../state/ipc-client';

/** Why a reader is gone with all it held; `stuck`: it gave no sign for too long. */
export type ReaderLoss = 'memory' | 'stuck' | 'broke';

/** A worker in a process apart from the window's (src-main/electron/files/sheet-readers.ts), and the port to it. */
export interface SheetReader {
  id: SheetReaderId;
  port: MessagePort;
}

/** Ports that came before the answer that names their reader, and those who wait for one. */
const arrived = new Map<string, MessagePort>();
const awaited = new Map<string, (port: MessagePort) => void>();
const lossListeners = new Map<SheetReaderId, (why: ReaderLoss) => void>();
/** One that has loaded its program and waits for the next file. */
let spare: Promise<SheetReader | undefined> | undefined;
let isListening = false;

/** Starts the reader of the next file ahead, so that the seller does not wait for a process to start. */
export function keepReaderReady(): void {
  spare ??= startSpare();
}

async function startSpare(): Promise<SheetReader | undefined> {
  try {
    const reader = await startReader();
    lossListeners.set(reader.id, () => {
      spare = undefined;
    });
    return reader;
  } catch (problem) {
    // The next file tries again, and says so if it cannot.
    reportProblem('caught', problem);
    return undefined;
  }
}

/** The reader kept ready, or a new one. Rejects when none could be started. */
export async function takeReader(onLost: (why: ReaderLoss) => void): Promise<SheetReader> {
  const ready = spare;
  spare = undefined;
  const reader = (await ready) ?? (await startReader());
  lossListeners.set(reader.id, onLost);
  return reader;
}

/** Ends a reader at once, whatever it is doing; the next file finds another one ready. */
export function endReader({ id, port }: SheetReader): void {
  lossListeners.delete(id);
  port.close();
  void call('sheet-reader-end', { readerId: id });
  keepReaderReady();
}

async function startReader(): Promise<SheetReader> {
  listenOnce();
  const answer = await call('sheet-reader-start', {});
  if (!answer.ok) throw new Error(`no sheet reader: ${answer.failure.code}`);
  const id = answer.value.readerId;
  const port = arrived.get(id) ?? (await new Promise<MessagePort>((resolve) => awaited.set(id, resolve)));
  arrived.delete(id);
  return { id, port };
}

function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  addEventListener('message', ({ source, data, ports: [port] }) => {
    const id: unknown = data?.sheetReader;
    if (source !== window || typeof id !== 'string' || !port) return;
    const take = awaited.get(id);
    awaited.delete(id);
    if (take) take(port);
    else arrived.set(id, port);
  });
  listen('sheet-reader-lost', ({ readerId, why }) => {
    const onLoss = lossListeners.get(readerId);
    lossListeners.delete(readerId);
    onLoss?.(why);
  });
}
