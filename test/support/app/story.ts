import { expect, test as base } from 'playwright/test';
import type { TestInfo } from 'playwright/test';
import { beginStory, watchApp, writeArtefacts } from './apps-of-story';
import { watchLaunches } from './launch';
import { useOwnDisplay } from './own-display';

export { expect };

const contentTypes = { output: 'text/plain', picture: 'image/png', trace: 'application/zip' };

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
  for (const { name, path, problem } of await writeArtefacts(info.outputDir)) {
    // What a broken window cannot give is a note in the report, no second failure.
    if (problem === undefined) info.attachments.push({ name, path, contentType: contentTypes[name] });
    else info.annotations.push({ type: `no ${name}`, description: problem });
  }
}
