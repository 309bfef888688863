import { readFileSync } from 'node:fs';

/** The bit of CAP_SYS_ADMIN (capability.h). */
const sysAdmin = 21n;

/**
 * Whether this process may mount disks and make network namespaces: Linux, and CAP_SYS_ADMIN, which root has, but not in
 * a plain container. A test that needs it asks this and not whether its own attempt works: with the capability it runs
 * or is red, it never steps aside.
 */
export function isLinuxAdmin(): boolean {
  if (process.platform !== 'linux') return false;
  const [, effective = '0'] = /^CapEff:\s*([\da-f]+)$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return ((BigInt(`0x${effective}`) >> sysAdmin) & 1n) === 1n;
}
