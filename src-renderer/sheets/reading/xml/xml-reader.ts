import { Refusal } from '../refusal';
import { decodeUtf8 } from '../table/decode-utf8';
import { endOfText, longestText } from '../table/longest-text';
import { XmlNames } from './xml-names';
import type { XmlName } from './xml-names';
import { unescapeXml } from './unescape-text';
import { ascii, findSequence, findTagEnd } from './xml-bytes';

/** What the reader stands at. An element without content is opened and closed like any other. */
export type XmlEvent = 'open' | 'close' | 'text' | 'end';

/** Bounds beyond everything a program writes, so that no document makes the reader hold more than its own bytes. */
const mostDepth = 200;
const mostAttributes = 500;
const mostNamespaces = 500;

/**
 * Reads a document of XML from its bytes (UTF-8), event after event, with namespaces resolved and every end tag held
 * against its beginning. A document type declaration is refused, and what does not end is `damaged`. Takes time with
 * the length only, and memory for what is open, whatever the document declares.
 */
export class XmlReader {
  /** Local name of the element opened or closed last. */
  name = '';
  /** Its namespace, by the key given for it; empty for none, `other` for one without a key. */
  space = '';
  /** Elements open now; the one opened last is counted, the one closed last is not. */
  depth = 0;
  private at: number;
  private readonly names = new XmlNames();
  private readonly open: { name: XmlName; space: string; bindings: number }[] = [];
  private readonly bindings: { prefix: string; space: string }[] = [];
  private readonly attributes: { name: XmlName; from: number; to: number }[] = [];
  private attributeCount = 0;
  private isClosePending = false;
  private hasRoot = false;
  private textFrom = 0;
  private textTo = 0;
  private isLiteral = false;

  /** `spaces`: a short key for each namespace that matters. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly spaces: ReadonlyMap<string, string>,
  ) {
    this.at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  /** Moves on to the next event. */
  next(): XmlEvent {
    if (this.isClosePending) {
      this.isClosePending = false;
      return this.close();
    }
    const { bytes } = this;
    for (;;) {
      const from = this.at;
      if (bytes[from] !== ascii.less) {
        if (from >= bytes.length) return this.end();
        const to = bytes.indexOf(ascii.less, from);
        this.at = to < 0 ? bytes.length : to;
        if (this.depth === 0) continue;
        this.textFrom = from;
        this.textTo = this.at;
        this.isLiteral = false;
        return 'text';
      }
      switch (bytes[from + 1]) {
        case ascii.slash:
          return this.readEndTag(from);
        case ascii.question:
          this.at = this.behind(from + 2, '?>');
          continue;
        case ascii.bang:
          if (this.isAside(from)) continue;
          return 'text';
        default:
          return this.readTag(from);
      }
    }
  }

  /**
   * Moves to the next element that stands directly within the one opened at this depth; what is left of the one before
   * is passed over. False once the element of this depth is closed.
   */
  nextChild(depth: number): boolean {
    for (;;) {
      const event = this.next();
      if (event === 'open' && this.depth === depth + 1) return true;
      if (event === 'end' || (event === 'close' && this.depth < depth)) return false;
    }
  }

  /** Whether the element opened last is this one; without any namespace it counts as well. */
  is(space: string, name: string): boolean {
    return this.name === name && (this.space === space || this.space === '');
  }

  /**
   * All text within the element just opened, whatever stands around it there; the element is closed then. An element
   * that `breaks` the line by its local name in lower case parts what stands on either side of it.
   */
  innerText(breaks?: ReadonlySet<string>): string {
    const { depth } = this;
    let text = '';
    for (;;) {
      const event = this.next();
      if (event === 'open' && text !== '' && breaks?.has(this.name.toLowerCase()) === true) text += '\n';
      if (event === 'text') text = text.length < longestText ? text + this.text() : text;
      else if (event === 'close' && this.depth < depth) return text;
    }
  }

  /** Passes over what is left of the element of this depth, to behind its end. */
  leave(depth: number): void {
    while (this.depth >= depth) this.next();
  }

  /** The text at the event `text`, up to the length that a cell can hold. */
  text(): string {
    const text = decodeUtf8(this.bytes, this.textFrom, endOfText(this.bytes, this.textFrom, this.textTo));
    const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
    return this.isLiteral ? lines : unescapeXml(lines);
  }

  /** Value of an attribute of the element just opened. One without prefix is taken for one of the element's own. */
  attribute(space: string, name: string): string | undefined {
    let found: string | undefined;
    for (let k = 0; k < this.attributeCount; k++) {
      const attribute = this.attributes[k];
      if (attribute?.name.local !== name) continue;
      const { prefix } = attribute.name;
      if (prefix === '') found ??= this.value(attribute);
      else if (this.spaceOf(prefix) === space) return this.value(attribute);
    }
    return found;
  }

  /** Where the reader stands, and back there: only at the same depth of the same element. */
  get position(): number {
    return this.at;
  }

  seek(position: number): void {
    this.isClosePending = false;
    this.at = position;
  }

  private value({ from, to }: { from: number; to: number }): string {
    return unescapeXml(decodeUtf8(this.bytes, from, endOfText(this.bytes, from, to)));
  }

