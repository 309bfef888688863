import { Refusal } from '../refusal';
export async function decryptPackage(_i: Uint8Array, _e: Uint8Array, _p: string | undefined): Promise<Uint8Array> {
  throw new Refusal('password-needed');
}
