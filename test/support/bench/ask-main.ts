/**
 * Asks the main process through automation, a second time where the first answer was lost: node's inspector now and then
 * collects the promise it waits for. What is asked must do no harm when it is done twice.
 */
export async function askMain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (problem) {
    if (!(problem instanceof Error) || !problem.message.includes('was garbage collected')) throw problem;
    return ask();
  }
}
