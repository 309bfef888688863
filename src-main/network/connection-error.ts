import type { NetworkFault } from '../../src-preload/contract/network-fault';

/** Why no connection came about. `code` is a code of the system, of TLS or ours; never words that could hold a secret. */
export class ConnectionError extends Error {
  readonly code: string;
  readonly fault: NetworkFault | undefined;
  /** What a proxy answered to CONNECT in place of a tunnel. */
  readonly proxyStatus: number | undefined;
  constructor(code: string, fault?: NetworkFault, proxyStatus?: number) {
    super(code);
    this.name = 'ConnectionError';
    this.code = code;
    this.fault = fault;
    this.proxyStatus = proxyStatus;
  }
}

/** The code of an error, else its name: a message could repeat a header, and headers carry tokens. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNNAMED';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name;
}

const problems: ReadonlyMap<string, Extract<NetworkFault, { is: 'certificate' }>['problem']> = new Map([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
  ['HOSTNAME_MISMATCH', 'wrong-host'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['CERT_SIGNATURE_FAILURE', 'untrusted'],
  ['CERT_UNTRUSTED', 'untrusted'],
  ['CERT_REJECTED', 'untrusted'],
  ['CERT_REVOKED', 'untrusted'],
  ['INVALID_CA', 'untrusted'],
  ['INVALID_PURPOSE', 'untrusted'],
]);

/**
 * What the end of a handshake says (verification codes of https://nodejs.org/api/tls.html#x509-certificate-error-codes);
 * undefined: it was not about the certificate.
 */
export function certificateFault(code: string, issuer: string | undefined): NetworkFault | undefined {
  const problem = problems.get(code);
  if (problem === undefined) return undefined;
  return { is: 'certificate', problem, ...(issuer === undefined ? {} : { issuer }) };
}
