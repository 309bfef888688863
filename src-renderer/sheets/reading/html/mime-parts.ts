/** One body of a MIME message (RFC 2045, 2046), decoded to bytes. */
export interface MimePart {
  /** Lower case, without parameters. */
  type: string;
  /** As its headers name it; the text inside may say otherwise. */
  charset: string | undefined;
  /** Content-Location, by which the parts of a web archive point at each other. */
  location: string;
  bytes: Uint8Array;
}

/** A web archive is a multipart within a multipart at most. */
const deepest = 4;
const mostParts = 1000;
const longestHeader = 16 * 1024;

/** The bodies of a message, in order. `message` holds its bytes as letters of the same numbers. */
export function mimeParts(message: string): MimePart[] {
  const found: MimePart[] = [];
  collect(message.replace(/^[\s\u00ef\u00bb\u00bf]+/, ''), found, 0);
  return found;
}

function collect(entity: string, found: MimePart[], depth: number): void {
  if (found.length >= mostParts) return;
  const { headers, body } = splitHeaders(entity);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < deepest) {
    for (const part of splitParts(body, boundary)) collect(part, found, depth + 1);
    return;
  }
  found.push({
    type: (/^[\w.+/-]+/.exec(type)?.[0] ?? '').toLowerCase(),
    charset: parameter(type, 'charset')?.toLowerCase(),
    location: headers.get('content-location') ?? '',
    bytes: decodeBody(body, (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()),
  });
}

/** Headers end at the first empty line; one that goes on begins its next line with a blank. */
function splitHeaders(entity: string): { headers: Map<string, string>; body: string } {
  const headers = new Map<string, string>();
  // A part may have none at all.
  const none = /^[ \t]*(?:\r\n|\r|\n)/.exec(entity);
  if (none !== null) return { headers, body: entity.slice(none[0].length) };
  const end = /(?:\r\n|\n)(?:\r\n|\n)|\r\r/.exec(entity.slice(0, longestHeader));
  const block = entity.slice(0, end?.index ?? entity.length).replaceAll(/(?:\r\n|\r|\n)[ \t]+/g, ' ');
  for (const line of block.split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : entity.slice(end.index + end[0].length) };
}

/** Pieces between the lines `--boundary`, up to `--boundary--` or, where the file is cut, its end. */
function splitParts(body: string, boundary: string): string[] {
  const parts: string[] = [];
  const mark = `--${boundary}`;
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0 && parts.length < mostParts; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && !/[\r\n]/.test(body[at - 1] ?? '')) continue;
    if (from >= 0) parts.push(body.slice(from, at).replace(/\r?\n$/, ''));
    const isLast = body.startsWith('--', at + mark.length);
    from = isLast ? -1 : lineStart(body, at + mark.length);
    if (isLast) break;
  }
  if (from >= 0) parts.push(body.slice(from));
  return parts;
}

/** Where the next line begins. */
function lineStart(body: string, from: number): number {
  const end = /\r\n|\r|\n/.exec(body.slice(from, from + 200));
  return end === null ? from : from + end.index + end[0].length;
}

function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2];
}

function decodeBody(body: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return latinBytes(
        body
          .replaceAll(/=[ \t]*(?:\r\n|\r|\n)/g, '')
          .replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    default:
      return latinBytes(body);
  }
}

/** What is no letter of base64 is passed over (RFC 2045 6.8); a file cut short gives what it holds. */
function decodeBase64(body: string): Uint8Array {
  const letters = body.replaceAll(/[^A-Za-z0-9+/]/g, '');
  return latinBytes(atob(letters.slice(0, letters.length % 4 === 1 ? -1 : undefined)));
}

function latinBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
