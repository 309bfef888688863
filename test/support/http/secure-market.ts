import { createServer } from 'node:https';
import type { MadeCertificate } from './make-certificate';
import { portOf } from './ports';

export interface SecureMarket {
  port: number;
  /** Method and host of each request that was written to it. */
  written: string[];
  close(): Promise<void>;
}

/** A server over TLS on loopback that takes every call. */
export async function startSecureMarket(certificate: MadeCertificate, written: string[] = []): Promise<SecureMarket> {
  const server = createServer(certificate, (request, response) => {
    written.push(`${request.method} ${request.headers.host}`);
    response.end('{"ok":true}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: portOf(server),
    written,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
