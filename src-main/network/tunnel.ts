import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { NetworkFault } from '../../src-preload/contract/network-fault';
import type { ProxyCredentials } from '../../src-preload/contract/proxy-credentials';
import { ConnectionError, codeOf } from './connection-error';
import type { Endpoint } from './sockets';

/**
 * Asks a proxy for a connection to a host (CONNECT, RFC 9110 9.3.6). The socket is the tunnel afterwards; on it nothing
 * of a request was written. Rejects with what the proxy said in its place.
 * @param proxy how it is named to the seller
 */
export function openTunnel(
  socket: Socket,
  to: Endpoint,
  { proxy, credentials, signal }: { proxy: string; credentials: ProxyCredentials | undefined; signal: AbortSignal },
): Promise<Socket> {
  const authority = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
  const asked = request({
    method: 'CONNECT',
    path: authority,
    createConnection: () => socket,
    headers: {
      host: authority,
      'user-agent': 'balsong-desk',
      ...(credentials === undefined ? {} : { 'proxy-authorization': basic(credentials) }),
    },
  });
  return new Promise((resolve, reject) => {
    const end = (): void => signal.removeEventListener('abort', abort);
    const fail = (error: ConnectionError): void => {
      end();
      asked.destroy();
      socket.destroy();
      reject(error);
    };
    // The proxy is there and took the question; it is the way behind it that takes too long.
    const abort = (): void => fail(new ConnectionError('CONNECT_TIMEOUT'));
    signal.addEventListener('abort', abort);
    asked.on('error', (error) => fail(new ConnectionError(codeOf(error), { is: 'proxy-down', proxy })));
    // Every answer to CONNECT comes here, whatever its status.
    asked.once('connect', (answer, tunnel, head) => {
      if (!isSuccess(answer.statusCode)) return fail(refusal(answer, proxy, credentials !== undefined));
      end();
      if (head.length > 0) tunnel.unshift(head);
      resolve(socket);
    });
    asked.end();
    if (signal.aborted) abort();
  });
}

const isSuccess = (status = 0): boolean => status >= 200 && status < 300;

const basic = ({ user, password }: ProxyCredentials): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function refusal(answer: IncomingMessage, proxy: string, hadCredentials: boolean): ConnectionError {
  const status = answer.statusCode ?? 0;
  return new ConnectionError(`PROXY_${status}`, faultOf(answer, status, proxy, hadCredentials), status);
}

function faultOf(
  { headers }: IncomingMessage,
  status: number,
  proxy: string,
  hadCredentials: boolean,
): NetworkFault | undefined {
  if (status === 407) {
    // NTLM and Kerberos sign a connection with the system's account, which only a browser can.
    const takesPassword = /(?:^|,)\s*basic\b/iu.test(headers['proxy-authenticate'] ?? '');
    return takesPassword ? { is: 'proxy-sign-in', proxy, refused: hadCredentials } : { is: 'proxy-refused', proxy };
  }
  if (status < 400 || status === 511) return { is: 'web-page' };
  // 502 to 504: the proxy does not reach the market either, which is an outage like any other.
  return status < 500 ? { is: 'proxy-refused', proxy } : undefined;
}
