/** A tag, or the text before it. */
export interface HtmlPiece {
  /** Text since the last tag. */
  textFrom: number;
  textTo: number;
  /** Lower case, without the slash; empty at the end of the document. */
  name: string;
  isClosing: boolean;
  /** The inside of the tag behind its name. */
  inside: string;
}

/** Whose content is no text. */
const opaque = new Set(['style', 'script', 'xml', 'template', 'title']);

/**
 * Cuts a document into tags and the text before each. Comments, declarations, Office's conditional blocks, styles and
 * scripts are passed over. Takes time with the length only, whatever is left open.
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let textFrom = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const next = html[at + 1] ?? '';
    if (next === '!' || next === '?') {
      yield { textFrom, textTo: at, name: '!', isClosing: false, inside: '' };
      textFrom = asideEnd(html, at);
      at = html.indexOf('<', textFrom);
      continue;
    }
    if (!/[a-zA-Z/]/.test(next)) {
      // A lone "<" is text.
      at = html.indexOf('<', at + 1);
      continue;
    }
    const end = tagEnd(html, at + 1);
    const isClosing = next === '/';
    const inner = html.slice(isClosing ? at + 2 : at + 1, end);
    const nameEnd = inner.search(/[\s/]/);
    const name = (nameEnd < 0 ? inner : inner.slice(0, nameEnd)).toLowerCase();
    yield { textFrom, textTo: at, name, isClosing, inside: inner.slice(name.length) };
    textFrom = end + 1;
    if (!isClosing && opaque.has(name) && !inner.endsWith('/')) textFrom = opaqueEnd(html, name, textFrom);
    at = html.indexOf('<', textFrom);
  }
  yield { textFrom, textTo: html.length, name: '', isClosing: false, inside: '' };
}

/** Value of an attribute; the name is compared without case. */
export function htmlAttribute(inside: string, name: string): string | undefined {
  if (!inside.toLowerCase().includes(name)) return undefined;
  for (const [, found = '', double, single, bare] of inside
    .slice(0, 4096)
    .matchAll(/([a-zA-Z:_-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
    if (found.toLowerCase() === name) return double ?? single ?? bare;
  }
  return undefined;
}

function asideEnd(html: string, at: number): number {
  const isComment = html.startsWith('<!--', at);
  const end = isComment ? html.indexOf('-->', at + 4) : html.indexOf('>', at);
  // A comment that does not end hides everything behind it, as in a browser.
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

function tagEnd(html: string, at: number): number {
  let quote = '';
  for (let i = at; i < html.length; i++) {
    const letter = html[i] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return i;
    else if ((letter === '"' || letter === "'") && html[i - 1] === '=') quote = letter;
  }
  return html.length;
}

function opaqueEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}
