import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const script = `
const [, library, file] = process.argv;
const db = new (require(library))(file);
db.exec('BEGIN EXCLUSIVE');
process.stdout.write('held');
process.stdin.once('end', () => { db.exec('COMMIT'); db.close(); }).resume();
`;

/** Another program, as a backup or a virus scanner is, that holds the database of the app until it is released. */
export async function holdLock(file: string): Promise<{ release(): Promise<void> }> {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const holder = spawn(process.execPath, ['-e', script, library, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(holder, 'exit');
  await Promise.race([
    once(holder.stdout, 'data'),
    gone.then(() => {
      throw new Error('the lock was not had');
    }),
  ]);
  return {
    async release() {
      holder.stdin.end();
      await gone;
    },
  };
}
