import { cbc as nobleCbc, ecb as nobleEcb } from '@noble/ciphers/aes.js';
import { concat } from './hash-name';

const blockBytes = 16;

/** An AES key that decrypts without padding, which is how Office encrypts. */
export interface AesKey {
  /** CBC. The length must be whole blocks. */
  cbc(iv: Uint8Array, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  /** Each block by itself. */
  ecb(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * WebCrypto where it can: Chromium has no 192-bit keys, and those go through a library. WebCrypto knows
 * CBC with padding only. So a block is appended that decrypts to valid padding, and single blocks are CBC undone.
 */
export async function aesKey(bytes: Uint8Array): Promise<AesKey> {
  if (bytes.length === 24) return libraryKey(bytes);
  const key = await crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-CBC', false, ['encrypt', 'decrypt']);
  const cbc = async (iv: Uint8Array, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    if (data.length === 0) return new Uint8Array(0);
    const last = new Uint8Array(data.subarray(-blockBytes));
    const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array(0));
    const padded = concat(data, new Uint8Array(padding));
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: new Uint8Array(iv) }, key, padded));
  };
  return {
    cbc,
    ecb: async (data) => xorPrevious(await cbc(new Uint8Array(blockBytes), data), new Uint8Array(blockBytes), data),
  };
}

function libraryKey(key: Uint8Array): AesKey {
  const whole = { disablePadding: true };
  return {
    cbc: async (iv, data) =>
      data.length === 0 ? new Uint8Array(0) : new Uint8Array(nobleCbc(key, iv, whole).decrypt(data)),
    ecb: async (data) => (data.length === 0 ? new Uint8Array(0) : new Uint8Array(nobleEcb(key, whole).decrypt(data))),
  };
}

/** Puts CBC's chaining on, or takes it off: each block against the ciphertext before it, the first against the iv. */
function xorPrevious(out: Uint8Array<ArrayBuffer>, iv: Uint8Array, encrypted: Uint8Array): Uint8Array<ArrayBuffer> {
  for (let i = 0; i < out.length; i++) {
    out[i] = (out[i] ?? 0) ^ ((i < blockBytes ? iv[i] : encrypted[i - blockBytes]) ?? 0);
  }
  return out;
}
