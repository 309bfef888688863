import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import { addNaverStore } from '../support/app/steps';

test('a store that has stopped is seen while another one is looked at: in the list, the navigation, the title', async () => {
  const market = await startPracticeProcess();
  const desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
  const { page } = desk;
  const title = (): Promise<string> =>
    desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
  await addNaverStore(page, '바다상점', { ...credentials, clientSecret: '$2a$04$zzzzzzzzzzzzzzzzzzzzzu' });
  await expect(page.getByTestId('connection-badge')).toContainText('설정 필요');
  await expect(page.getByTestId('other-store')).toHaveCount(0);

  await page.getByTestId('store-select').selectOption({ label: '연습용 스토어' });
  await expect(page.getByTestId('connection-badge')).not.toContainText('설정 필요');
  await expect(page.getByTestId('other-store')).toHaveText('바다상점 · 설정 필요');
  await expect(page.getByTestId('store-select').locator('option', { hasText: '바다상점 · 설정 필요' })).toHaveCount(1);
  await expect.poll(title).toBe('바다상점 · 설정 필요 · 발송데스크');
  await picture(page, 'other-store');

  await page.getByTestId('other-store').click();
  await expect(page.getByTestId('connection-badge')).toHaveText('설정 필요');
  await desk.close();
  await market.stop();
});
