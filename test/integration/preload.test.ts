import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callNames, callsWithFile, eventNames, sheetReaderChannel } from '../../src-preload/contract/names';
import { readerOrderChannel } from '../../src-preload/contract/reader-order';

const built = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, `../../out/preload/${name}.cjs`), 'utf8');
const bridgeSchema = z.strictObject({
  call: z.custom<(name: string, input: unknown) => Promise<unknown>>((value) => typeof value === 'function'),
  on: z.custom<(name: string, listener: (payload: unknown) => void) => () => void>(
    (value) => typeof value === 'function',
  ),
});

let invoked: [string, unknown][];
let listeners: Map<string, (event: unknown, payload: unknown) => void>;
let posted: unknown[][];
let desk: z.infer<typeof bridgeSchema>;

/** Runs a built preload as the sandbox would: `require` knows electron only. Answers what the page then has of it. */
async function load(preload: string): Promise<Map<string, unknown>> {
  invoked = [];
  listeners = new Map();
  posted = [];
  const exposed = new Map<string, unknown>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
    ipcRenderer: {
      invoke: (channel: string, input: unknown) => {
        invoked.push([channel, input]);
        return Promise.resolve({ ok: true, value: channel });
      },
      on: (channel: string, listener: (event: unknown, payload: unknown) => void) =>
        void listeners.set(channel, listener),
      removeListener: (channel: string) => void listeners.delete(channel),
    },
    // A file of the disk has a path; one the page made has none.
    webUtils: { getPathForFile: (file: File) => (file.name === 'cj.xlsx' ? '/home/seller/cj.xlsx' : '') },
  };
  const asked: string[] = [];
  runInNewContext(await built(preload), {
    require: (name: string) => {
      asked.push(name);
      if (name !== 'electron') throw new Error(`a sandboxed preload has no ${name}`);
      return electron;
    },
    exports: {},
    module: { exports: {} },
    Promise,
    Error,
    Set,
    File,
    window: { postMessage: (...words: unknown[]) => void posted.push(words) },
    location: { origin: 'app://desk' },
  });
  expect(new Set(asked)).toEqual(new Set(['electron']));
  return exposed;
}

describe('the built preload of a reader', () => {
  it('gives the page nothing but the ports it is handed', async () => {
    expect(await load('reader-preload')).toEqual(new Map());
    expect([...listeners.keys()]).toEqual([readerOrderChannel]);
    listeners.get(readerOrderChannel)?.({ sender: 'secret', ports: ['port'] }, { readerId: 'a' });
    expect(posted).toEqual([[{ readerOrder: { readerId: 'a' } }, 'app://desk', ['port']]]);
    expect(invoked).toEqual([]);
  });
});

describe('the built preload', () => {
  beforeAll(async () => {
    const exposed = await load('preload');
    expect([...exposed.keys()]).toEqual(['desk']);
    desk = bridgeSchema.parse(exposed.get('desk'));
  });
  const withFile: readonly string[] = callsWithFile;

  it.each(callNames.filter((name) => !withFile.includes(name)))('passes %s on', async (name) => {
    expect(await desk.call(name, { given: name })).toEqual({ ok: true, value: `call:${name}` });
    expect(invoked.at(-1)).toEqual([`call:${name}`, { given: name }]);
  });

  it.each(callsWithFile)(
    'passes the path of a file on for %s, and nothing the page could write in its place',
    async (name) => {
      expect(await desk.call(name, new File([], 'cj.xlsx'))).toEqual({ ok: true, value: `call:${name}` });
      expect(invoked.at(-1)).toEqual([`call:${name}`, { path: '/home/seller/cj.xlsx' }]);
      await desk.call(name, new File([], 'made-by-the-page.xlsx'));
      expect(invoked.at(-1)).toEqual([`call:${name}`, { path: '' }]);
      const before = invoked.length;
      await expect(desk.call(name, { path: '/home/seller/secret.xlsx' })).rejects.toThrow('no file');
      expect(invoked).toHaveLength(before);
    },
  );

  it('passes nothing on that the contract does not name', async () => {
    const before = invoked.length;
    await expect(desk.call('shell-open', {})).rejects.toThrow('no such call');
    expect(invoked).toHaveLength(before);
    expect(() => desk.on('any-channel', () => undefined)).toThrow('no such event');
  });

  it.each(eventNames)('hands on the payload of %s, never the event object, until told to stop', (name) => {
    const recordResponse: unknown[] = [];
    const stop = desk.on(name, (payload) => recordResponse.push(payload));
    listeners.get(`event:${name}`)?.({ sender: 'secret' }, 'payload');
    expect(recordResponse).toEqual(['payload']);
    stop();
    expect(listeners.has(`event:${name}`)).toBe(false);
  });

  it('hands on the port to a reader, to the page itself', () => {
    listeners.get(sheetReaderChannel)?.({ sender: 'secret', ports: ['port'] }, 'id');
    expect(posted).toEqual([[{ sheetReader: 'id' }, 'app://desk', ['port']]]);
  });
});
