import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test as base } from 'playwright/test';
import type { TestInfo } from 'playwright/test';
import { appsOfStory, beginStory, watchApp } from './apps-of-story';
import { watchLaunches } from './launch';
import { useOwnDisplay } from './own-display';

export { expect };

/** A picture of a window that hangs must not keep the run waiting. */
const pictureMs = 5000;

/**
 * Playwright's `test`: a story that fails keeps a picture, a trace and the output of each of its apps in `out/e2e`, and
 * names them in the report; one that passes keeps nothing.
 */
export const test = base.extend<{ artefactsOfFailure: undefined }, { ownDisplay: undefined }>({
  ownDisplay: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const end = await useOwnDisplay();
      await use(undefined);
      await end();
    },
    { auto: true, scope: 'worker' },
  ],
  artefactsOfFailure: [
    // Playwright reads from the pattern which fixtures this one needs: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, info) => {
      await beginStory();
      await use(undefined);
      if (info.status !== info.expectedStatus) await keepArtefacts(info);
    },
    { auto: true },
  ],
});

// An app may fail to start before the first story begins, in a hook of the file: Playwright sets up no fixture then.
watchLaunches({ started: watchApp, failed: () => keepArtefacts(base.info()) });

async function keepArtefacts(info: TestInfo): Promise<void> {
  await mkdir(info.outputDir, { recursive: true });
  for (const [at, { app, isRunning, printed, printedBefore }] of appsOfStory().entries()) {
    const name = (ending: string): string => info.outputPath(`app-${at + 1}${ending}`);
    const output = name('-output.txt');
    await writeFile(output, printed.slice(printedBefore).join(''));
    info.attachments.push({ name: 'output', path: output, contentType: 'text/plain' });
    if (!isRunning) continue;
    for (const [number, page] of app.windows().entries()) {
      const path = name(number === 0 ? '.png' : `-window-${number + 1}.png`);
      await keep(info, 'picture', path, () => page.screenshot({ path, timeout: pictureMs }));
    }
    const trace = name('-trace.zip');
    await keep(info, 'trace', trace, () => app.context().tracing.stopChunk({ path: trace }));
  }
}

/** Adds the file that `make` writes to the report; what a broken window cannot give is a note there, no second failure. */
async function keep(
  info: TestInfo,
  name: 'picture' | 'trace',
  path: string,
  make: () => Promise<unknown>,
): Promise<void> {
  try {
    await make();
    info.attachments.push({ name, path, contentType: name === 'trace' ? 'application/zip' : 'image/png' });
  } catch (problem) {
    info.annotations.push({ type: `no ${name}`, description: String(problem) });
  }
}
