import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../../../src-renderer/sheets/reading/refusal';
import { createInflater } from '../../../../../src-renderer/sheets/reading/zip/inflate-beside';
import type { Inflater } from '../../../../../src-renderer/sheets/reading/zip/inflate-beside';
import { inflatePart } from '../../../../../src-renderer/sheets/reading/zip/inflate-part';
import { serveInflation } from '../../../../../src-renderer/sheets/reading/zip/serve-inflation';
import { readZipDirectory } from '../../../../../src-renderer/sheets/reading/zip/zip-directory';
import type { ZipEntry } from '../../../../../src-renderer/sheets/reading/zip/zip-directory';

const large = Array.from({ length: 400_000 }, (_, at) => `${at * 7919} 시험 `).join('');
const file = zipSync({ 'large.xml': strToU8(large), 'small.xml': strToU8('<a/>') });

function entryOf(name: string, bytes = file): ZipEntry {
  const entry = readZipDirectory(bytes).get(name);
  if (!entry) throw new Error(`no part ${name}`);
  return entry;
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Both ends over a channel, as over the worker; `messages` counts what the other thread was sent. */
function connected(): { inflater: Inflater; messages: () => number; isEnded: () => boolean } {
  const { port1, port2 } = new MessageChannel();
  let messages = 0;
  let isEnded = false;
  port2.addEventListener('message', () => (messages += 1));
  serveInflation(port2);
  const terminate = (): void => {
    isEnded = true;
    port1.close();
  };
  closers.push(terminate);
  port1.start();
  port2.start();
  return { inflater: createInflater(port1, terminate), messages: () => messages, isEnded: () => isEnded };
}

async function gathered(inflate: Inflater['inflate'], entry: ZipEntry, bytes = file): Promise<string> {
  const pieces: Uint8Array[] = [];
  await inflate(bytes, entry, (piece) => void pieces.push(piece.slice()));
  return new TextDecoder().decode(Buffer.concat(pieces));
}

const refusalOf = (inflating: Promise<unknown>): Promise<unknown> =>
  inflating.then(
    () => 'inflated',
    (reason: unknown) => (reason instanceof Refusal ? `${reason.code}: ${reason.detail}` : reason),
  );

describe('a part that is inflated in another thread', () => {
  it('comes whole and in order, part after part', async () => {
    const { inflater, messages } = connected();
    expect(await gathered(inflater.inflate, entryOf('large.xml'))).toBe(large);
    expect(await gathered(inflater.inflate, entryOf('large.xml'))).toBe(large);
    expect(messages()).toBeGreaterThan(2);
  });

  it('is inflated here where it is small', async () => {
    const { inflater, messages } = connected();
    expect(await gathered(inflater.inflate, entryOf('small.xml'))).toBe('<a/>');
    expect(messages()).toBe(0);
  });

  for (const [what, change] of [
    ['is longer than declared', { size: 1024 * 1024 }],
    ['is shorter than declared', { size: 64 * 1024 * 1024 }],
    ['has another checksum', { crc: 1 }],
  ] as const) {
    it(`is refused like here where it ${what}, and the thread ends`, async () => {
      const { inflater, isEnded } = connected();
      const entry = { ...entryOf('large.xml'), ...change };
      const here = await refusalOf(gathered(inflatePart, entry));
      expect(here).toMatch(/^damaged: /);
      expect(await refusalOf(gathered(inflater.inflate, entry))).toBe(here);
      expect(isEnded()).toBe(true);
    });
  }

  it('is refused like here where its stream is broken', async () => {
    const broken = Uint8Array.from(file);
    const entry = entryOf('large.xml');
    broken.fill(0xff, entry.offset + 200, entry.offset + 400);
    const here = await refusalOf(gathered(inflatePart, entry, broken));
    expect(here).toMatch(/^damaged: /);
    expect(await refusalOf(gathered(connected().inflater.inflate, entry, broken))).toBe(here);
  });

  it('ends with what the reader of its pieces throws, and parts are inflated here from then on', async () => {
    const { inflater, messages } = connected();
    const thrown = new Error('met something else');
    const inflating = inflater.inflate(file, entryOf('large.xml'), () => {
      throw thrown;
    });
    await expect(inflating).rejects.toBe(thrown);
    const before = messages();
    expect(await gathered(inflater.inflate, entryOf('large.xml'))).toBe(large);
    expect(messages()).toBe(before);
  });
});
