/** What stops the set-up: one sentence that says what failed and what to do. */
export class SetupFailure extends Error {
  /**
   * @param {string} sentence
   * @param {string} [output] of the command that failed; its first and last lines are shown
   */
  constructor(sentence, output = '') {
    super(sentence);
    const lines = output.split('\n');
    this.output = lines.length <= 20 ? output : [...lines.slice(0, 10), '...', ...lines.slice(-10)].join('\n');
  }
}

/** One line for each thing done, on stderr: stdout belongs to the command that called the set-up. @param {string} line */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}
