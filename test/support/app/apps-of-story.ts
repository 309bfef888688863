import type { ElectronApplication } from 'playwright';

/** An app that a test has started, with what it and its window have printed. */
export interface WatchedApp {
  app: ElectronApplication;
  /** Whether its process still runs. */
  isRunning: boolean;
  /** One entry for each piece of output, in order. */
  printed: string[];
  /** How many entries had been printed when the story under way began. */
  printedBefore: number;
}

/** The apps that belong to the story under way: those that run, and those that ended since it began. */
const apps = new Map<ElectronApplication, WatchedApp>();

/** Collects what an app prints, and records a trace of what is done with it. */
export async function watchApp(app: ElectronApplication): Promise<void> {
  const watched: WatchedApp = { app, isRunning: true, printed: [], printedBefore: 0 };
  apps.set(app, watched);
  const { stdout, stderr } = app.process();
  stdout?.on('data', (piece: Buffer) => watched.printed.push(piece.toString()));
  stderr?.on('data', (piece: Buffer) => watched.printed.push(piece.toString()));
  app.context().on('console', (message) => watched.printed.push(`[window ${message.type()}] ${message.text()}\n`));
  app.context().on('weberror', (found) => watched.printed.push(`[window uncaught] ${String(found.error().stack)}\n`));
  app.once('close', () => {
    watched.isRunning = false;
  });
  // Without pictures: taking them all the time would load two cores more than the tests do.
  await app.context().tracing.start({ snapshots: true });
}

/** From here on the output and the trace of every app are those of a new story; apps that have ended are forgotten. */
export async function beginStory(): Promise<void> {
  for (const each of apps.values()) {
    if (!each.isRunning) {
      apps.delete(each.app);
      continue;
    }
    each.printedBefore = each.printed.length;
    await each.app.context().tracing.startChunk();
  }
}

/** The apps of the story under way, in the order they were started. */
export function appsOfStory(): readonly WatchedApp[] {
  return [...apps.values()];
}
