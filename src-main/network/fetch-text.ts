/** The largest PAC file Chromium takes. */
const mostBytes = 1024 * 1024;

/**
 * The text behind an address, fetched directly: for a PAC file, which says how to go any other way. With the same trust
 * as every other call. Rejects with what came instead.
 */
export async function fetchText(url: string): Promise<string> {
  // Loaded when it is needed: no start is.
  const [{ createAgent }, { createConnector }] = await Promise.all([import('./agent'), import('./connector')]);
  const agent = createAgent({
    now: () => Date.now(),
    connect: createConnector(),
    timeouts: { connect: 3_000, headers: 3_000, body: 3_000, whole: 5_000 },
    maxResponseBytes: mostBytes,
  });
  try {
    const answer = await agent.request({ method: 'GET', url, headers: {} });
    if (answer.type !== 'response') throw new Error(answer.cause);
    if (answer.status !== 200) throw new Error(String(answer.status));
    return answer.text;
  } finally {
    await agent.destroy();
  }
}
