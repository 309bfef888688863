import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createDeferredLogger } from '../../../../src-main/diagnostics/deferred-logger';
import { logFolder } from '../../../../src-main/diagnostics/log-file';
import { startLog } from '../../../../src-main/diagnostics/start-log';

it('the log of a run begins with what came before it was open, and ends once with why the app ended', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'balsong-log-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const logger = createDeferredLogger();
  logger.log('window-unresponsive', {});
  const problems: unknown[] = [];
  const running = startLog({ dataDir, logger, report: (problem) => problems.push(problem) });
  running.stop('took-too-long');
  running.stop('quit');

  const written = await readFile(join(logFolder(dataDir), 'app.jsonl'), 'utf8');
  const lines = written.trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    expect.objectContaining({ event: 'window-unresponsive' }),
    expect.objectContaining({ event: 'app-stopped', reason: 'took-too-long' }),
  ]);
  expect(problems).toEqual([]);
});
