import { createInterface } from 'node:readline/promises';
import { say } from './setup-failure.mjs';

/** Only a clear yes: whoever presses Enter has not read it. @param {string} answer */
export const isYes = (answer) => /^(?:y|yes|예|네)$/i.test(answer.trim());

/**
 * Whether a command may change this computer beyond the project's folder. Somebody who sits at a terminal is asked; where
 * there is no terminal (CI, a container that is being made) the command is named and run, or two commands would not do
 * on a fresh machine.
 * @param {readonly string[]} command
 * @param {{ isAttended: boolean, ask: (question: string) => Promise<string> }} [way]
 * @returns {Promise<boolean>}
 */
export async function mayRun(command, way = terminal) {
  if (!way.isAttended) {
    say(`running ${command.join(' ')}`);
    return true;
  }
  return isYes(await way.ask(`set-up: may it run "${command.join(' ')}" as root? [y/N] `));
}

const terminal = {
  isAttended: process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env['CI'],
  /** @param {string} question */
  async ask(question) {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
};
