import { describe, expect, it } from 'vitest';
import { standsInOneRow } from '../../../support/bench/stands-in-one-row';

const stands = (text: string, encoding: BufferEncoding = 'utf8'): boolean =>
  standsInOneRow(Buffer.from(text, encoding), '2026', '6850');

describe('an order and a number', () => {
  it('stand in one row where no end of a line, or of a row of markup, is between them', () => {
    expect(stands('a\r\n2026,6850\r\n')).toBe(true);
    expect(stands('a\r\n2026,\t6850', 'utf16le')).toBe(true);
    expect(stands('<Row><Cell>2026</Cell>\n<Cell>6850</Cell></Row><Row/>')).toBe(true);
  });

  it('do not where one is, or there are no rows to see', () => {
    expect(stands('2026,x\n6850,y')).toBe(false);
    expect(stands('<tr><td>2026</td></tr><tr><td>6850</td></tr>')).toBe(false);
    expect(stands('<x:row>2026</x:row ><x:row>6850</x:row>')).toBe(false);
    expect(stands('2026 6850')).toBe(false);
  });
});
