/** Where a document of XML begins: behind its declaration, and what it says of itself there. */
export interface XmlHead {
  /** Local name of the root element. */
  root: string;
  /** The encoding its declaration names, in small letters. */
  encoding: string | undefined;
}

const longestAside = 64 * 1024;

/**
 * The root element of what may be a document of XML; undefined where none begins within the first letters. Comments,
 * instructions and a type declaration before it are passed over: it is the reader's to refuse the last.
 */
export function xmlHead(text: string): XmlHead | undefined {
  const declaration = /^\uFEFF?\s{0,100}<\?xml\s[^<>]{0,500}\?>/u.exec(text)?.[0] ?? '';
  const encoding = /\bencoding\s{0,20}=\s{0,20}["']([\w.:-]{1,40})["']/u.exec(declaration)?.[1]?.toLowerCase();
  let at = text.indexOf('<');
  while (at >= 0 && at < longestAside) {
    const next = text[at + 1];
    if (next !== '?' && next !== '!') {
      const name = /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})[\s/>]/u.exec(text.slice(at, at + 210))?.[1];
      return name === undefined ? undefined : { root: name, encoding };
    }
    const closing = text.startsWith('<!--', at) ? '-->' : '>';
    const end = text.indexOf(closing, at);
    if (end < 0) return undefined;
    at = text.indexOf('<', end + closing.length);
  }
  return undefined;
}

/** Whether this is a name of the encoding that Korean Windows writes, KS X 1001 and what was added to it. */
export function isKoreanEncoding(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /^(euc-?kr|cp949|ms949|uhc|windows-949|x-windows-949|ks_?c_?5601(-1987)?|ksc5601)$/u.test(name)
  );
}
