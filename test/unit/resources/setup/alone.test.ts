import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { chown, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { alone } from '../../../../resources/setup/alone.mjs';

const module = join(import.meta.dirname, '../../../../resources/setup/alone.mjs');

describe('one set-up at a time', () => {
  it('lets the second wait until the first has ended', async () => {
    const name = randomUUID();
    const happened: string[] = [];
    const events = new EventEmitter();
    const inside = once(events, 'inside');
    const mayEnd = once(events, 'may end');
    const waits = once(events, 'waits');
    const first = alone(
      name,
      async () => {
        events.emit('inside');
        await mayEnd;
        happened.push('first ends');
      },
      fail,
    );
    await inside;
    const second = alone(
      name,
      async () => {
        happened.push('second begins');
        return 'second';
      },
      () => events.emit('waits'),
    );
    await waits;
    expect(happened).toEqual([]);
    events.emit('may end');
    await first;
    expect(await second).toBe('second');
    expect(happened).toEqual(['first ends', 'second begins']);
  });

  it('lets folders of another name run beside it', async () => {
    const inner = alone(randomUUID(), () => alone(randomUUID(), async () => 'both', fail), fail);
    expect(await inner).toBe('both');
  });

  it.skipIf(process.platform === 'win32')(
    'is held in the folder of the user, where no other account can take its name',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'b-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      for (const name of ['XDG_CACHE_HOME', 'HOME']) vi.stubEnv(name, folder);
      onTestFinished(() => void vi.unstubAllEnvs());
      const held = await alone(randomUUID(), () => readdir(folder, { recursive: true }), fail);
      expect(held.filter((file) => file.includes('balsong-setup-'))).toHaveLength(1);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'is held in a folder of its own where the path of the user’s is too long for a socket, unless that is another’s',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'b-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      vi.stubEnv('XDG_CACHE_HOME', join(folder, 'long'.repeat(30)));
      vi.stubEnv('TMPDIR', folder);
      onTestFinished(() => void vi.unstubAllEnvs());
      const own = join(folder, `balsong-${userInfo().uid}`);
      expect(await alone(randomUUID(), () => readdir(own), fail)).toHaveLength(1);
      expect((await stat(own)).mode & 0o777).toBe(0o700);
      // Only an administrator gives a folder away.
      if (process.getuid?.() !== 0) return;
      await chown(own, 12_345, 12_345);
      await expect(alone(randomUUID(), async () => 'held', fail)).rejects.toThrow('belongs to another account');
    },
  );

  it('lets go when the work fails', async () => {
    const name = randomUUID();
    await expect(alone(name, () => Promise.reject(new Error('no disk')), fail)).rejects.toThrow('no disk');
    expect(await alone(name, async () => 'again', fail)).toBe('again');
  });

  it('goes on when the first is killed', async () => {
    const name = randomUUID();
    const code = `import { alone } from ${JSON.stringify(module)};
      await alone(${JSON.stringify(name)}, async () => {
        console.log('inside');
        await new Promise((resolve) => setInterval(resolve, 2 ** 30));
      }, () => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(createInterface({ input: child.stdout }), 'line');
    const second = alone(
      name,
      async () => 'after it',
      () => child.kill('SIGKILL'),
    );
    expect(await second).toBe('after it');
  });
});

function fail(): void {
  throw new Error('no one had to wait here');
}
