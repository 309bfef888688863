import { decodeUtf8 } from '../table/decode-utf8';
import { unescapeCellText } from '../xml/unescape-text';
import { ascii, findTagEnd, isTag, readTagName, skipAside } from '../xml/xml-bytes';
import { Unfamiliar } from '../refusal';

const letterP = 0x50;
const letterR = 0x72;
const letterT = 0x74;
const encoder = new TextEncoder();

/** Takes the finished text: bytes as they are where nothing has to be resolved, a string otherwise. */
export interface TextSink {
  add(bytes: Uint8Array, from: number, to: number): unknown;
  addString(text: string): unknown;
}

/**
 * Reads the inside of `<si>` or `<is>`: one `<t>`, or runs of rich text whose `<t>` are joined. Phonetic runs (`<rPh>`)
 * are how Japanese Excel notes readings; they are no text of the cell.
 */
export class RichText {
  private pieces = 0;
  private from = 0;
  private to = 0;
  private isSpecial = false;
  /** Runs joined, in UTF-8. */
  private joined = new Uint8Array(1024);
  private joinedLength = 0;

  /** From just behind the opening tag to just behind the closing one; -1 when the bytes end before it. */
  read(bytes: Uint8Array, at: number, end: number): number {
    this.pieces = 0;
    let inPhonetic = false;
    let i = at;
    for (;;) {
      while (i < end && bytes[i] !== ascii.less) i++;
      if (i + 1 >= end) return -1;
      const next = bytes[i + 1];
      if (next === ascii.bang || next === ascii.question) {
        i = skipAside(bytes, i, end);
        if (i < 0) return -1;
        continue;
      }
      const quick = inPhonetic ? 0 : this.readKnown(bytes, i, end);
      if (quick < 0) return -1;
      if (quick > 0) {
        i = quick;
        continue;
      }
      const isClosing = next === ascii.slash;
      if (!readTagName(bytes, isClosing ? i + 2 : i + 1, end)) return -1;
      const isText = isTag(bytes, 't');
      const isPhonetic = !isText && isTag(bytes, 'rPh');
      const isEnd = isClosing && (isTag(bytes, 'si') || isTag(bytes, 'is'));
      const close = findTagEnd(bytes, i + 1, end);
      if (close < 0) return -1;
      i = close + 1;
      if (isEnd) return i;
      const isEmpty = bytes[close - 1] === ascii.slash;
      if (isPhonetic) inPhonetic = !isClosing && !isEmpty;
      else if (isText && !isClosing && !isEmpty) {
        const textEnd = this.readText(bytes, i, end, inPhonetic);
        if (textEnd < 0) return -1;
        i = textEnd;
      }
    }
  }

  /** Hands over what `read` found. */
  give(bytes: Uint8Array, sink: TextSink): void {
    if (this.pieces === 0) sink.addString('');
    else if (this.pieces > 1) sink.add(this.joined, 0, this.joinedLength);
    else if (this.isSpecial) sink.addString(pieceText(bytes, this.from, this.to));
    else sink.add(bytes, this.from, this.to);
  }

  private readText(bytes: Uint8Array, at: number, end: number, isDropped: boolean): number {
    let isSpecial = false;
    let i = at;
    for (; i < end; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === ascii.less) break;
      if (byte === ascii.ampersand || byte === ascii.underscore || byte === ascii.return) isSpecial = true;
    }
    if (i + 1 >= end) return -1;
    if (bytes[i + 1] !== ascii.slash) throw new Unfamiliar('markup within text');
    if (isDropped) return i;
    this.pieces++;
    if (this.pieces === 2) {
      this.joinedLength = 0;
      this.join(bytes, this.from, this.to, this.isSpecial);
    }
    if (this.pieces >= 2) this.join(bytes, at, i, isSpecial);
    this.isSpecial = isSpecial;
    this.from = at;
    this.to = i;
    return i;
  }

  private join(bytes: Uint8Array, from: number, to: number, isSpecial: boolean): void {
    const piece = isSpecial ? encoder.encode(pieceText(bytes, from, to)) : bytes.subarray(from, to);
    const length = this.joinedLength + piece.length;
    if (length > this.joined.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.joined);
      this.joined = larger;
    }
    this.joined.set(piece, this.joinedLength);
    this.joinedLength = length;
  }

  /**
   * The few tags that make up nearly all of a string table, by their bytes: `<t>` with its text, `</t>`, `<r>`, `</r>`,
   * and `<rPr>` with all that is in it. LibreOffice writes a run for each change of script, so Korean sheets are full of
   * them. Returns the position behind, 0 when it is another tag, -1 when the bytes end first.
   */
  private readKnown(bytes: Uint8Array, at: number, end: number): number {
    if (at + 4 >= end) return 0;
    const first = bytes[at + 1];
    const second = bytes[at + 2];
    if (first === letterT && (second === ascii.greater || second === ascii.space)) {
      const tagEnd = findTagEnd(bytes, at + 2, end);
      if (tagEnd < 0) return -1;
      return bytes[tagEnd - 1] === ascii.slash ? tagEnd + 1 : this.readText(bytes, tagEnd + 1, end, false);
    }
    if (first === ascii.slash) {
      return (second === letterT || second === letterR) && bytes[at + 3] === ascii.greater ? at + 4 : 0;
    }
    if (first !== letterR) return 0;
    if (second === ascii.greater) return at + 3;
    if (second !== letterP || bytes[at + 3] !== letterR || bytes[at + 4] !== ascii.greater) return 0;
    for (let i = at + 5; i + 5 < end; i++) {
      if (
        bytes[i] === ascii.less &&
        bytes[i + 1] === ascii.slash &&
        bytes[i + 2] === letterR &&
        bytes[i + 3] === letterP
      ) {
        return i + 6;
      }
    }
    return -1;
  }
}

/** Escapes hold within one `<t>`: across two they are letters. */
function pieceText(bytes: Uint8Array, from: number, to: number): string {
  return unescapeCellText(decodeUtf8(bytes, from, to));
}
