import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { acceptsLater, documents } from './answer-documents';
import { changeDocument } from './answer-document-changes';
import type { Call } from './answer-oracle';
import type { RawAnswer } from './raw-server';

export interface Attack {
  /** What was done, to be read in a report. */
  how: string;
  answer: RawAnswer;
  /** The JSON that arrived in full under a 200; undefined where nothing of it may count. */
  says: unknown;
  status: number;
}

type Random = (below: number) => number;

/** An answer to this call with one mutation of its document, its text, its status or its bytes on the wire. */
export function attackOn(call: Call | 'token', random: Random): Attack {
  switch (random(8)) {
    case 0:
    case 1:
    case 2: {
      const { how, text } = changeDocument(call, random);
      return plain(how, Buffer.from(text));
    }
    case 3:
    case 4:
      return changeText(Buffer.from(JSON.stringify(documents[call])), random);
    case 5:
      return changeStatus(call, random);
    default:
      return changeWire(call, random);
  }
}

/** What a body says to somebody who reads JSON. */
function meaningOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    // No JSON: it says nothing.
    return undefined;
  }
}

const head = (status: number | string, lines: readonly string[]): Buffer =>
  Buffer.from([`HTTP/1.1 ${status}`, 'content-type: application/json', ...lines, '', ''].join('\r\n'), 'latin1');

function plain(how: string, body: Buffer, status = 200): Attack {
  const bytes = Buffer.concat([head(`${status} X`, [`content-length: ${body.length}`]), body]);
  return { how, answer: { bytes, after: 'keep' }, says: status === 200 ? meaningOf(body) : undefined, status };
}

function changeText(body: Buffer, random: Random): Attack {
  const place = random(body.length + 1);
  const [before, after] = [body.subarray(0, place), body.subarray(place)];
  const text = body.toString('utf8');
  switch (random(14)) {
    case 0:
    case 1:
      return plain(`cut at ${place}`, before);
    case 2:
      return plain('twice', Buffer.concat([body, body]));
    case 3:
      return plain(
        `a bit at ${place}`,
        Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ (1 << random(8))]), after.subarray(1)]),
      );
    case 4: {
      const noise = Buffer.from(Array.from({ length: 1 + random(8) }, () => random(256)));
      return plain(`noise at ${place}`, Buffer.concat([before, noise, after.subarray(random(2) * noise.length)]));
    }
    case 5: {
      const length = 1 + random(24);
      return plain(`${length} bytes out at ${place}`, Buffer.concat([before, after.subarray(length)]));
    }
    case 6:
      return plain('a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]));
    case 7:
      return plain('UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    case 8:
      return plain('JSON in a text', Buffer.from(JSON.stringify(text)));
    case 9:
      return plain('a page', Buffer.from(`<html><body>${text}</body></html>`));
    case 10:
      return plain('nothing', Buffer.alloc(0));
    case 11:
      return plain('a second object of the same name', Buffer.from(text.replace(/\}$/u, `,${text.slice(1)}`)));
    case 12: {
      const depth = 20_000 + random(80_000);
      return plain(
        `deep: ${depth}`,
        Buffer.from(text.replace('{', `{"more":${'['.repeat(depth)}${']'.repeat(depth)},`)),
      );
    }
    default: {
      const size = (1 + random(30)) * 100_000;
      const value = random(2) === 0 ? `"${'가'.repeat(size / 4)}"` : `[${'0,'.repeat(size / 4)}0]`;
      return plain(`huge: ${size}`, Buffer.from(text.replace('{', `{"message":${value},"code":${value},`)));
    }
  }
}

const statuses = [100, 199, 201, 202, 203, 204, 206, 226, 299, 300, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405];
const moreStatuses = [408, 409, 410, 413, 418, 422, 429, 451, 499, 500, 501, 502, 503, 504, 511, 520, 599, 999];

function changeStatus(call: Call | 'token', random: Random): Attack {
  const all = [...statuses, ...moreStatuses];
  const status = all[random(all.length)] ?? 500;
  const code = [
    'GW.AUTHN',
    'GW.RATE_LIMIT',
    'GW.QUOTA_LIMIT',
    'GW.BLOCK.1',
    'GW.NOT_FOUND',
    'GW.IP_DENIED',
    '4000',
    '',
  ][random(8)];
  const document = random(2) === 0 ? documents[call] : { code, message: '210.1.2.3', traceId: 't', ...documents[call] };
  const attack = plain(`status ${status} ${code}`, Buffer.from(JSON.stringify(document)), status);
  // What has no body is followed by bytes that belong to nothing.
  return {
    ...attack,
    answer: { ...attack.answer, after: status < 200 || status === 204 || status === 304 ? 'end' : 'keep' },
  };
}

