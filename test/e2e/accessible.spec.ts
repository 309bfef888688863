import { expect, test } from '../support/app/story';
import { launchDesk } from '../support/app/launch';
import { seriousColours, seriousFindings } from '../support/app/serious-findings';
import { windowStates } from '../support/app/window-states';

test('axe finds nothing serious in any state of the list, in both themes', async () => {
  const own = await launchDesk();
  const show = (theme: 'light' | 'dark'): Promise<void> =>
    own.page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
  for (const { name, reach } of windowStates) {
    await reach(own.page);
    await show('light');
    expect(await seriousFindings(own.page), `${name} light`).toEqual([]);
    await show('dark');
    expect(await seriousColours(own.page), `${name} dark`).toEqual([]);
  }
  await own.close();
});
