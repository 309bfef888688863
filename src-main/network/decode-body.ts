import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

interface Bounds {
  maxOutputLength: number;
  chunkSize: number;
}

/** 20 MB in pieces of 16 KB, zlib's own, would be 1,280 turns of a busy event loop. */
const chunkSize = 256 * 1024;

type Unpack = (packed: Buffer, options: Bounds) => Promise<Buffer>;

/** A map and no object: the name comes from outside, and an object answers to `__proto__` as well. */
const unpackers: ReadonlyMap<string, Unpack> = new Map([
  ['gzip', promisify<Buffer, Bounds, Buffer>(gunzip)],
  ['x-gzip', promisify<Buffer, Bounds, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, Bounds, Buffer>(inflate)],
  ['br', promisify<Buffer, Bounds, Buffer>(brotliDecompress)],
]);

/**
 * The text of a body as it was before it was packed. We ask for nothing packed, but a proxy in between may do it all the same,
 * and an answer that cannot be read would leave every write unknown for good.
 * @param encoding the answer's `content-encoding`; an unknown one leaves the bytes as they are
 * @param maxBytes larger ones reject, as does a body that cannot be unpacked
 */
export async function decodeBody(bytes: Buffer, encoding: string | undefined, maxBytes: number): Promise<string> {
  const unpack = unpackers.get(encoding?.trim().toLowerCase() ?? '');
  const body =
    unpack === undefined || bytes.length === 0 ? bytes : await unpack(bytes, { maxOutputLength: maxBytes, chunkSize });
  return new TextDecoder().decode(body);
}
