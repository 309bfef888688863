import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { protocol } from 'electron';
import { isBelow, locateFile } from './locate-file';

/** Origin of our page; the sender check compares with it. */
export const appOrigin = 'app://desk';
/** Origin of the page in which sheets are read. */
export const readerOrigin = 'app://reader';

/**
 * Nothing from outside, nothing inline, no connections: the main process does all HTTP. Sent with every answer, because
 * a worker takes its policy from its own script's response (resources/docs/domain.md, "Security").
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
  "webrtc 'block'",
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

/** Serves the built window from `root` under app://desk, and next to it the pages of `builtIn`, by their path. */
export function serveApp(root: string, builtIn: ReadonlyMap<string, { type: string; body: string }> = new Map()): void {
  const base = resolve(root);
  protocol.handle('app', async (request) => {
    const headers = {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
    };
    const { host, pathname } = new URL(request.url);
    const page = host === 'desk' && request.method === 'GET' ? builtIn.get(pathname) : undefined;
    if (page) return new Response(page.body, { headers: { ...headers, 'content-type': page.type } });
    const place = locateFile(base, request.method, request.url);
    if ('status' in place) return new Response(null, { status: place.status, headers });
    const body = (await isBelow(base, place.file)) ? await readFile(place.file) : undefined;
    if (!body) return new Response(null, { status: 404, headers });
    return new Response(new Uint8Array(body), {
      headers: { ...headers, 'content-type': contentTypes[extname(place.file)] ?? 'application/octet-stream' },
    });
  });
}
