import * as tls from 'node:tls';
import type { SecureContext } from 'node:tls';
import { z } from 'zod';

export interface Trust {
  /** PEM. */
  certificates: readonly string[];
  /** Whether those of the system (Windows' store, macOS' keychain) are among them; older runtimes cannot read them. */
  hasSystem: boolean;
}

/**
 * The authorities a market's certificate may come from: those the runtime brings along, and those of the system, where
 * companies and security programs put theirs. They are named one by one, so that NODE_EXTRA_CA_CERTS of the environment
 * adds none.
 * @param runtime `node:tls`; a test gives another
 */
export function trustedCertificates(runtime: object = tls): Trust {
  const read: unknown = Reflect.get(runtime, 'getCACertificates');
  if (typeof read !== 'function') return { certificates: tls.rootCertificates, hasSystem: false };
  try {
    const system = z.array(z.string()).parse(Reflect.apply(read, runtime, ['system']));
    return { certificates: [...new Set([...tls.rootCertificates, ...system])], hasSystem: true };
  } catch {
    // A store that cannot be read leaves what the runtime brings along; `hasSystem` says so.
    return { certificates: tls.rootCertificates, hasSystem: false };
  }
}

/** Made once: reading some 150 certificates takes a while. NODE_TLS_... of the environment has no say in it. */
export function createTrustContext(certificates: readonly string[]): SecureContext {
  return tls.createSecureContext({ ca: [...certificates], minVersion: 'TLSv1.2' });
}
