import { Refusal } from '../refusal';
import { crc32 } from './crc32';
import type { ZipEntry } from './zip-directory';

/**
 * Packed bytes handed to the inflater at a time. The platform queues what one write makes, and deflate makes at most
 * 1032 bytes of one: a bomb is seen before 64 MB of it exist.
 */
const packedStep = 64 * 1024;

/**
 * Inflates a part piece by piece into `take`, by the platform's DecompressionStream (measured in Chromium 130: 0.11 s
 * for 71 MB, against 0.5 s in script). Never hands on more than the size the directory declared; at the end length and
 * CRC must hold. What `take` was given before a refusal must be thrown away by the caller.
 */
export async function inflatePart(file: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): Promise<void> {
  const packed = packedBytes(file, entry);
  let length = 0;
  let crc = 0;
  const pass = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > entry.size) throw new Refusal('damaged', `${entry.name} is longer than declared`);
    crc = crc32(piece, crc);
    take(piece);
  };
  if (entry.method === 0) pass(packed);
  else await inflate(packed, entry, pass);
  if (length !== entry.size) throw new Refusal('damaged', `${entry.name} is shorter than declared`);
  if (crc !== entry.crc) throw new Refusal('damaged', `checksum of ${entry.name}`);
}

/** The whole part in one array. For the small parts, and for what goes to the library. */
export async function inflateWhole(file: Uint8Array, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  await inflatePart(file, entry, (piece) => {
    whole.set(piece, at);
    at += piece.length;
  });
  return whole;
}

async function inflate(packed: Uint8Array, entry: ZipEntry, pass: (piece: Uint8Array) => void): Promise<void> {
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const fed = feed(stream.writable.getWriter(), packed);
  // Awaited below; a stream that breaks tells both ends, and the reader speaks first.
  fed.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pass(value);
    }
    await fed;
  } catch (reason) {
    await reader.cancel().catch(() => undefined);
    // A broken stream is a TypeError in every runtime; in Node it carries zlib's code. Ours go on as they are.
    if (reason instanceof TypeError || (reason instanceof Error && 'code' in reason && isZlibCode(reason.code))) {
      throw new Refusal('damaged', `inflating ${entry.name}`);
    }
    throw reason;
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array): Promise<void> {
  for (let at = 0; at < packed.length; at += packedStep) {
    await writer.write(new Uint8Array(packed.subarray(at, at + packedStep)));
  }
  await writer.close();
}

function isZlibCode(code: unknown): boolean {
  return typeof code === 'string' && /^(Z_|ERR_)/.test(code);
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const at = entry.offset;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (at + 30 > file.length || view.getUint32(at, true) !== 0x04034b50) throw new Refusal('damaged', 'part header');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > file.length) throw new Refusal('damaged', 'part outside the file');
  return file.subarray(start, start + entry.packedSize);
}
