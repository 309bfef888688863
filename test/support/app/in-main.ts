import { randomUUID } from 'node:crypto';
import type * as electronModule from 'electron';
import type { ElectronApplication } from 'playwright';

type Electron = typeof electronModule;

/** Answers lost one after the other before it is a fault. */
const mostLost = 5;

/**
 * Runs a function in the main process, once, and answers what it returns. It may use nothing but its arguments.
 *
 * Why not `evaluate` alone: the inspector of node now and then collects the promise it waits for, and reports that in
 * place of the answer, when the function has long run. So the answer is kept in the main process under a key of its own,
 * and asked for again where it was lost.
 */
export async function inMain<Answer, Given = undefined>(
  app: ElectronApplication,
  act: (electron: Electron, given: Given) => Answer | Promise<Answer>,
  ...[given]: Given extends undefined ? [] : [Given]
): Promise<Answer> {
  const ask = (): Promise<Answer> =>
    app.evaluate(
      async (electron, { key, source, input }) => {
        const answers: Map<string, unknown> = Reflect.get(globalThis, 'keptAnswers') ?? new Map<string, unknown>();
        Reflect.set(globalThis, 'keptAnswers', answers);
        if (!answers.has(key)) {
          const run = process.getBuiltinModule('node:vm').runInThisContext(`(${source})`);
          // The inspector may have interrupted a function of the app; what the system says comes between two of them.
          answers.set(
            key,
            new Promise<void>((resolve) => setImmediate(resolve)).then(() => run(electron, input)),
          );
        }
        const answer: unknown = await answers.get(key);
        return answer as Answer;
      },
      { key, source: act.toString(), input: given },
    );
  const key = randomUUID();
  for (let lost = 0; ; lost += 1) {
    try {
      return await ask();
    } catch (problem) {
      const isLost = problem instanceof Error && problem.message.includes('was garbage collected');
      if (!isLost || lost === mostLost) throw problem;
    }
  }
}
