import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCp949, first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = { fileName: '송장.csv' };
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe('a text is one whatever control characters its program put in', () => {
  const controls = {
    'unit separator': '\u001f',
    'group separator': '\u001d',
    STX: '\u0002',
    ETX: '\u0003',
    ESC: '\u001b',
  };
  for (const [name, control] of Object.entries(controls)) {
    for (const [encoding, encode] of [
      ['UTF-8', utf8],
      ['CP949', encodeCp949],
    ] as const) {
      it(`${name} around every number of a ${encoding} file`, async () => {
        const lines = Array.from(
          { length: 6 },
          (_, n) => `${control}20261121200000${n}${control},CJ대한통운,${control}68500000003${n}`,
        );
        const read = await open(encode(`상품주문번호,택배사,송장번호\r\n${lines.join('\r\n')}\r\n`), csv);
        expect(read.encoding?.name).toBe(encoding === 'UTF-8' ? 'utf-8' : 'cp949');
        expect(first(read).text(6, 0)).toBe(`${control}202611212000005${control}`);
        expect(read.notes).toEqual([]);
      });
    }
  }

  it('also where they are most of it, or of an unusual kind', async () => {
    expect(texts(first(await open(utf8('\u0002123\u0003\n\u0002124\u0003\n'), csv)))).toEqual([
      ['\u0002123\u0003'],
      ['\u0002124\u0003'],
    ]);
    expect(first(await open(utf8('번호\u0001이름\n1\u0001홍\n'), csv)).rowCount).toBe(2);
  });
});

describe('a binary file is none', () => {
  it('by its NULs, by its mixture of controls, by what no one can decode', async () => {
    const noise = (seed: number, from: number): Uint8Array => {
      let state = seed;
      return Uint8Array.from({ length: 3000 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return from + ((state >>> 16) % (256 - from));
      });
    };
    for (let seed = 1; seed <= 20; seed++) {
      expect(await refusal(noise(seed, 0), csv)).toEqual({ code: 'not-a-workbook', detail: 'binary' });
      expect(await refusal(noise(seed, 1), csv)).toEqual({ code: 'not-a-workbook', detail: 'binary' });
    }
    expect(await refusal(new Uint8Array(900).fill(0xff), csv)).toEqual({ code: 'not-a-workbook', detail: 'binary' });
    expect(await refusal(new Uint8Array(900), csv)).toEqual({ code: 'not-a-workbook', detail: 'binary' });
    const words = new Uint8Array(Uint16Array.from({ length: 900 }, (_, k) => k % 30).buffer);
    expect(await refusal(words, csv)).toEqual({ code: 'not-a-workbook', detail: 'binary' });
    expect(await refusal(join(Uint8Array.of(0xff, 0xfe), words), csv)).toEqual({
      code: 'not-a-workbook',
      detail: 'binary',
    });
  });
});

describe('a text in two encodings', () => {
  const half = '상품주문번호,이름\n1,김가람\n2,이누리\n';
  const other = '3,최라온\n4,똠방각하\n5,끝\n';
  const whole = [
    ['상품주문번호', '이름'],
    ['1', '김가람'],
    ['2', '이누리'],
    ['3', '최라온'],
    ['4', '똠방각하'],
    ['5', '끝'],
  ];

  it('is read line by line, and told', async () => {
    for (const [bytes, name, count] of [
      [join(utf8(half), encodeCp949(other)), 'utf-8', 3],
      [join(encodeCp949(half), utf8(other)), 'utf-8', 3],
      [join(encodeCp949(half + other), utf8('6,정마루\n')), 'cp949', 1],
      [join(utf8(`\ufeff${half}`), encodeCp949(other)), 'utf-8', 3],
    ] as const) {
      const read = await open(bytes, csv);
      expect(texts(first(read)).slice(0, 6)).toEqual(whole);
      expect(read.encoding).toEqual({ name, weak: true });
      expect(read.notes).toEqual([{ code: 'mixed-encodings', count }]);
    }
  });

  it('is not one where a single character is broken', async () => {
    const bytes = join(utf8(half), utf8('3,최라').slice(0, -1), utf8('온\n4,똠방각하\n'));
    const read = await open(bytes, csv);
    expect(read.encoding?.name).toBe('utf-8');
    expect(first(read).text(4, 1)).toBe('똠방각하');
    expect(read.notes).toEqual([{ code: 'unreadable-characters', count: 1 }]);
  });

  it('is what the seller says it is', async () => {
    const read = await open(join(utf8(half), encodeCp949(other)), { ...csv, encoding: 'cp949' });
    expect(first(read).text(3, 1)).toBe('최라온');
    expect(read.notes.map(({ code }) => code)).toEqual(['unreadable-characters']);
  });

  it('is never seen in one encoding, whatever Korean it holds', async () => {
    const hangul = fc
      .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1, maxLength: 12 })
      .map((codes) => String.fromCharCode(...codes));
    await fc.assert(
      fc.asyncProperty(fc.array(hangul, { minLength: 2, maxLength: 20 }), fc.boolean(), async (words, isUtf8) => {
        const text = `이름,주소\n${words.map((word, n) => `${n},${word}`).join('\n')}\n`;
        const read = await open(isUtf8 ? utf8(text) : encodeCp949(text), csv);
        expect(read.notes).toEqual([]);
        expect(
          texts(first(read))
            .slice(1)
            .map(([, word]) => word),
        ).toEqual(words);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('what stands in front of a file', () => {
  it('is passed over: a BOM, blanks, line ends', async () => {
    const { sheetBytes } = await import('../../../../fixtures/sheets/front-matter');
    for (const front of ['\ufeff', '\r\n', '\n\n\n  \t', ' '.repeat(300), '\ufeff\r\n']) {
      for (const { kind, bytes } of sheetBytes()) {
        const read = await open(join(utf8(front), bytes));
        expect([kind, read.kind, first(read).text(1, 0)]).toEqual([kind, kind, '2026112120000001']);
      }
    }
  });

  it('is passed over in a zip that counts it, too', async () => {
    const { sheetBytes } = await import('../../../../fixtures/sheets/front-matter');
    const [xlsx] = sheetBytes();
    const bytes = Buffer.from(join(utf8('\r\n\r\n'), xlsx?.bytes ?? new Uint8Array()));
    const end = bytes.lastIndexOf('504b0506', undefined, 'hex');
    for (let at = bytes.indexOf('504b0102', 0, 'hex'); at >= 0; at = bytes.indexOf('504b0102', at + 4, 'hex')) {
      bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + 4, at + 42);
    }
    bytes.writeUInt32LE(bytes.readUInt32LE(end + 16) + 4, end + 16);
    expect(first(await open(new Uint8Array(bytes))).text(1, 0)).toBe('2026112120000001');
  });
});
