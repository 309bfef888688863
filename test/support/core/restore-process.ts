/**
 * A restore in a process of its own that kills itself before or after one of its renames:
 * `restore-process.ts FOLDER BACKUP STEP`. Ends with code 0 when it has no such step.
 */
import { restoreBackup } from '../../../src-main/database/file/restore';
import { moveFile } from '../../../src-main/files/move-file';
import { restoreRoom } from './restore-kills';

const [folder = '', backup = '', step = ''] = process.argv.slice(2);
let passed = 0;
function passStep(): void {
  if (passed === Number(step)) process.kill(process.pid, 'SIGKILL');
  passed += 1;
}

const restored = await restoreBackup({
  ...restoreRoom(folder),
  backup,
  move: async (from, to) => {
    passStep();
    await moveFile(from, to);
    passStep();
  },
});
if (!restored.ok) throw new Error(`${restored.code} ${restored.detail}`);
passStep();
await restored.database.close();
