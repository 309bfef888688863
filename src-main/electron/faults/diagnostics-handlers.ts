import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import type { SupportPart } from '../../../src-preload/contract/support-report';
import type { Logger } from '../../diagnostics/log-events';
import { componentsOnly, framesOnly } from '../../diagnostics/plain-text';

interface WindowProblem {
  kind: string;
  name: string;
  message: string;
  stack: string;
  componentStack?: string | undefined;
}

interface Options {
  logger: Logger;
  folders: Record<'log' | 'data', string>;
  /** Shows a folder in the file manager; answers what went wrong, or an empty text. */
  openPath(folder: string): Promise<string>;
  /** Makes the folder, which is not there before the first line. */
  makeFolder(folder: string): void;
  /** What 문제 알리기 puts into its file. */
  makeSupportParts(): Promise<{ part: SupportPart; text: string }[]>;
  report(problem: unknown): void;
}

interface FolderAsked {
  of?: 'log' | 'data' | undefined;
}

/** Answers the calls about the log: what the window reports, and where the log lies. */
export function createDiagnosticsHandlers(options: Options) {
  const { logger, folders, openPath, makeFolder, report } = options;
  return {
    'diagnostics-support': async () => success({ parts: await options.makeSupportParts() }),
    'diagnostics-report': ({ kind, name, message, stack, componentStack }: WindowProblem) => {
      logger.log('window-problem', {
        kind,
        name,
        message,
        frames: framesOnly(stack, message),
        ...(componentStack === undefined ? {} : { components: componentsOnly(componentStack) }),
      });
      return success({});
    },
    async 'diagnostics-open-folder'({ of = 'log' }: FolderAsked): Promise<Result<Record<string, never>, 'failed'>> {
      try {
        makeFolder(folders[of]);
        const problem = await openPath(folders[of]);
        if (problem === '') return success({});
        report(problem);
      } catch (problem) {
        report(problem);
      }
      return failure('failed');
    },
  };
}
