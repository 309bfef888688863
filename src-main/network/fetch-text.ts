/** The largest PAC file Chromium takes. */
const mostBytes = 1024 * 1024;
const mostRedirects = 5;

/**
 * The text behind an address, fetched directly: for a PAC file, which says how to go any other way. With the same trust
 * as every other call; redirects are followed, but not from https to http. Rejects with what came instead.
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
    let address = url;
    for (let redirected = 0; redirected <= mostRedirects; redirected += 1) {
      const answer = await agent.request({ method: 'GET', url: address, headers: {} });
      if (answer.type !== 'response') throw new Error(answer.cause);
      if (answer.status === 200) return answer.text;
      const next = redirectOf(answer.status, answer.headers['location'], address);
      if (next === undefined) throw new Error(String(answer.status));
      address = next;
    }
    throw new Error('TOO_MANY_REDIRECTS');
  } finally {
    await agent.destroy();
  }
}

/** Where an answer leads on to; undefined: nowhere, or nowhere that may be followed. */
function redirectOf(status: number, location: string | undefined, from: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, from)) return undefined;
  const { protocol, href } = new URL(location, from);
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && new URL(from).protocol === 'http:');
  return isAllowed ? href : undefined;
}
