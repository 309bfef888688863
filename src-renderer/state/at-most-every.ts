/**
 * Work that follows changes, made calm: one run at a time and a rest after each; wishes that come meanwhile become one
 * more run. A run that fails rests like any other, so that the next call runs.
 * @param work may answer another rest than the usual one, in ms
 * @returns what to call at every change
 */
export function atMostEvery(restMs: number, work: () => Promise<number | undefined>): () => void {
  let resting = false;
  let wanted = false;
  const want = (): void => {
    wanted = true;
    if (!resting) void run();
  };
  const run = async (): Promise<void> => {
    resting = true;
    wanted = false;
    let rest = restMs;
    try {
      rest = (await work()) ?? restMs;
    } finally {
      setTimeout(() => {
        resting = false;
        if (wanted) void run();
      }, rest);
    }
  };
  return want;
}
