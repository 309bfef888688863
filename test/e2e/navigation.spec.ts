import { expect, test } from '../support/app/story';
import { picture } from '../support/app/picture';
import { launchDesk } from '../support/app/launch';
import type { Desk } from '../support/app/launch';
import { credentials, startPracticeProcess } from '../support/app/practice-process';
import type { PracticeProcess } from '../support/app/practice-process';
import { setContentSize } from '../support/app/window-size';
import { addNaverStore } from '../support/app/steps';

/** The column at the left, in its three widths and with the longest names. */

/** As long as the form lets a name be. */
const longName = '아주 이름이 긴 스토어를 가진 판매자의 두 번째 겨울 상점과 그 옆의 창고까지 모두 적어 둔 이름이에요';

let desk: Desk;
let market: PracticeProcess;
test.beforeAll(async () => {
  market = await startPracticeProcess();
  desk = await launchDesk({ env: { BALSONG_NAVER_URL: market.url } });
});
test.afterAll(async () => {
  await desk.close();
  await market.stop();
});

for (const { width, height, column } of [
  { width: 1024, height: 700, column: 76 },
  { width: 1280, height: 800, column: 176 },
  { width: 1900, height: 1000, column: 208 },
]) {
  test(`the column is ${column} px wide in a window of ${width}, and all of it can be reached`, async () => {
    const { page } = desk;
    await setContentSize(desk, width, height);
    const box = await page.getByRole('navigation').boundingBox();
    expect(box?.width).toBe(column);
    for (const id of ['store-select', 'nav-send', 'nav-settings', 'pause-toggle', 'connection-badge'])
      await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
    expect(await cutWords(desk)).toEqual([]);
  });
}

test('with the longest name in the smallest window the places and the pause are still there', async () => {
  const { page } = desk;
  await setContentSize(desk, 1280, 800);
  await addNaverStore(page, longName, { ...credentials, clientSecret: '$2a$04$zzzzzzzzzzzzzzzzzzzzzu' });
  await expect(page.getByTestId('connection-badge')).toHaveText('설정 필요');
  await setContentSize(desk, 960, 600);
  for (const id of ['nav-send', 'nav-settings', 'pause-toggle']) {
    await page.getByTestId(id).scrollIntoViewIfNeeded();
    await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
  }
  expect(await cutWords(desk)).toEqual([]);
  await expect(page.getByTestId('store-select')).toHaveAttribute('title', longName);
  await picture(page, 'navigation-long-name');
});

test('while a store rests the filled button is in its band, and only there', async () => {
  const { page } = desk;
  await setContentSize(desk, 1280, 800);
  await page.getByTestId('nav-settings').click();
  const band = page.getByRole('region', { name: '네이버가 이 스토어의 연결 정보를 받아들이지 않아요.' });
  await expect(band.getByRole('button', { name: '시크릿 바꾸기' })).toBeVisible();
  const accent = await band
    .getByRole('button', { name: '시크릿 바꾸기' })
    .evaluate((button) => getComputedStyle(button).backgroundColor);
  const filled = await page
    .locator('button:visible')
    .evaluateAll(
      (buttons, colour) =>
        buttons.filter((each) => getComputedStyle(each).backgroundColor === colour).map((each) => each.textContent),
      accent,
    );
  expect(filled).toEqual(['시크릿 바꾸기']);
  await picture(page, 'navigation-band');
});

/** Words of the navigation that their box cuts at a side; a name of more than three lines is all in its title. */
function cutWords({ page }: Desk): Promise<string[]> {
  return page
    .getByRole('navigation')
    .locator('span:not(.store-name, .hidden-words *), small, p:not(.hidden-words)')
    .evaluateAll((all) =>
      all
        .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
        .map((each) => each.textContent ?? ''),
    );
}
