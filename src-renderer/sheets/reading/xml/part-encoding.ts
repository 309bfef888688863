import { Refusal } from '../refusal';

/**
 * XML parts are UTF-8 but for a few writers: UTF-16 is legal too. Returns the bytes as UTF-8, or undefined when they
 * already are. `bytes` may be the beginning of the part only, to ask which it is.
 */
export function toUtf8(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const [a, b, c] = bytes;
  const label =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
        ? 'utf-16be'
        : undefined;
  if (label !== undefined) return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
  if (a === 0xef && b === 0xbb && c === 0xbf) return undefined;
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(declared)) throw new Refusal('damaged', `part in ${declared}`);
  return undefined;
}
