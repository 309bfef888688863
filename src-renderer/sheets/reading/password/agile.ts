import { Refusal } from '../refusal';
import { xmlTags } from '../xml/xml-tags';
import type { XmlTag } from '../xml/xml-tags';
import { aesKey } from './aes';
import { concat, fit, hashNamed, isMacOf, isSame, spinHash } from './hash-name';
import type { NamedHash } from './hash-name';

/** Excel and LibreOffice use 100,000. A million is some seconds of work: beyond it the file only wants to keep us busy. */
const mostSpins = 1_000_000;
const segmentBytes = 4096;
/** What is fitted up to length is filled with this ([MS-OFFCRYPTO] 2.3.4.11, 2.3.4.12). */
const filler = 0x36;

/** Block keys of [MS-OFFCRYPTO] 2.3.4.13: what of the password's hash opens which lock. */
const forVerifierInput = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const forVerifierValue = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const forKeyValue = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);

/** Block keys of [MS-OFFCRYPTO] 2.3.4.14: what seals the whole package. */
const forMacKey = Uint8Array.of(0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6);
const forMacValue = Uint8Array.of(0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33);

interface Cipher extends NamedHash {
  hashBytes: number;
  keyBytes: number;
  blockBytes: number;
  salt: Uint8Array;
}

export interface AgileInfo {
  data: Cipher;
  /** Absent where the writer left the seal out; the checksums of the zip inside hold all the same. */
  seal: { key: Uint8Array; value: Uint8Array } | undefined;
  password: Cipher & { spins: number; verifierInput: Uint8Array; verifierValue: Uint8Array; keyValue: Uint8Array };
}

/** Reads the XML of an agile EncryptionInfo. Refuses ciphers, hashes and key holders other than those Excel makes. */
export function readAgileInfo(xml: string): AgileInfo {
  let data: Cipher | undefined;
  let seal: AgileInfo['seal'];
  let password: AgileInfo['password'] | undefined;
  for (const tag of xmlTags(xml)) {
    if (tag.isClosing) continue;
    if (tag.name === 'keyData') data = readCipher(tag);
    if (tag.name === 'dataIntegrity') {
      seal = { key: readBytes(tag, 'encryptedHmacKey'), value: readBytes(tag, 'encryptedHmacValue') };
    }
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
  return { data, seal, password };
}

/**
 * The package behind an agile lock; undefined when the password does not fit. Refuses with `damaged` a package that is
 * not the one its writer sealed.
 */
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
  if (info.seal !== undefined && !(await isSealed(info.data, info.seal, secret, encrypted))) {
    throw new Refusal('damaged', 'the seal of the locked part');
  }
  return decryptSegments(info.data, secret, encrypted);
}

/** Whether the whole stream, its size in front included, is what the writer's HMAC was made of. */
async function isSealed(
  { hash, hashBytes, name, blockBytes, salt }: Cipher,
  seal: { key: Uint8Array; value: Uint8Array },
  secret: Uint8Array,
  encrypted: Uint8Array,
): Promise<boolean> {
  const aes = await aesKey(secret);
  const open = async (blockKey: Uint8Array, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const iv = fit(hash(concat(salt, blockKey)), blockBytes, filler);
    return (await aes.cbc(iv, bytes)).subarray(0, hashBytes);
  };
  const value = await open(forMacValue, seal.value);
  return isMacOf(value, encrypted, await open(forMacKey, seal.key), name);
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
  const named = hashNamed(tag.attribute('hashAlgorithm') ?? '');
  const cipher = tag.attribute('cipherAlgorithm');
  const chaining = tag.attribute('cipherChaining');
  if (named === undefined || cipher !== 'AES' || chaining !== 'ChainingModeCBC') {
    throw new Refusal('password-kind-unknown', `${cipher} ${chaining} ${tag.attribute('hashAlgorithm')}`.slice(0, 100));
  }
  const bits = readNumber(tag, 'keyBits', 128, 256);
  if (bits % 64 !== 0) throw new Refusal('password-kind-unknown', `${bits} bits`);
  return {
    ...named,
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
