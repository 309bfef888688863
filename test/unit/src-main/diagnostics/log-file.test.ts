import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logFolder, openLogFile } from '../../../../src-main/diagnostics/log-file';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'log-file-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function open(maxBytes?: number) {
  const problems: unknown[] = [];
  const planned: (() => void)[] = [];
  const folder = logFolder(dataDir);
  const file = openLogFile({
    folder,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    later: (work) => void planned.push(work),
    report: (problem) => problems.push(problem),
  });
  return { file, folder, problems, planned, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

describe('the log file', () => {
  it('gathers lines and writes them after a moment, or at once when the process ends', () => {
    const { file, folder, planned, read } = open();
    file.write('one');
    file.write('two');
    expect(existsSync(folder)).toBe(false);
    expect(planned).toHaveLength(1);
    planned[0]?.();
    expect(read('app.jsonl')).toBe('one\ntwo\n');
    file.write('three');
    file.flush();
    expect(read('app.jsonl')).toBe('one\ntwo\nthree\n');
  });

  it('can be read by no one else on this computer', () => {
    const { file, folder } = open();
    file.write('one');
    file.flush();
    if (process.platform === 'win32') return;
    expect(statSync(join(folder, 'app.jsonl')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('never takes more than its room, and keeps the newest lines', () => {
    const { file, folder, read } = open(5000);
    for (let n = 0; n < 400; n += 1) {
      file.write(`${n}`.padStart(49, '0'));
      file.flush();
    }
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual(['app.1.jsonl', 'app.2.jsonl', 'app.3.jsonl', 'app.4.jsonl', 'app.jsonl']);
    const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThanOrEqual(5000);
    const all = [4, 3, 2, 1].map((age) => read(`app.${age}.jsonl`)).join('') + read('app.jsonl');
    const numbers = all.trim().split('\n').map(Number);
    expect(numbers.at(-1)).toBe(399);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });

  it('says once that nothing can be written, and afterwards how many lines were lost', () => {
    const { file, folder, problems, read } = open();
    // A file where the folder belongs.
    writeFileSync(folder, '');
    for (const line of ['one', 'two']) {
      file.write(line);
      file.flush();
    }
    expect(problems).toHaveLength(1);
    chmodSync(folder, 0o600);
    rmSync(folder);
    file.write('three');
    file.flush();
    expect(read('app.jsonl')).toBe('three\n{"event":"suppressed","what":"unwritten","lines":2}\n');
  });
});
