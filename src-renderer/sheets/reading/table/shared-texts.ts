import { TextPool } from './text-pool';

/** Stands for the empty text: no block has this address. */
const emptyText = 0xffffffff;

/** Strings kept as they were made: a power of two. */
const kept = 4096;

/**
 * The string table of a workbook: kept as bytes, and made into strings when a cell that uses one is read. The last one
 * made in each place of a small table stays: those of many cells (a courier, a state) are made once, while a hundred
 * thousand names and numbers of one cell each are let go.
 */
export class SharedTexts {
  private readonly pool = new TextPool();
  private addresses = new Uint32Array(1024);
  private readonly keptIndexes = new Int32Array(kept).fill(-1);
  private readonly keptTexts: string[] = Array.from({ length: kept }, () => '');
  count = 0;

  add(bytes: Uint8Array, from: number, to: number): void {
    this.keep(from === to ? emptyText : this.pool.add(bytes, from, to));
  }

  addString(text: string): void {
    this.keep(text === '' ? emptyText : this.pool.addString(text));
  }

  isEmpty(index: number): boolean {
    return this.addresses[index] === emptyText;
  }

  text(index: number): string {
    const place = index & (kept - 1);
    if (this.keptIndexes[place] === index) return this.keptTexts[place] ?? '';
    if (index >= this.count || this.isEmpty(index)) return '';
    const text = this.pool.text(this.addresses[index] ?? 0);
    this.keptIndexes[place] = index;
    this.keptTexts[place] = text;
    return text;
  }

  private keep(address: number): void {
    if (this.count === this.addresses.length) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this.addresses);
      this.addresses = larger;
    }
    this.addresses[this.count++] = address;
  }
}
