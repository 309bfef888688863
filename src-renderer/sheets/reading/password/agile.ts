import { Refusal } from '../refusal';
import { xmlTags } from '../xml/xml-tags';
import type { XmlTag } from '../xml/xml-tags';
import { aesKey } from './aes';
import { concat, fit, hashNamed, isSame, spinHash } from './hash-name';
import type { Hash } from './hash-name';

/** Excel uses 100,000. Ten million is half a minute of work: beyond it the file only wants to keep us busy. */
const mostSpins = 10_000_000;
const segmentBytes = 4096;
/** What is fitted up to length is filled with this ([MS-OFFCRYPTO] 2.3.4.11, 2.3.4.12). */
const filler = 0x36;

/** Block keys of [MS-OFFCRYPTO] 2.3.4.13: what of the password's hash opens which lock. */
const forVerifierInput = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const forVerifierValue = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const forKeyValue = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);

interface Cipher {
  hash: Hash;
  hashBytes: number;
  keyBytes: number;
  blockBytes: number;
  salt: Uint8Array;
}

export interface AgileInfo {
  data: Cipher;
  password: Cipher & { spins: number; verifierInput: Uint8Array; verifierValue: Uint8Array; keyValue: Uint8Array };
}

/** Reads the XML of an agile EncryptionInfo. Refuses ciphers, hashes and key holders other than those Excel makes. */
export function readAgileInfo(xml: string): AgileInfo {
  let data: Cipher | undefined;
  let password: AgileInfo['password'] | undefined;
  for (const tag of xmlTags(xml)) {
    if (tag.isClosing) continue;
    if (tag.name === 'keyData') data = readCipher(tag);
    // A certificate's encryptedKey has no spinCount.
    if (tag.name !== 'encryptedKey' || tag.attribute('spinCount') === undefined) continue;
    const spins = readNumber(tag, 'spinCount', 0, Number.MAX_SAFE_INTEGER);
    if (spins > mostSpins) throw new Refusal('password-too-costly', String(spins));
    password = {
      ...readCipher(tag),
      spins,
      verifierInput: readBytes(tag, 'encryptedVerifierHashInput'),
      verifierValue: readBytes(tag, 'encryptedVerifierHashValue'),
      keyValue: readBytes(tag, 'encryptedKeyValue'),
    };
  }
  if (data === undefined || password === undefined) throw new Refusal('password-kind-unknown', 'no password lock');
  return { data, password };
}

/** The package behind an agile lock; undefined when the password does not fit. */
export async function openAgile(
  info: AgileInfo,
  encrypted: Uint8Array,
  password: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const lock = info.password;
  const spun = spinHash(lock.hash, lock.salt, password, lock.spins);
  const iv = fit(lock.salt, lock.blockBytes, filler);
  const open = async (blockKey: Uint8Array, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const key = await aesKey(fit(lock.hash(concat(spun, blockKey)), lock.keyBytes, filler));
    return key.cbc(iv, bytes);
  };
  const input = (await open(forVerifierInput, lock.verifierInput)).subarray(0, lock.salt.length);
  const value = (await open(forVerifierValue, lock.verifierValue)).subarray(0, lock.hashBytes);
  if (!isSame(lock.hash(input).subarray(0, lock.hashBytes), value)) return undefined;
  const secret = (await open(forKeyValue, lock.keyValue)).subarray(0, info.data.keyBytes);
  return decryptSegments(info.data, secret, encrypted);
}

/**
 * The package is encrypted in segments of 4,096 bytes, each with an iv of its own. One call decrypts them all as if they
 * were one chain, since a call costs more than a segment; the first block of each is then put right: the block before it
 * taken off, its own iv put on.
 */
async function decryptSegments(
  data: Cipher,
  secret: Uint8Array,
  encrypted: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await aesKey(secret);
  const body = encrypted.subarray(8, encrypted.length - ((encrypted.length - 8) % data.blockBytes));
  const out = await key.cbc(new Uint8Array(data.blockBytes), body);
  const number = new Uint8Array(4);
  for (let at = 0, n = 0; at < body.length; at += segmentBytes, n++) {
    new DataView(number.buffer).setUint32(0, n, true);
    const iv = fit(data.hash(concat(data.salt, number)), data.blockBytes, filler);
    for (let k = 0; k < data.blockBytes; k++) {
      const before = at === 0 ? 0 : (body[at - data.blockBytes + k] ?? 0);
      out[at + k] = (out[at + k] ?? 0) ^ before ^ (iv[k] ?? 0);
    }
  }
  return out;
}

function readCipher(tag: XmlTag): Cipher {
  const hash = hashNamed(tag.attribute('hashAlgorithm') ?? '');
  const cipher = tag.attribute('cipherAlgorithm');
  const chaining = tag.attribute('cipherChaining');
  if (hash === undefined || cipher !== 'AES' || chaining !== 'ChainingModeCBC') {
    throw new Refusal('password-kind-unknown', `${cipher} ${chaining} ${tag.attribute('hashAlgorithm')}`.slice(0, 100));
  }
  const bits = readNumber(tag, 'keyBits', 128, 256);
  if (bits % 64 !== 0) throw new Refusal('password-kind-unknown', `${bits} bits`);
  return {
    hash,
    hashBytes: readNumber(tag, 'hashSize', 20, 64),
    keyBytes: bits / 8,
    blockBytes: readNumber(tag, 'blockSize', 16, 16),
    salt: readBytes(tag, 'saltValue'),
  };
}

function readNumber(tag: XmlTag, name: string, least: number, most: number): number {
  const value = Number(tag.attribute(name));
  if (!Number.isInteger(value) || value < least || value > most) throw new Refusal('password-kind-unknown', name);
  return value;
}

function readBytes(tag: XmlTag, name: string): Uint8Array {
  const text = (tag.attribute(name) ?? '').trim();
  if (text === '' || text.length > 1024 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Refusal('damaged', name);
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (name !== 'saltValue' && bytes.length % 16 !== 0) throw new Refusal('damaged', name);
  return bytes;
}
