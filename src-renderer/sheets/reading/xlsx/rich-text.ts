import { decodeUtf8 } from '../table/decode-utf8';
import { unescapeCellText } from '../xml/unescape-text';
import { ascii, findTagEnd, isTag, readTagName, skipAside } from '../xml/xml-bytes';
import { Unfamiliar } from '../refusal';

const letterT = 0x74;

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
  private joined = '';

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
      // Nearly all there is: <t> or <t xml:space="preserve">, its text, </t>.
      if (next === letterT && !inPhonetic && (bytes[i + 2] === ascii.greater || bytes[i + 2] === ascii.space)) {
        const tagEnd = findTagEnd(bytes, i + 2, end);
        if (tagEnd < 0) return -1;
        i = bytes[tagEnd - 1] === ascii.slash ? tagEnd + 1 : this.readText(bytes, tagEnd + 1, end, false);
        if (i < 0) return -1;
        continue;
      }
      if (next === ascii.slash && bytes[i + 2] === letterT && bytes[i + 3] === ascii.greater && i + 3 < end) {
        i += 4;
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
    else if (this.pieces > 1) sink.addString(this.joined);
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
    if (this.pieces === 1) {
      this.isSpecial = isSpecial;
      this.from = at;
      this.to = i;
    } else {
      if (this.pieces === 2) this.joined = pieceText(bytes, this.from, this.to);
      this.joined += pieceText(bytes, at, i);
    }
    return i;
  }
}

/** Escapes hold within one `<t>`: across two they are letters. */
function pieceText(bytes: Uint8Array, from: number, to: number): string {
  return unescapeCellText(decodeUtf8(bytes, from, to));
}
