import { session } from 'electron';
import { shutSession } from '../window/shut-doors';
import { createSystemProxies } from './system-proxies';

/**
 * What the core needs to go the way the system's settings say; a session without pages answers it.
 * @param fetchText the text of a PAC file; rejects where it cannot be had
 * @param windowsFolder where Windows is
 */
export function openSystemProxies(
  fetchText: (url: string) => Promise<string>,
  windowsFolder = String.raw`C:\Windows`,
): { resolveProxy(url: string): Promise<string>; forgetProxies(): void } {
  const systemProxies = createSystemProxies({
    openSession() {
      const proxies = session.fromPartition('proxies');
      shutSession(proxies);
      return proxies;
    },
    platform: process.platform,
    windowsFolder,
    fetchText,
  });
  return { resolveProxy: (url) => systemProxies.resolve(url), forgetProxies: () => systemProxies.forget() };
}
