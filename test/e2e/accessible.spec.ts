import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import { seriousFindings } from '../support/app/serious-findings';
import { windowStates } from '../support/app/window-states';

test('axe finds nothing serious in any state of the list, in both themes', async () => {
  const own = await launchDesk();
  for (const { name, reach } of windowStates) {
    await reach(own.page);
    for (const theme of ['light', 'dark']) {
      await own.page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
      expect(await seriousFindings(own.page), `${name} ${theme}`).toEqual([]);
    }
  }
  await own.close();
});
