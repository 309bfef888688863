/** AES for the one key length Chromium's WebCrypto refuses: 192 bits. Decryption of whole blocks (FIPS 197, 5.3). */
const sbox = makeSbox();
const inverse = new Uint8Array(256);
for (const [from, to] of sbox.entries()) inverse[to] = from;

/** Products with 9, 11, 13 and 14 in GF(2^8): what mixing columns back needs. */
const [by9, by11, by13, by14] = [9, 11, 13, 14].map((factor) =>
  Uint8Array.from({ length: 256 }, (_, value) => multiply(value, factor)),
);

/** Decrypts each 16-byte block by itself (ECB). The length must be whole blocks. */
export function decryptBlocks(key: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const schedule = expandKey(key);
  const rounds = schedule.length / 16 - 1;
  const out = new Uint8Array(bytes);
  for (let at = 0; at + 16 <= out.length; at += 16) decryptBlock(out.subarray(at, at + 16), schedule, rounds);
  return out;
}

function decryptBlock(state: Uint8Array, schedule: Uint8Array, rounds: number): void {
  addRoundKey(state, schedule, rounds);
  const moved = new Uint8Array(16);
  for (let round = rounds - 1; round >= 0; round--) {
    // Rows shifted back and substituted back in one go.
    for (let i = 0; i < 16; i++) moved[(i + 4 * (i % 4)) % 16] = inverse[state[i] ?? 0] ?? 0;
    state.set(moved);
    addRoundKey(state, schedule, round);
    if (round > 0) unmixColumns(state);
  }
}

function addRoundKey(state: Uint8Array, schedule: Uint8Array, round: number): void {
  for (let i = 0; i < 16; i++) state[i] = (state[i] ?? 0) ^ (schedule[round * 16 + i] ?? 0);
}

function unmixColumns(state: Uint8Array): void {
  for (let c = 0; c < 16; c += 4) {
    const column = state.slice(c, c + 4);
    for (let k = 0; k < 4; k++) {
      const [a = 0, b = 0, d = 0, e = 0] = [0, 1, 2, 3].map((step) => column[(k + step) % 4] ?? 0);
      state[c + k] = (by14?.[a] ?? 0) ^ (by11?.[b] ?? 0) ^ (by13?.[d] ?? 0) ^ (by9?.[e] ?? 0);
    }
  }
}

function expandKey(key: Uint8Array): Uint8Array {
  const words = key.length / 4;
  const schedule = new Uint8Array(16 * (words + 7));
  schedule.set(key);
  let constant = 1;
  for (let at = key.length; at < schedule.length; at += 4) {
    let word = schedule.slice(at - 4, at);
    const index = at / 4;
    if (index % words === 0) {
      word = Uint8Array.from([1, 2, 3, 0], (k) => sbox[word[k] ?? 0] ?? 0);
      word[0] = (word[0] ?? 0) ^ constant;
      constant = multiply(constant, 2);
    } else if (words > 6 && index % words === 4) word = word.map((byte) => sbox[byte] ?? 0);
    for (let k = 0; k < 4; k++) schedule[at + k] = (schedule[at + k - key.length] ?? 0) ^ (word[k] ?? 0);
  }
  return schedule;
}

function multiply(value: number, factor: number): number {
  let product = 0;
  for (let a = value, b = factor; b > 0; b >>= 1) {
    if (b & 1) product ^= a;
    a = (a << 1) ^ (a & 0x80 ? 0x11b : 0);
  }
  return product;
}

function makeSbox(): Uint8Array {
  const box = new Uint8Array(256);
  for (let value = 0; value < 256; value++) {
    let reciprocal = 0;
    // 0 has none, and stays 0.
    for (let other = 1; other < 256; other++) if (multiply(value, other) === 1) reciprocal = other;
    let mixed = reciprocal;
    for (let turn = 1; turn <= 4; turn++) mixed ^= ((reciprocal << turn) | (reciprocal >> (8 - turn))) & 255;
    box[value] = mixed ^ 0x63;
  }
  return box;
}
