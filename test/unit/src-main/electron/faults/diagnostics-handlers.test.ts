import { expect, it } from 'vitest';
import { createDiagnosticsHandlers } from '../../../../../src-main/electron/faults/diagnostics-handlers';

function handlersThat(openPath: (folder: string) => Promise<string>) {
  const made: string[] = [];
  const reported: unknown[] = [];
  const handlers = createDiagnosticsHandlers({
    logger: { log: () => undefined },
    folders: { log: '/desk/logs', data: '/desk' },
    openPath,
    makeFolder: (folder) => void made.push(folder),
    makeSupportParts: async () => [],
    report: (problem) => reported.push(problem),
  });
  return { open: handlers['diagnostics-open-folder'], made, reported };
}

it('shows the folder of the log, or that of all data, which a start that failed offers', async () => {
  const shown: string[] = [];
  const { open, made } = handlersThat(async (folder) => {
    shown.push(folder);
    return '';
  });
  expect(await open({})).toEqual({ ok: true, value: {} });
  expect(await open({ of: 'data' })).toEqual({ ok: true, value: {} });
  expect(shown).toEqual(['/desk/logs', '/desk']);
  expect(made).toEqual(shown);
});

it('says that a folder could not be shown', async () => {
  const { open, reported } = handlersThat(async () => 'no file manager');
  expect(await open({ of: 'data' })).toMatchObject({ ok: false, failure: { code: 'failed' } });
  expect(reported).toEqual(['no file manager']);
});
