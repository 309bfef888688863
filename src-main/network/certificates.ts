import * as tls from 'node:tls';
import type { SecureContext } from 'node:tls';
import { z } from 'zod';

export interface Trust {
  /** PEM. */
  certificates: readonly string[];
  /** Whether those of the system (Windows' store, macOS' keychain) are among them; older runtimes cannot read them. */
  hasSystem: boolean;
}

/** On Linux they say where the system's authorities lie, in place of the folder that is the administrator's. */
const placesInEnvironment = ['SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;

/**
 * The authorities a market's certificate may come from: those the runtime brings along, and those of the system, where
 * companies and security programs put theirs. They are named one by one, so that NODE_EXTRA_CA_CERTS of the environment
 * adds none, and read without what the environment says of their place.
 * @param runtime `node:tls`; a test gives another
 */
export function trustedCertificates(runtime: object = tls): Trust {
  const read: unknown = Reflect.get(runtime, 'getCACertificates');
  if (typeof read !== 'function') return { certificates: tls.rootCertificates, hasSystem: false };
  try {
    const listed: unknown = withoutVariables(placesInEnvironment, () => Reflect.apply(read, runtime, ['system']));
    const system = z.array(z.string()).parse(listed);
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

/**
 * Runs `work` as if these variables were not set: what reads them by itself, deep in the runtime, finds none. They are
 * there again afterwards.
 */
function withoutVariables<Value>(names: readonly string[], work: () => Value): Value {
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) Reflect.deleteProperty(process.env, name);
  try {
    return work();
  } finally {
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  }
}
