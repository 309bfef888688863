import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { protocol } from 'electron';
import { locateFile } from './locate-file';

/** Origin of our page; the sender check compares with it. */
export const appOrigin = 'app://desk';

/**
 * Nothing from outside, nothing inline, no connections: the main process does all HTTP. Sent with every answer, because
 * a worker takes its policy from its own script's response (design.md, "Security").
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // codeCache: from the second start on the page's scripts need not be compiled again.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built window from `root` under app://desk. Answers a promise for the page having been given its first
 * script: whatever would keep this process busy can wait until then, or the page waits for it.
 */
export function serveApp(root: string): Promise<void> {
  const base = resolve(root);
  let scriptGiven: () => void;
  const givenScript = new Promise<void>((done) => {
    scriptGiven = done;
  });
  protocol.handle('app', async (request) => {
    const headers = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' };
    const place = locateFile(base, request.method, request.url);
    if ('status' in place) return new Response(null, { status: place.status, headers });
    const body = await readFile(place.file).catch(() => undefined);
    if (!body) return new Response(null, { status: 404, headers });
    if (extname(place.file) === '.js') setImmediate(scriptGiven);
    const type = contentTypes[extname(place.file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': type } });
  });
  return givenScript;
}