  private readTag(from: number): XmlEvent {
    const end = findTagEnd(this.bytes, from + 1, this.bytes.length);
    if (end < 0) throw new Refusal('damaged', 'a tag does not end');
    if (this.depth >= mostDepth) throw new Refusal('damaged', 'elements within elements without end');
    if (this.depth === 0 && this.hasRoot) throw new Refusal('damaged', 'two documents in one');
    this.hasRoot = true;
    const nameEnd = this.nameEnd(from + 1, end);
    if (nameEnd === from + 1) throw new Refusal('damaged', 'a tag without name');
    const name = this.names.name(this.bytes, from + 1, nameEnd);
    const bindings = this.bindings.length;
    this.readAttributes(nameEnd, end);
    this.name = name.local;
    this.space = this.spaceOf(name.prefix);
    this.open[this.depth++] = { name, space: this.space, bindings };
    this.isClosePending = this.bytes[end - 1] === ascii.slash;
    this.at = end + 1;
    return 'open';
  }

  private readAttributes(at: number, end: number): void {
    const { bytes } = this;
    this.attributeCount = 0;
    let i = at;
    for (;;) {
      while (i < end && ((bytes[i] ?? 0) <= ascii.space || bytes[i] === ascii.slash)) i++;
      if (i >= end) return;
      const nameTo = this.nameEnd(i, end);
      const name = this.names.name(bytes, i, nameTo);
      i = nameTo;
      while (i < end && (bytes[i] ?? 0) <= ascii.space) i++;
      if (bytes[i] !== ascii.equals) throw new Refusal('damaged', 'attribute without value');
      i++;
      while (i < end && (bytes[i] ?? 0) <= ascii.space) i++;
      const quote = bytes[i] ?? 0;
      if (quote !== ascii.doubleQuote && quote !== ascii.quote)
        throw new Refusal('damaged', 'attribute without quotes');
      const from = i + 1;
      const to = bytes.indexOf(quote, from);
      i = to + 1;
      if (name.prefix === 'xmlns' || (name.prefix === '' && name.local === 'xmlns')) this.bind(name, { from, to });
      else this.keepAttribute(name, from, to);
    }
  }

  private keepAttribute(name: XmlName, from: number, to: number): void {
    if (this.attributeCount >= mostAttributes) throw new Refusal('damaged', 'attributes without end');
    const kept = this.attributes[this.attributeCount++];
    if (kept === undefined) this.attributes.push({ name, from, to });
    else {
      kept.name = name;
      kept.from = from;
      kept.to = to;
    }
  }

  private bind(name: XmlName, value: { from: number; to: number }): void {
    if (this.bindings.length >= mostNamespaces) throw new Refusal('damaged', 'namespaces without end');
    const uri = this.value(value).trim();
    const space = uri === '' ? '' : (this.spaces.get(uri) ?? 'other');
    this.bindings.push({ prefix: name.prefix === '' ? '' : name.local, space });
  }

  private spaceOf(prefix: string): string {
    for (let k = this.bindings.length - 1; k >= 0; k--) {
      const binding = this.bindings[k];
      if (binding?.prefix === prefix) return binding.space;
    }
    return '';
  }

  private readEndTag(from: number): XmlEvent {
    const end = this.bytes.indexOf(ascii.greater, from);
    const name = this.names.name(this.bytes, from + 2, this.nameEnd(from + 2, end));
    const opened = this.open[this.depth - 1];
    if (end < 0 || opened?.name.prefix !== name.prefix || opened.name.local !== name.local) {
      throw new Refusal('damaged', `an end of ${name.local.slice(0, 40)} without its beginning`);
    }
    this.at = end + 1;
    return this.close();
  }

  private close(): XmlEvent {
    const closed = this.open[--this.depth];
    this.name = closed?.name.local ?? '';
    this.space = closed?.space ?? '';
    this.bindings.length = closed?.bindings ?? 0;
    return 'close';
  }

  /** What begins with `<!` at `from`: a comment is passed over (true), CDATA becomes text (false), the rest is refused. */
  private isAside(from: number): boolean {
    const head = decodeUtf8(this.bytes, from + 2, Math.min(from + 9, this.bytes.length));
    if (head.startsWith('--')) {
      this.at = this.behind(from + 4, '-->');
      return true;
    }
    if (head !== '[CDATA[' || this.depth === 0) throw new Refusal('forbidden-content', 'DTD');
    this.at = this.behind(from + 9, ']]>');
    this.textFrom = from + 9;
    this.textTo = this.at - 3;
    this.isLiteral = true;
    return false;
  }

  private behind(from: number, closing: string): number {
    const end = findSequence(this.bytes, from, this.bytes.length, closing);
    if (end < 0) throw new Refusal('damaged', 'XML that does not end');
    return end;
  }

  private nameEnd(from: number, end: number): number {
    let i = from;
    for (; i < end; i++) {
      const byte = this.bytes[i] ?? 0;
      if (byte <= ascii.space || byte === ascii.slash || byte === ascii.equals) break;
    }
    return i;
  }

  private end(): XmlEvent {
    if (this.depth > 0 || !this.hasRoot) throw new Refusal('damaged', 'XML that breaks off');
    return 'end';
  }
}
