import { mkdirSync } from 'node:fs';
import { release } from 'node:os';
import { registerCalls } from './bridge/register';
import type { Ipc } from './bridge/register';
import { isOurWindow } from './bridge/sender';
import type { CoreLifecycle } from './core-lifecycle';
import { logFolder } from './diagnostics/log-file';
import type { Logger } from './diagnostics/log-events';
import { appOrigin } from './electron/window/app-protocol';
import type { AppearanceControl } from './electron/window/appearance';
import { createDiagnosticsHandlers } from './electron/faults/diagnostics-handlers';
import { createFileHandlers } from './electron/files/file-handlers';
import type { KeptFiles } from './electron/files/kept-files';
import type { SheetReaders } from './electron/files/sheet-readers';
import type { WindowRecovery } from './electron/window/window-recovery';

/** Of an asking page: what tells our window from any other. */
interface CallEvent {
  sender: { id: number; mainFrame: unknown };
  senderFrame: { url: string } | null;
}

interface Options {
  /** What only Electron can say and do. `openPath` shows a folder; answers what went wrong, or an empty text. */
  system: { ipc: Ipc<CallEvent>; openPath(folder: string): Promise<string>; version: string };
  /** The id of the window's page. */
  windowId: number;
  dataDir: string;
  appearance: AppearanceControl;
  logger: Logger;
  keptFiles: KeptFiles;
  sheetReaders: SheetReaders;
  recovery: WindowRecovery;
  /** The page has run its scripts: what parses its calls may be loaded now. */
  pageHasRun: Promise<unknown>;
  /** The page, loaded or loaded again, listens to events from now on. */
  pageListens(): void;
  lifecycle: Promise<CoreLifecycle>;
  report(place: string, problem: unknown): void;
}

/** Answers the calls of the window, from before the database is open: what comes earlier waits. */
export function answerWindow(options: Options): void {
  const { system, windowId, dataDir, logger, keptFiles, sheetReaders, recovery, report } = options;
  const loaded = options.pageHasRun.then(() => import('./bridge/answer'));
  const answerer = Promise.all([loaded, options.lifecycle]).then(([{ createAnswerer }, lifecycle]) =>
    createAnswerer({
      async ready() {
        const outcome = await lifecycle.current();
        return outcome.ok ? { ok: true, handlers: outcome.core.handlers } : outcome;
      },
      life: {
        ...lifecycle.handlers,
        ...createFileHandlers(keptFiles, sheetReaders),
        ...options.appearance.handlers,
        ...createDiagnosticsHandlers({
          logger,
          folders: { log: logFolder(dataDir), data: dataDir },
          openPath: (folder) => system.openPath(folder),
          makeFolder: (folder) => mkdirSync(folder, { recursive: true }),
          makeSupportParts: () => makeSupportParts(options, lifecycle),
          report: (problem) => report('log folder', problem),
        }),
      },
      report: (name, problem) => report(`call ${name}`, problem),
    }),
  );
  registerCalls({
    ipc: system.ipc,
    isOurs: ({ sender, senderFrame }) =>
      isOurWindow(
        {
          webContentsId: sender.id,
          frameUrl: senderFrame?.url ?? null,
          isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
        },
        { webContentsId: windowId, origin: appOrigin },
      ),
    answerer: answerer.then((answer) => (name, input) => {
      // The page's first question: it listens by now.
      if (name === 'app-start') {
        options.pageListens();
        void recovery.started().catch((problem: unknown) => report('window', problem));
      }
      return answer(name, input);
    }),
  });
}

/** Loaded with the first question: no start needs it. */
async function makeSupportParts({ system, dataDir, report }: Options, lifecycle: CoreLifecycle) {
  const { createSupportReport } = await import('./diagnostics/support-report');
  const { electron = '', node } = process.versions;
  const { platform, arch } = process;
  return createSupportReport({
    folder: logFolder(dataDir),
    program: () => ({ version: system.version, platform, release: release(), arch, electron, node }),
    async data() {
      const outcome = await lifecycle.current();
      return outcome.ok ? outcome.core.supportData() : undefined;
    },
    now: () => Date.now(),
    report: (problem) => report('support', problem),
  })();
}
