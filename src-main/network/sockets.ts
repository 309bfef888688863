import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { PeerCertificate, SecureContext, TLSSocket } from 'node:tls';
import { ConnectionError, certificateFault, codeOf } from './connection-error';
import { lookupPreferringIpv4 } from './prefer-ipv4';

/** A host by name or address, without brackets. */
export interface Endpoint {
  host: string;
  port: number;
}

/** A bare TCP connection. Rejects with the system's error, or when `signal` aborts. */
export function openTcp({ host, port }: Endpoint, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({
    host,
    port,
    lookup: lookupPreferringIpv4,
    autoSelectFamily: true,
    // Node's 250 ms between two addresses is too short for a phone's hotspot.
    autoSelectFamilyAttemptTimeout: 3_000,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
  });
  return opened(socket, 'connect', signal, (error) => error);
}

/**
 * TLS over a connection, checked against the host. Rejects with a fault where it was the certificate that failed.
 * @param host whose certificate is due
 */
export function startTls(
  socket: Socket,
  host: string,
  context: SecureContext,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const encrypted = connectTls({
    socket,
    host,
    // No address may stand there (RFC 6066).
    servername: isIP(host) === 0 ? host : '',
    secureContext: context,
    // Said here, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch every check of certificates off.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  // What the connection below meets ends the encrypted one, too, which says so.
  socket.on('error', () => undefined);
  let issuer: string | undefined;
  // Before the check: after a failed one the certificate is gone with the connection.
  encrypted.prependOnceListener('secure', () => {
    issuer = issuerOf(encrypted.getPeerCertificate());
  });
  return opened(encrypted, 'secureConnect', signal, (error) => {
    const code = codeOf(error);
    return new ConnectionError(code, certificateFault(code, issuer));
  });
}

function opened<Kind extends Socket>(
  socket: Kind,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
  failure: (error: Error) => Error,
): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      socket.off('error', fail);
      socket.off('close', closed);
      signal.removeEventListener('abort', abort);
    };
    const fail = (error: Error): void => {
      end();
      // It may fail once more while it ends.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(failure(error));
    };
    const closed = (): void => fail(new ConnectionError('ECONNRESET'));
    const abort = (): void => fail(new ConnectionError('CONNECT_TIMEOUT'));
    socket.once('error', fail);
    socket.once('close', closed);
    signal.addEventListener('abort', abort);
    socket.once(event, () => {
      end();
      resolve(socket);
    });
    if (signal.aborted) abort();
  });
}

/** Who signed it, by the names it gives itself: `Web Shield Root CA (Example Security)`. */
function issuerOf(certificate: PeerCertificate): string | undefined {
  // Without a certificate it is an empty object, whatever the type says.
  const issuer: Partial<PeerCertificate['issuer']> | undefined = Reflect.get(certificate, 'issuer');
  const names: unknown[] = [issuer?.CN, issuer?.O].flat();
  const [name, by] = names.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  if (name === undefined) return undefined;
  return (by === undefined || name.includes(by) ? name : `${name} (${by})`).slice(0, 120);
}
