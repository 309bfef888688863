import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A file kept of a failure; or why it could not be had, where a window or an app is too broken to give it. */
export interface Artefact {
  name: 'output' | 'picture' | 'trace';
  path: string;
  problem?: string;
}

/** A picture of a window that hangs must not keep the run waiting. */
const pictureMs = 5000;

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
  // Without pictures, and without the page before and after each step unless somebody looks for a fault: taking them all
  // the time costs two cores as much as some of the tests do.
  await app.context().tracing.start({ snapshots: process.env['BALSONG_E2E_SNAPSHOTS'] === '1' });
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

/**
 * Writes into `folder` what each app of the story under way leaves of its failure, in the order they were started: what it
 * printed, and of those that still run a picture of every window and the trace.
 */
export async function writeArtefacts(folder: string): Promise<Artefact[]> {
  await mkdir(folder, { recursive: true });
  const artefacts: Artefact[] = [];
  for (const [at, { app, isRunning, printed, printedBefore }] of [...apps.values()].entries()) {
    const path = (ending: string): string => join(folder, `app-${at + 1}${ending}`);
    const output = path('-output.txt');
    await writeFile(output, printed.slice(printedBefore).join(''));
    artefacts.push({ name: 'output', path: output });
    if (!isRunning) continue;
    for (const [number, page] of app.windows().entries()) {
      const picture = path(number === 0 ? '.png' : `-window-${number + 1}.png`);
      const taken = page.screenshot({ path: picture, timeout: pictureMs });
      artefacts.push(await artefact('picture', picture, taken));
    }
    const trace = path('-trace.zip');
    artefacts.push(await artefact('trace', trace, app.context().tracing.stopChunk({ path: trace })));
  }
  return artefacts;
}

async function artefact(name: Artefact['name'], path: string, made: Promise<unknown>): Promise<Artefact> {
  return made.then(
    () => ({ name, path }),
    (problem: unknown) => ({ name, path, problem: String(problem) }),
  );
}
