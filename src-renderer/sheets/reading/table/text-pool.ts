import { decodeUtf8 } from './decode-utf8';
import { endOfText, longestText } from './longest-text';

/** 1 MB a block: an address is block number and offset in one 32-bit number, so 4 GB could be reached; we cap far below. */
const blockBits = 20;
const blockBytes = 1 << blockBits;
/** The first is smaller: a page may have a thousand tables of a few words. */
const firstBlockBytes = 1 << 15;
const longText = 255;
const encoder = new TextEncoder();

/**
 * Texts as UTF-8, each behind its length, in blocks that never move. A hundred thousand rows cost what their letters
 * cost, and a text becomes a string only when somebody asks for it.
 */
export class TextPool {
  private readonly blocks: Uint8Array[] = [];
  private block = new Uint8Array(0);
  private used = 0;

  /** Copies bytes[from, to) and returns the address. */
  add(bytes: Uint8Array, from: number, to: number): number {
    const length = endOfText(bytes, from, to) - from;
    const at = this.reserve(length);
    const block = this.block;
    if (length < 48) for (let k = 0; k < length; k++) block[at + k] = bytes[from + k] ?? 0;
    else block.set(bytes.subarray(from, from + length), at);
    return this.seal(at, length);
  }

  addString(text: string): number {
    const most = text.length * 3;
    if (most + 5 <= this.block.length - this.used && most < longText) {
      const { written } = encoder.encodeInto(text, this.block.subarray(this.used + 1));
      this.block[this.used] = written;
      return this.seal(this.used + 1, written);
    }
    const bytes = encoder.encode(text.length > longestText ? text.slice(0, longestText) : text);
    return this.add(bytes, 0, bytes.length);
  }

  text(address: number): string {
    const block = this.blocks[address >>> blockBits];
    if (block === undefined) return '';
    let at = address & (blockBytes - 1);
    let length = block[at++] ?? 0;
    if (length === longText) {
      length =
        (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8) | ((block[at + 2] ?? 0) << 16) | ((block[at + 3] ?? 0) << 24);
      at += 4;
    }
    return decodeUtf8(block, at, at + length);
  }

  /** Makes room for a length and that many bytes; writes the length and returns where the bytes go. */
  private reserve(length: number): number {
    const head = length < longText ? 1 : 5;
    if (this.used + head + length > this.block.length || this.used >= blockBytes) {
      // A text longer than a block gets a block of its own, and stands at its beginning.
      const least = this.blocks.length === 0 ? firstBlockBytes : blockBytes;
      this.block = new Uint8Array(Math.max(least, head + length));
      this.blocks.push(this.block);
      this.used = 0;
    }
    const at = this.used;
    if (head === 1) this.block[at] = length;
    else {
      this.block[at] = longText;
      for (let k = 0; k < 4; k++) this.block[at + 1 + k] = (length >>> (8 * k)) & 255;
    }
    return at + head;
  }

  private seal(at: number, length: number): number {
    const start = this.used;
    this.used = at + length;
    return (((this.blocks.length - 1) << blockBits) | start) >>> 0;
  }
}
