import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { memoryKeychain } from '../../support/core/keychains';
import { isLinuxAdmin } from '../../support/linux-admin';
import { runCore } from '../../support/core/run-core';
import { marketOfTest } from '../../support/market/market-in-test';

/** A disk of its own, so small that it can be filled. */
async function smallDisk(megabytes: number): Promise<string> {
  const disk = await mkdtemp(join(tmpdir(), 'balsong-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  onTestFinished(async () => {
    execFileSync('umount', ['--lazy', disk]);
    await rm(disk, { recursive: true, force: true });
  });
  return disk;
}

/** Somebody else's files take all that is left, up to the last byte. */
function fillUp(disk: string): string {
  const file = join(disk, 'photos.bin');
  const handle = openSync(file, 'w');
  try {
    for (const size of [65_536, 1024, 1]) writeUntilFull(handle, size);
  } finally {
    closeSync(handle);
  }
  return file;
}

function writeUntilFull(handle: number, size: number): void {
  const piece = Buffer.alloc(size);
  for (;;) {
    try {
      if (writeSync(handle, piece) < size) return;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}

// Elsewhere bad-files.test.ts fills the file by its own bound.
it.skipIf(!isLinuxAdmin())(
  'a disk without a free byte: sending stops and says so, and with room again everything goes out once',
  async () => {
    const disk = await smallDisk(12);
    const market = await marketOfTest({ seed: 'empty' });
    market.control.set({ rate: 2, burst: 2 });
    const orders = market.control.makeOrders(240, 8, { perOrder: [1] });
    const places: string[] = [];
    let tell: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const about = {
      dataDir: join(disk, 'desk'),
      loadKeychain: memoryKeychain(),
      naverUrl: market.url,
      credentials: market.credentials,
    };
    const desk = await runCore({
      ...about,
      report(place) {
        places.push(place);
        if (place === 'outbox') tell?.();
      },
    });
    await desk.send(orders);
    // In the middle of sending somebody fills the disk.
    await market.control.ended('dispatch', 1);
    const photos = fillUp(disk);
    await stopped;
    expect(places).toContain('outbox');
    const sentBefore = market.control.requests('dispatch').length;
    expect(sentBefore, 'calls before the disk was full').toBeLessThan(orders.length / 30);
    // Even then the file is closed in order: the next try must not find it held.
    await desk.stop();

    await rm(photos);
    market.control.set({ rate: 50, burst: 100 });
    const roomy = await runCore(about);
    await roomy.settled();
    const log = await roomy.log();
    expect(log).toHaveLength(orders.length);
    expect(log.every(({ state }) => state === 'succeeded')).toBe(true);
    expect(Object.values(market.control.ledger()).every(({ dispatches }) => dispatches === 1)).toBe(true);
    await roomy.stop();
  },
);
