import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { AppDatabase } from '../database/tables';
import type { EncryptionKeys } from '../secrets/encryption-keys';

const keyMark = 'encryption-key-digest';
const placeMark = 'place-of-the-file';

const placeSchema = z.strictObject({ path: z.string(), file: z.string() });
type Place = z.infer<typeof placeSchema>;

/**
 * Whether this data folder is a copy: on another computer its key is another one; on this one the database is another
 * file in another place. A folder that was only moved keeps its file, a restored backup its place. Then nothing moves
 * until the seller has looked: the folder's other half may still be sending.
 */
export async function isCopiedFolder(
  database: AppDatabase,
  file: string,
  { key, lasts }: Pick<EncryptionKeys, 'key' | 'lasts'>,
): Promise<boolean> {
  const before = await placeBefore(database);
  const now = await placeOf(file);
  const isElsewhere = before !== undefined && before.path !== now.path && before.file !== now.file;
  if (before?.path !== now.path || before.file !== now.file)
    await database.settings.set(placeMark, JSON.stringify(now));
  return (lasts && (await hasOtherKey(database, key))) || isElsewhere;
}

async function hasOtherKey(database: AppDatabase, key: Buffer): Promise<boolean> {
  const digest = JSON.stringify(createHash('sha256').update(key).digest('hex'));
  const known = await database.settings.get(keyMark);
  if (known !== digest) await database.settings.set(keyMark, digest);
  return known !== undefined && known !== digest;
}

async function placeBefore(database: AppDatabase): Promise<Place | undefined> {
  return database.transaction(({ settings }) => settings.read(placeMark, placeSchema));
}

/** The file's number on its disk stays when it is moved, and is another one in a copy. */
async function placeOf(file: string): Promise<Place> {
  const { ino } = await stat(file, { bigint: true });
  return { path: await realpath(file), file: String(ino) };
}
