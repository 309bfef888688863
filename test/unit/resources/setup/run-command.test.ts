import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmWords, runCommand } from '../../../../resources/setup/run-command.mjs';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'balsong-setup-')), '홍 길동 & Co');
  await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('a command of the set-up', () => {
  it('is run with its words as they are, in a folder whose name a shell would take apart', async () => {
    const program = join(folder, 'say words.mjs');
    await writeFile(program, 'console.log(JSON.stringify(process.argv.slice(2)))');
    const words = ['one two', '$HOME', '%PATH%', '"quoted"', '한글'];
    const { ok, output } = await runCommand(process.execPath, [program, ...words], { quiet: true, cwd: folder });
    expect(ok).toBe(true);
    expect(JSON.parse(output)).toEqual(words);
  });

  it('that cannot be started is not ok, and says why', async () => {
    const { ok, output } = await runCommand(join(folder, 'nothing here'), [], { quiet: true });
    expect(ok).toBe(false);
    expect(output).toContain('ENOENT');
  });
});

describe('npm', () => {
  const node = join('programs', 'nodejs', 'node');
  const beside = join('programs', 'nodejs', 'node_modules/npm/bin/npm-cli.js');
  const below = join('programs', 'lib/node_modules/npm/bin/npm-cli.js');

  it('is the one that started the set-up, run by this Node', () => {
    const own = join('elsewhere', 'npm-cli.js');
    expect(npmWords({ npm_execpath: own }, node, () => true)).toEqual([node, own]);
  });

  it('is looked for where each system installs it', () => {
    expect(npmWords({}, node, (file) => file === beside)).toEqual([node, beside]);
    expect(npmWords({}, node, (file) => file === below)).toEqual([node, below]);
  });

  it('is not another package manager that started the set-up', () => {
    expect(npmWords({ npm_execpath: join('elsewhere', 'yarn.js') }, node, () => true)).toEqual([node, beside]);
  });

  it('is left to the system where its program is nowhere to be found', () => {
    expect(npmWords({}, node, () => false)).toEqual(['npm']);
  });
});
