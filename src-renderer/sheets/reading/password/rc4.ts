/** RC4: a stream of key bytes, one after the other. What Office used before AES; never to lock anything with. */
export class Rc4 {
  private readonly state = Uint8Array.from({ length: 256 }, (_, k) => k);
  private i = 0;
  private j = 0;

  constructor(key: Uint8Array) {
    let j = 0;
    for (let i = 0; i < 256; i++) {
      j = (j + this.at(i) + (key[i % key.length] ?? 0)) & 255;
      this.swap(i, j);
    }
  }

  /** The next `length` key bytes. */
  next(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => {
      this.i = (this.i + 1) & 255;
      this.j = (this.j + this.at(this.i)) & 255;
      this.swap(this.i, this.j);
      return this.at((this.at(this.i) + this.at(this.j)) & 255);
    });
  }

  private at(index: number): number {
    return this.state[index] ?? 0;
  }

  private swap(i: number, j: number): void {
    const kept = this.at(i);
    this.state[i] = this.at(j);
    this.state[j] = kept;
  }
}

/** Bytes combined with as many key bytes: locks and opens alike. */
export function xorBytes(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  return bytes.map((byte, k) => byte ^ (key[k] ?? 0));
}
