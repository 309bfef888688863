import { Refusal } from '../refusal';
import { unescapeXml } from './unescape-text';

export interface XmlTag {
  /** Without its prefix. */
  name: string;
  isClosing: boolean;
  isEmpty: boolean;
  /** Value of the first attribute with this name, whatever its prefix; entities resolved. */
  attribute(name: string): string | undefined;
}

/**
 * The tags of a small part (workbook, relations, styles) one after the other, text between them left out. The sheets
 * themselves are read from their bytes. By hand and not by a pattern: it takes time with the length only, whatever a
 * hostile file leaves open.
 */
export function* xmlTags(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0;) {
    const aside = asideEnd(xml, at);
    if (aside !== undefined) {
      at = xml.indexOf('<', aside);
      continue;
    }
    const end = tagEnd(xml, at + 1);
    const isClosing = xml[at + 1] === '/';
    const inside = xml.slice(isClosing ? at + 2 : at + 1, end);
    const nameEnd = inside.search(/[\s/]/);
    const name = nameEnd < 0 ? inside : inside.slice(0, nameEnd);
    yield {
      name: localName(name),
      isClosing,
      isEmpty: inside.endsWith('/'),
      attribute: (wanted) => findAttribute(inside, name.length, wanted),
    };
    at = xml.indexOf('<', end);
  }
}

/** Where a comment or processing instruction that starts at `at` ends; undefined when there is none. */
function asideEnd(xml: string, at: number): number | undefined {
  const next = xml[at + 1];
  if (next !== '!' && next !== '?') return undefined;
  const isLiteral = xml.startsWith('<![CDATA[', at);
  if (next === '!' && !isLiteral && !xml.startsWith('<!--', at)) throw new Refusal('forbidden-content', 'DTD');
  const closing = next === '?' ? '?>' : isLiteral ? ']]>' : '-->';
  const end = xml.indexOf(closing, at + (next === '?' ? 2 : 4));
  if (end < 0) throw new Refusal('damaged', 'XML that does not end');
  return end + closing.length;
}

function tagEnd(xml: string, at: number): number {
  let quote = '';
  for (let i = at; i < xml.length; i++) {
    const letter = xml[i] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return i;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  throw new Refusal('damaged', 'XML that does not end');
}

function findAttribute(inside: string, from: number, wanted: string): string | undefined {
  let i = from;
  for (;;) {
    const equals = inside.indexOf('=', i);
    if (equals < 0) return undefined;
    const name = inside.slice(i, equals).trim();
    let open = equals + 1;
    while (open < inside.length && inside[open] !== '"' && inside[open] !== "'") open++;
    const close = inside.indexOf(inside[open] ?? '"', open + 1);
    if (close < 0) return undefined;
    if (localName(name) === wanted) return unescapeXml(inside.slice(open + 1, close));
    i = close + 1;
  }
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
