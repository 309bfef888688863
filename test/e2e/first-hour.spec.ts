import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import { countOf, openSample, tryAgain, waitForBook, waitUntilSettled } from '../support/app/steps';

const sample = join(import.meta.dirname, '../../resources/samples/sample-shipments.xlsx');

test('the first hour of a new seller: import, send, read why one was refused, try again, start again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'balsong-hour-'));
  const desk = await launchDesk({ dataDir });
  const { page } = desk;

  await test.step('the practice store is chosen and the window says that nothing real changes', async () => {
    await expect(page.getByText('연습 중: 실제 주문은 바뀌지 않아요')).toBeVisible();
    await expect(page.getByTestId('connection-badge')).toHaveAttribute('data-state', 'online');
  });

  await test.step('the sample sheet is read, with its remarks', async () => {
    // With the orders known the one that was cancelled meanwhile stays here; unread it would be sent and refused.
    await waitForBook(page);
    await openSample(page, sample);
    const lines = (await countOf(page, 'review-count-ok')) + (await countOf(page, 'review-count-warning'));
    expect(lines + (await countOf(page, 'review-count-error'))).toBe(65);
    expect(await countOf(page, 'review-count-error')).toBeGreaterThan(0);
  });

  await test.step('an unknown courier is mended by picking one', async () => {
    const before = await countOf(page, 'review-count-error');
    await page.getByTestId('courier-pick').first().click();
    await page.getByRole('combobox', { name: '택배사' }).last().fill('ㅎㅈㅌㅂ');
    await page
      .getByRole('option', { name: /한진택배/ })
      .first()
      .click();
    await expect(page.getByTestId('review-count-error')).toHaveText(String(before - 1));
  });

  await test.step('everything goes out after the undo window, and the market answers', async () => {
    await page.getByTestId('enqueue-button').click();
    await expect(page.getByTestId('undo-button')).toBeVisible();
    await page.getByTestId('nav-log').click();
    await waitUntilSettled(page);
    expect(await countOf(page, 'log-count-rejected')).toBe(1);
    expect(await countOf(page, 'log-count-succeeded')).toBeGreaterThan(55);
  });

  await test.step('a refused order says why, in words, and can be tried again', async () => {
    await page.getByTestId('log-filter-rejected').click();
    const row = page.locator('[data-testid=log-row][data-state=rejected]').first();
    await expect(row).toHaveAttribute('data-code', /.+/);
    await tryAgain(page, (await row.getAttribute('data-job-id')) ?? '');
    // Nothing was put right at the market, so it says the same.
    await expect(page.getByTestId('log-count-rejected')).toHaveText('1');
    await page.getByTestId('log-filter-rejected').click();
  });

  const counts = await Promise.all(
    ['succeeded', 'rejected', 'held'].map((state) => countOf(page, `log-count-${state}`)),
  );
  await desk.close();

  await test.step('after a restart everything is still there', async () => {
    const again = await launchDesk({ dataDir });
    await again.page.getByTestId('nav-log').click();
    for (const [index, state] of ['succeeded', 'rejected', 'held'].entries()) {
      await expect(again.page.getByTestId(`log-count-${state}`)).toHaveText(String(counts[index]));
    }
    await again.close();
  });
  await rm(dataDir, { recursive: true, force: true });
});
