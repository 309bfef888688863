import { session } from 'electron';
import { createSystemProxies } from './system-proxies';

const fetchWithinMs = 3_000;
/** The largest PAC file Chromium takes. */
const mostCharacters = 1024 * 1024;

/** What the core needs to go the way the system's settings say; a session without pages answers it. */
export function openSystemProxies(): { resolveProxy(url: string): Promise<string>; forgetProxies(): void } {
  const proxies = createSystemProxies({
    openSession: () => session.fromPartition('proxies'),
    platform: process.platform,
    async fetchText(url) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(fetchWithinMs) });
      if (!answer.ok) throw new Error(`PAC file: ${answer.status}`);
      return (await answer.text()).slice(0, mostCharacters);
    },
  });
  return { resolveProxy: (url) => proxies.resolve(url), forgetProxies: () => proxies.forget() };
}
