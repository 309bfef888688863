import { decodeUtf8 } from '../table/decode-utf8';

/** A qualified name. */
export interface XmlName {
  prefix: string;
  local: string;
}

interface Kept extends XmlName {
  bytes: Uint8Array;
}

/** Different names that are remembered: no vocabulary has more. */
const mostNames = 4096;

/** Names of a document, each made into a string once: a sheet says the same ten a million times. */
export class XmlNames {
  private readonly byHash = new Map<number, Kept>();

  /** The name in bytes[from, to). */
  name(bytes: Uint8Array, from: number, to: number): XmlName {
    let hash = to - from;
    for (let i = from; i < to; i++) hash = (hash * 31 + (bytes[i] ?? 0)) | 0;
    const known = this.byHash.get(hash);
    if (known !== undefined && isSame(known.bytes, bytes, from, to)) return known;
    const text = decodeUtf8(bytes, from, to);
    const colon = text.indexOf(':');
    const name = { prefix: colon < 0 ? '' : text.slice(0, colon), local: text.slice(colon + 1) };
    if (known === undefined && this.byHash.size < mostNames && to - from < 200) {
      this.byHash.set(hash, { ...name, bytes: bytes.slice(from, to) });
    }
    return name;
  }
}

function isSame(kept: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (kept.length !== to - from) return false;
  for (let k = 0; k < kept.length; k++) if (kept[k] !== bytes[from + k]) return false;
  return true;
}
