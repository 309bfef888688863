import { createHash } from 'node:crypto';
import { success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { SecretStore } from '../secrets/secret-store';

/**
 * Passwords of locked sheets the seller asked to have remembered, each for one form of file name: exports differ from
 * day to day in their digits only. They live in the keychain next to the stores' secrets, and unlike those one of them
 * is handed to the window when a file of that form is opened.
 */
export function createSheetPasswords(secrets: Pick<SecretStore, 'sheetPasswords'>) {
  const { sheetPasswords } = secrets;
  return {
    async recall(fileName: string): Promise<Result<{ password?: string }, never>> {
      const password = await sheetPasswords.read(formOf(fileName));
      return success(password === undefined ? {} : { password });
    },
    async remember(fileName: string, password: string): Promise<Result<Record<string, never>, 'keychain-failed'>> {
      const written = await sheetPasswords.write(formOf(fileName), password);
      return written.ok ? success({}) : written;
    },
    async forget(): Promise<Result<Record<string, never>, 'keychain-failed'>> {
      const gone = await sheetPasswords.clear();
      return gone.ok ? success({}) : gone;
    },
  };
}

export type SheetPasswordsService = ReturnType<typeof createSheetPasswords>;

/** Names a form of file names without repeating one: a courier puts a seller's name into it. */
function formOf(fileName: string): string {
  const form = fileName.normalize('NFC').toLowerCase().replaceAll(/\d+/gu, '#');
  return createHash('sha256').update(form).digest('hex');
}
