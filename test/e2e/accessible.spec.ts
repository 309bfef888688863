import { expect, test } from '../support/app/story';
import { seriousColours, seriousFindings } from '../support/app/serious-findings';
import { sharedApp } from '../support/app/shared-app';
import { windowStates } from '../support/app/window-states';

const desk = sharedApp();

const show = (theme: 'light' | 'dark'): Promise<void> =>
  desk.page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);

// One after the other in one app: a state begins where the one before it has ended.
for (const { name, reach } of windowStates) {
  test(`axe finds nothing serious in ${name}, in both themes`, async () => {
    await reach(desk.page);
    await show('light');
    expect(await seriousFindings(desk.page), 'light').toEqual([]);
    await show('dark');
    expect(await seriousColours(desk.page), 'dark').toEqual([]);
  });
}
