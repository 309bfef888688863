import type { WebContents } from 'electron';

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

/** Keeps a page where it is: it leads nowhere, opens nothing and holds no other page. */
export function shutDoors(webContents: WebContents, onOutside?: (address: string) => void): void {
  // An engine that knows `webrtc` in the policy blocks it whole; where it does not, this leaves it no way out.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  webContents.setWindowOpenHandler(({ url }) => {
    onOutside?.(url);
    return { action: 'deny' };
  });
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}
