import type { Session, WebContents } from 'electron';
import { isOurs } from './own-addresses';

/** What every page of ours is made with: sandboxed, apart from its preload, without Node. */
export const walledPage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  // Covered or never shown, the seller waits for what it does.
  backgroundThrottling: false,
} as const;

/**
 * Keeps a page where it is: it leads nowhere, opens nothing and holds no other page. Pages of the markets are asked for
 * by name over the bridge (outside-links.ts): an address, even of the right host, could carry out what a page knows.
 */
export function shutDoors(webContents: WebContents): void {
  // An engine that knows `webrtc` in the policy blocks it whole; where it does not, this leaves it no way out.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Nothing of a session leaves this app, and nothing is permitted in it but writing plain text to the clipboard, which the
 * copy buttons do. Also for one without pages: Chromium fetches a dictionary for each.
 */
export function shutSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
}