function changeWire(call: Call | 'token', random: Random): Attack {
  const body = Buffer.from(JSON.stringify(documents[call]));
  // What accepts an order of a later call must not be taken for the answer to that one.
  const stray = Buffer.from(JSON.stringify(call === 'token' ? documents.token : acceptsLater(call)));
  const length = `content-length: ${body.length}`;
  const sent = (
    how: string,
    bytes: readonly Buffer[],
    says: 'all' | 'nothing',
    after: RawAnswer['after'] = 'end',
  ): Attack => ({
    how,
    answer: { bytes: Buffer.concat(bytes), after },
    says: says === 'all' ? meaningOf(body) : undefined,
    status: 200,
  });
  const ok = (...lines: string[]): Buffer => head('200 OK', lines);
  const packed = (how: string, encoding: string, bytes: Buffer, says: 'all' | 'nothing'): Attack =>
    sent(how, [ok(`content-encoding: ${encoding}`, `content-length: ${bytes.length}`), bytes], says, 'keep');
  const chunk = (bytes: Buffer, size = bytes.length.toString(16)): Buffer =>
    Buffer.concat([Buffer.from(`${size}\r\n`), bytes, Buffer.from('\r\n')]);
  const last = Buffer.from('0\r\n\r\n');
  const half = Math.floor(body.length / 2);
  switch (random(30)) {
    case 0:
      return sent('a length too long', [ok(`content-length: ${body.length + 1 + random(99)}`), body], 'nothing');
    case 1:
      return sent('a length too short', [ok(`content-length: ${random(body.length)}`), body], 'nothing', 'keep');
    case 2: {
      const second = Buffer.concat([ok(`content-length: ${stray.length}`), stray]);
      return sent(
        'a length too short, and an answer behind it',
        [ok(`content-length: ${half}`), body.subarray(0, half), second],
        'nothing',
        'keep',
      );
    }
    case 3:
      return sent('two lengths', [ok(length, `content-length: ${half}`), body], 'all');
    case 4:
      return sent('no number as length', [ok('content-length: 0x10'), body], 'nothing');
    case 5:
      return sent('a negative length', [ok('content-length: -1'), body], 'nothing');
    case 6:
      return sent('a length beyond all', [ok('content-length: 99999999999999999999'), body], 'nothing');
    case 7:
      return sent('no length, and the end', [ok(), body], 'all');
    case 8:
      return sent(
        'pieces',
        [ok('transfer-encoding: chunked'), chunk(body.subarray(0, half)), chunk(body.subarray(half)), last],
        'all',
        'keep',
      );
    case 9:
      return sent('pieces without an end', [ok('transfer-encoding: chunked'), chunk(body)], 'nothing');
    case 10:
      return sent('a piece of a wrong size', [ok('transfer-encoding: chunked'), chunk(body, 'ffff'), last], 'nothing');
    case 11:
      return sent('a piece of no size', [ok('transfer-encoding: chunked'), chunk(body, 'zz'), last], 'nothing');
    case 12:
      return sent('length and pieces', [ok(length, 'transfer-encoding: chunked'), chunk(body), last], 'all');
    case 13:
      return packed('gzip', 'gzip', gzipSync(body), 'all');
    case 14:
      return packed(
        'deflate and br',
        random(2) === 0 ? 'br' : 'deflate',
        random(2) === 0 ? brotliCompressSync(body) : deflateSync(body),
        'all',
      );
    case 15:
      return packed('gzip that is none', 'gzip', body, 'nothing');
    case 16:
      return packed('gzip that is cut', 'gzip', gzipSync(body).subarray(0, -9), 'nothing');
    case 17:
      return packed('gzip of 60 MB', 'gzip', bomb(), 'nothing');
    case 18:
      return packed(
        'an encoding of no name',
        ['__proto__', 'constructor', 'toString', 'identity', 'x', ''][random(6)] ?? '',
        body,
        'all',
      );
    case 19:
      return packed('gzip twice', 'gzip, gzip', gzipSync(gzipSync(body)), 'nothing');
    case 20:
      return sent('cut in the body', [ok(length), body.subarray(0, half)], 'nothing', 'destroy');
    case 21:
      return sent('cut in the head', [ok(length).subarray(0, 30)], 'nothing', 'destroy');
    case 22:
      return sent('nothing at all', [Buffer.alloc(0)], 'nothing', 'destroy');
    case 23:
      // Some of them only: each waits for the client's own bound.
      return random(4) > 0
        ? sent('no answer, and the end', [Buffer.alloc(0)], 'nothing')
        : sent('silence in the body', [ok(length), body.subarray(0, half)], 'nothing', 'stall');
    case 24:
      return sent(
        'hints before it',
        [Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), ok(length), body],
        'all',
        'keep',
      );
    case 25:
      return sent(
        'another protocol',
        [Buffer.from('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'), body],
        'nothing',
      );
    case 26:
      return sent('a head of 200 KB', [ok(length, `x-more: ${'x'.repeat(200_000)}`), body], 'nothing');
    case 27:
      return sent('no HTTP', [Buffer.from('SSH-2.0-x\r\n'), body], 'nothing');
    case 28: {
      const date = ['Fri, 31 Dec 9999 23:59:59 GMT', 'x', 'Thu, 01 Jan 1970 00:00:00 GMT', '-1'][random(4)] ?? '';
      return sent(
        `Date: ${date}`,
        [ok(length, `date: ${date}`, 'retry-after: 1e400', 'gncp-gw-ratelimit-remaining: 1e9'), body],
        'all',
        'keep',
      );
    }
    default:
      return sent(
        'a second answer behind it',
        [ok(length), body, ok(`content-length: ${stray.length}`), stray],
        'all',
        'keep',
      );
  }
}

let packedZeros: Buffer | undefined;
function bomb(): Buffer {
  packedZeros ??= gzipSync(Buffer.alloc(60 * 1024 * 1024, 0x20));
  return packedZeros;
}
