import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { launchDesk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore } from '../support/app/steps';
import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';

const keptSchema = z.looseObject({ keys: z.array(z.string()) });

test('without a keychain the band and the card say so in the same words, and the secret lasts for the run only', async () => {
  test.skip(process.platform !== 'linux', 'only there a keychain can be missing');
  const folder = await mkdtemp(join(tmpdir(), 'balsong-keychain-'));
  const dataDir = join(folder, 'data');
  const market = await startPracticeProcess(['--empty']);
  const env = { BALSONG_NAVER_URL: market.url, DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'no-bus')}` };
  const first = await launchDesk({ dataDir, env });
  await addNaverStore(first.page, '하늘상점', credentials);
  const card = first.page.getByTestId('store-keychain');
  await expect(card).toContainText('암호 보관함을 찾지 못했어요');
  await expect(first.page.getByTestId('keychain-band')).toHaveText((await card.textContent()) ?? '');
  await picture(first.page, 'keychain-missing');
  // Within the run it works.
  await first.page.getByTestId('store-test').click();
  await expect(first.page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'ok');
  await first.close();
  const again = await launchDesk({ dataDir, env });
  await again.page.getByTestId('nav-settings').click();
  await expect(again.page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'no-secrets');
  await again.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a lost key is said once and on the card, and the store goes on working', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-keychain-'));
  const dataDir = join(folder, 'data');
  const market = await startPracticeProcess(['--empty']);
  const env = { BALSONG_NAVER_URL: market.url };
  const first = await launchDesk({ dataDir, env });
  await addNaverStore(first.page, '하늘상점', credentials);
  await expect(first.page.getByTestId('store-keychain')).toHaveCount(0);
  await first.close();
  // As if a key that has sealed names had gone from the keychain.
  const file = join(dataDir, 'keychain.json');
  const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify({ ...kept, keys: ['f'.repeat(64), ...kept.keys] }));

  const again = await launchDesk({ dataDir, env });
  const note = again.page.getByTestId('missed-note').filter({ hasText: '이름을 여는 열쇠가 없어요' });
  await expect(note).toBeVisible();
  await again.page.getByTestId('nav-settings').click();
  await expect(again.page.getByTestId('store-keychain')).toContainText('이름을 여는 열쇠가 없어요');
  await picture(again.page, 'keychain-lost');
  await again.page.getByTestId('store-test').click();
  await expect(again.page.getByTestId('store-test-result')).toHaveAttribute('data-code', 'ok');
  await again.page.reload();
  await again.page.getByTestId('nav-settings').click();
  await expect(again.page.getByTestId('store-keychain')).toBeVisible();
  await expect(note).toHaveCount(0);
  await again.close();
  await market.stop();
  await rm(folder, { recursive: true, force: true });
});
