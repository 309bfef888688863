import { app } from 'electron';
import type { Logger } from '../../diagnostics/log-events';

/** Writes down what starts, and on what. */
export function logStart(logger: Logger): void {
  const { electron = '', node } = process.versions;
  const { platform, arch } = process;
  logger.log('app-started', { version: app.getVersion(), platform, arch, electron, node, packaged: app.isPackaged });
}
