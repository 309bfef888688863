import { failure } from '../../src-preload/contract/result';
import { createInflater, type Inflater } from './reading/zip/inflate-beside';
import { readWorkbook } from './reading/read-workbook';
import { ReviewSession } from './review-session';
import type { SheetCalls, SheetReply, SheetRequest } from './protocol';
import { tableToXls } from './table-to-xls';
import { tableToXlsx } from './table-to-xlsx';
import { formHeads } from './understanding/form-heads';
import { warmUp } from './warm-up';

/**
 * CP949 as Chromium decodes it, which is right (resources/docs/sheets.md, "Decoding Korean"); made when the first such
 * file comes.
 */
let cp949: TextDecoder | undefined;
function decodeCp949(bytes: Uint8Array): string {
  cp949 ??= new TextDecoder('euc-kr');
  return cp949.decode(bytes);
}

const tools = {
  decodeCp949,
  digest: async (bytes: ArrayBuffer) => toHex(await crypto.subtle.digest('SHA-256', bytes)),
};
const session = new ReviewSession({ ...tools, onProgress: (progress) => say({ progress }) });

function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The way to the window, which is in another process; set once the page of this one has handed it over. */
let port: MessagePort | undefined;

function say(reply: SheetReply, transfer: Transferable[] = []): void {
  port?.postMessage(reply, transfer);
}

let isAsked = false;

/**
 * One question at a time and in order: an edit never overtakes the choice of columns before it. The first one waits at
 * most for one reading of the warm-up.
 */
let turn: Promise<void> = warmUp(tools, () => !isAsked).then(
  () => undefined,
  (problem: unknown) => console.error('the warm-up of a sheet reader broke', problem),
);

function take({ data: request }: MessageEvent<SheetRequest>): void {
  isAsked = true;
  turn = turn
    .then(() => answer(request))
    .then(
      (output) => say({ id: request.id, output }, output instanceof Uint8Array ? [output.buffer] : []),
      (problem: unknown) => say({ id: request.id, broke: String(problem) }),
    );
}

addEventListener(
  'message',
  (event) => {
    [port] = event.ports;
    // What was asked meanwhile waits in the port, and comes now.
    port?.addEventListener('message', take);
    port?.start();
  },
  { once: true },
);
// In a worker there is one other side; the window's signature with options fits both.
postMessage('loaded', {});

/** A smaller file is read in the time that a thread takes to start. */
const leastBesides = 1024 * 1024;

function startInflater(): Inflater {
  const worker = new Worker(new URL('./inflate-worker.ts', import.meta.url), { type: 'module', name: 'inflate' });
  return createInflater(worker, () => worker.terminate());
}

/** `file-gone`: the file cannot be read, or is not any more what was handed in. */
async function open({ file, ...input }: SheetCalls['open']['input']): Promise<SheetCalls['open']['output']> {
  // Started before the bytes are in: by the time they are, it has loaded.
  const inflater = file.size < leastBesides ? undefined : startInflater();
  try {
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (!bytes) return failure('file-gone');
    const onRead = (): void => {
      inflater?.end();
      // Taken away from whoever still names them, and free with the next small collection: they would stand next to all
      // that is made of them until the review is there.
      structuredClone(bytes, { transfer: [bytes] });
    };
    return await session.open({ ...input, bytes, onRead, ...(inflater ? { inflate: inflater.inflate } : {}) });
  } finally {
    inflater?.end();
  }
}

/** Of a form that is learnt from only the headers are wanted: it is read on its own, next to what is reviewed. */
async function heads({ file }: SheetCalls['heads']['input']): Promise<SheetCalls['heads']['output']> {
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return undefined;
  const read = await readWorkbook(new Uint8Array(bytes), {
    fileName: file.name,
    decodeCp949,
    onProgress: () => undefined,
  });
  return read.ok ? formHeads(read.value) : undefined;
}

async function answer(request: SheetRequest): Promise<SheetCalls[SheetRequest['name']]['output']> {
  switch (request.name) {
    case 'open':
      return open(request.input);
    case 'choose':
      return session.choose(request.input);
    case 'restore':
      return session.restore(request.input);
    case 'lines':
      return session.lines(request.input);
    case 'earlierJobs':
      return session.earlierJobs(request.input);
    case 'page':
      return session.page(request.input);
    case 'seek':
      return session.model.seek(request.input);
    case 'find':
      return session.model.find(request.input);
    case 'remarkKinds':
      return session.model.remarkKinds();
    case 'leaveOut':
      return session.model.leaveOut(request.input);
    case 'change':
      return session.change(request.input);
    case 'fix':
      return session.fix(request.input);
    case 'sameCourier':
      return session.sameCourier(request.input);
    case 'tick':
      return session.tick(request.input);
    case 'range':
      return session.range(request.input);
    case 'rangeText':
      return session.rangeText(request.input);
    case 'tickAll':
      return session.tickAll();
    case 'putBack':
      return session.putBack(request.input);
    case 'hidden':
      return session.hidden(request.input);
    case 'orders':
      return session.orders();
    case 'others':
      return session.others(request.input);
    case 'answerOpen':
      return session.answerOpen(request.input);
    case 'dateAll':
      return session.model.dateAll(request.input.date);
    case 'recheck':
      return session.recheck(request.input);
    case 'writeOthers':
      return session.writeOthers(request.input);
    case 'heads':
      return heads(request.input);
    case 'writeTable':
      return request.input.format === 'xls' ? tableToXls(request.input) : tableToXlsx(request.input);
  }
}
