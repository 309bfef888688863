import { TextPool } from './text-pool';

/** Stands for the empty text: no block has this address. */
const emptyText = 0xffffffff;

/** The string table of a workbook: kept as bytes, each string made once, when the first cell that uses it is read. */
export class SharedTexts {
  private readonly pool = new TextPool();
  private addresses = new Uint32Array(1024);
  private readonly made: (string | undefined)[] = [];
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
    const known = this.made[index];
    if (known !== undefined) return known;
    if (index >= this.count || this.isEmpty(index)) return '';
    const text = this.pool.text(this.addresses[index] ?? 0);
    // Grown to its size once: an array with holes to its end would fall into a slow form.
    if (this.made.length < this.count) for (let k = this.made.length; k < this.count; k++) this.made.push(undefined);
    this.made[index] = text;
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
