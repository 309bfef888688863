import { layoutFaults, rowsInSight } from '../support/app/layout-faults';
import { expect, test } from '../support/app/story';
import { seriousColours, seriousFindings } from '../support/app/serious-findings';
import { sharedApp } from '../support/app/shared-app';
import { windowStates } from '../support/app/window-states';

const desk = sharedApp();
// One story begins where the one before it has ended: after a failure the others have nothing to go on from.
test.describe.configure({ mode: 'serial' });

const show = (theme: 'light' | 'dark'): Promise<void> =>
  desk.page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);

for (const { name, rows, reach } of windowStates) {
  test(`axe finds nothing serious in ${name}, in both themes, and nothing overlaps or is cut off at 125 and 150 %`, async () => {
    await reach(desk.page, desk.app);
    // What 125 and 150 % leave of the smallest window.
    for (const [width, height] of [
      [768, 480],
      [640, 400],
    ] as const) {
      await desk.page.setViewportSize({ width, height });
      expect(await layoutFaults(desk.page), `${width} px`).toEqual([]);
    }
    if (rows !== undefined) await expect.poll(() => rowsInSight(desk.page, rows)).toBeGreaterThanOrEqual(4);
    await desk.page.setViewportSize({ width: 1280, height: 800 });
    await show('light');
    expect(await seriousFindings(desk.page), 'light').toEqual([]);
    await show('dark');
    expect(await seriousColours(desk.page), 'dark').toEqual([]);
  });
}
