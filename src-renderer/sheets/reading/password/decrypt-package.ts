import { Refusal } from '../refusal';
import { readLimits } from '../workbook';
import { openAgile, readAgileInfo } from './agile';
import { openStandard, readStandardInfo } from './standard';
import { unspokenPassword } from './unspoken-password';

type Open = (password: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/**
 * A locked xlsx to the zip inside it. Without a password: `password-needed`, unless the lock is the one Excel opens by
 * itself. A wrong one: `password-wrong`, found by the verifier before anything is decrypted.
 */
export async function decryptPackage(
  info: Uint8Array,
  encrypted: Uint8Array,
  password: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const open = opener(info, encrypted);
  const opened = await open(password ?? unspokenPassword);
  if (opened === undefined) throw new Refusal(password === undefined ? 'password-needed' : 'password-wrong');
  const size = packageSize(encrypted);
  if (size > opened.length || size > readLimits.fileBytes) throw new Refusal('damaged', 'size of the locked part');
  const zip = opened.subarray(0, size);
  if (zip[0] !== 0x50 || zip[1] !== 0x4b) throw new Refusal('damaged', 'no workbook behind the password');
  return zip;
}

function opener(info: Uint8Array, encrypted: Uint8Array): Open {
  if (info.length < 12 || encrypted.length < 8) throw new Refusal('damaged', 'encryption header');
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const major = view.getUint16(0, true);
  const minor = view.getUint16(2, true);
  if (major === 4 && minor === 4) {
    const agile = readAgileInfo(new TextDecoder().decode(info.subarray(8)));
    return (password) => openAgile(agile, encrypted, password);
  }
  if (minor === 2 && major >= 2 && major <= 4) {
    const standard = readStandardInfo(info);
    return (password) => openStandard(standard, encrypted, password);
  }
  throw new Refusal('password-kind-unknown', `version ${major}.${minor}`);
}

function packageSize(encrypted: Uint8Array): number {
  const view = new DataView(encrypted.buffer, encrypted.byteOffset, encrypted.byteLength);
  return Number(view.getBigUint64(0, true));
}
