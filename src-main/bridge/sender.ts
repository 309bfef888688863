/** What is known of whoever sent a message to the main process. */
export interface Sender {
  webContentsId: number;
  /** null once the frame is gone. */
  frameUrl: string | null;
  isMainFrame: boolean;
}

/** The window that may call: its id, and the origin its page has. */
export interface OurWindow {
  webContentsId: number;
  origin: string;
}

/** True only for the main frame of our own window, showing our own page. */
export function isOurWindow(sender: Sender, ours: OurWindow | undefined): boolean {
  if (!ours || sender.webContentsId !== ours.webContentsId || !sender.isMainFrame || sender.frameUrl === null)
    return false;
  return originOf(sender.frameUrl) === ours.origin;
}

/** Scheme and host; URL.origin is "null" for schemes it does not know. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
}
