import { Refusal } from '../refusal';

/** Records of BIFF12 that are read (MS-XLSB 2.3.2). */
export const record = {
  rowHeader: 0x00,
  cellRk: 0x02,
  cellError: 0x03,
  cellBool: 0x04,
  cellReal: 0x05,
  cellText: 0x06,
  cellShared: 0x07,
  formulaText: 0x08,
  formulaNumber: 0x09,
  formulaBool: 0x0a,
  formulaError: 0x0b,
  shortRk: 0x0d,
  shortError: 0x0e,
  shortBool: 0x0f,
  shortReal: 0x10,
  shortText: 0x11,
  shortShared: 0x12,
  sharedItem: 0x13,
  format: 0x2c,
  cellStyle: 0x2f,
  columnInfo: 0x3c,
  cellRich: 0x3e,
  beginData: 0x91,
  endData: 0x92,
  workbookProperties: 0x99,
  sheet: 0x9c,
  merge: 0xb0,
  beginCellStyles: 0x269,
  endCellStyles: 0x26a,
} as const;

/**
 * Walks through the records of a binary part. A record's length is held against the bytes there are before anything of
 * it is looked at, and every field against its record: what a record says of itself makes nothing large.
 */
export class Records {
  /** Kind of the record the reader stands in. */
  id = -1;
  private readonly view: DataView;
  private at = 0;
  private end = 0;
  private readonly utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Moves to the next record; false at the end of the part. */
  next(): boolean {
    this.at = this.end;
    if (this.at >= this.bytes.length) return false;
    this.end = this.bytes.length;
    const first = this.byte();
    this.id = first < 0x80 ? first : (first & 0x7f) | ((this.byte() & 0x7f) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const part = this.byte();
      length |= (part & 0x7f) << shift;
      if (part < 0x80) break;
    }
    if (length > this.bytes.length - this.at) throw new Refusal('damaged', 'a record beyond its part');
    this.end = this.at + length;
    return true;
  }

  byte(): number {
    return this.bytes[this.take(1)] ?? 0;
  }

  short(): number {
    return this.view.getUint16(this.take(2), true);
  }

  long(): number {
    return this.view.getUint32(this.take(4), true);
  }

  double(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  /** A number in 30 bits, whole or the upper half of a double, and perhaps a hundredth of it (MS-XLSB 2.5.123). */
  rk(): number {
    const bits = this.long();
    let value = (bits | 0) >> 2;
    if ((bits & 2) === 0) {
      const double = new DataView(new ArrayBuffer(8));
      double.setUint32(4, (bits & ~3) >>> 0, true);
      value = double.getFloat64(0, true);
    }
    return (bits & 1) === 0 ? value : value / 100;
  }

  /** A text behind the number of its letters; no letters at all where that number is the one for "none". */
  text(): string {
    const letters = this.long();
    if (letters === 0xffffffff) return '';
    const from = this.take(letters * 2);
    return this.utf16.decode(this.bytes.subarray(from, from + letters * 2));
  }

  skip(length: number): void {
    this.take(length);
  }

  private take(length: number): number {
    const from = this.at;
    if (length > this.end - from) throw new Refusal('damaged', 'a field beyond its record');
    this.at = from + length;
    return from;
  }
}
