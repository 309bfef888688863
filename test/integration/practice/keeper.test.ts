import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPracticeKeeper } from '../../../src-main/practice/practice-keeper';
import { bareClient } from '../../support/market/bare-client';
import { folderOfTest } from '../../support/market/market-in-test';

async function keeperOfTest(write: (folder: string) => Promise<string>) {
  const ledgerFile = await write(await folderOfTest());
  const keeper = createPracticeKeeper({ ledgerFile });
  onTestFinished(() => keeper.stop());
  return { keeper, ledgerFile };
}

describe('the practice market inside the app', () => {
  it('starts once, when first needed, and knows the orders it makes', async () => {
    const { keeper } = await keeperOfTest(async (folder) => join(folder, 'practice.jsonl'));
    const [one, other] = await Promise.all([keeper.running(), keeper.running()]);
    expect(other.url).toBe(one.url);
    const [head, ...rows] = one.newOrders(4).rows;
    expect(head?.[0]).toBe('상품주문번호');
    const again = one.newOrders(4).rows.slice(1);
    const ids = [...rows, ...again].map((row) => row[0] ?? '');
    expect(new Set(ids).size).toBe(8);
    const secrets = one.secrets('naver');
    if (secrets.market !== 'naver') throw new Error('another market');
    const client = bareClient({ url: one.url, credentials: secrets, brightmall: { vendorId: '', apiKey: '' } });
    const { body } = await client.query(ids);
    expect(Object(body).data).toHaveLength(8);
  });

  it('sets a broken ledger aside and begins again', async () => {
    const { keeper, ledgerFile } = await keeperOfTest(async (folder) => {
      const file = join(folder, 'practice.jsonl');
      await writeFile(file, 'not a line of ours\n{}\n');
      return file;
    });
    expect((await keeper.running()).url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await readFile(`${ledgerFile}.broken`, 'utf8')).toContain('not a line of ours');
  });

  it('says why it cannot start, and starts when the cause is gone', async () => {
    const folder = await folderOfTest();
    const place = join(folder, 'place');
    await writeFile(place, 'a file where the folder should be');
    const keeper = createPracticeKeeper({ ledgerFile: join(place, 'practice.jsonl') });
    onTestFinished(() => keeper.stop());
    await expect(keeper.running()).rejects.toThrow();
    await rm(place);
    expect((await keeper.running()).url).toMatch(/^http:/);
  });
});
