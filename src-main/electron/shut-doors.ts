import type { WebContents } from 'electron';

/** Keeps a page where it is: it leads nowhere, opens nothing and holds no other page. */
export function shutDoors(webContents: WebContents, onOutside?: (address: string) => void): void {
  // The policy blocks WebRTC; without a proxy this leaves it no way out either.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  webContents.setWindowOpenHandler(({ url }) => {
    onOutside?.(url);
    return { action: 'deny' };
  });
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}
