import type { WebContents } from 'electron';

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
