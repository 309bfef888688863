/** What the main process of a story (electron-stand-in.ts) and the process of the story (launch.ts) say to each other. */
export type OneWayMessage =
  | { is: 'load'; contents: number; url: string }
  | { is: 'reload' }
  | { is: 'send'; channel: string; payload: unknown }
  | { is: 'post'; contents: number; channel: string; payload: unknown; port?: string }
  | { is: 'crash'; contents: number }
  | { is: 'end'; contents: number }
  | { is: 'closed' }
  | { is: 'size'; width: number; height: number }
  | { is: 'zoom'; factor: number }
  | { is: 'theme'; theme: 'system' | 'light' | 'dark' };

/** What the main process asks, and an answer is awaited for. */
export type Asked =
  | { is: 'open-reader'; contents: number }
  | { is: 'run'; contents: number; script: string; inWorker: boolean }
  | { is: 'read-clipboard' }
  | { is: 'write-clipboard'; text: string }
  | { is: 'save-download'; id: number; path: string };

/** What the story asks of the main process. */
export type Wanted =
  | { is: 'protocol'; url: string; method: string }
  | { is: 'invoke'; channel: string; input: unknown }
  | { is: 'evaluate'; source: string; input: unknown; keep: boolean; on?: string }
  | { is: 'navigated'; url: string }
  | { is: 'loaded' }
  | { is: 'gone'; contents: number }
  | { is: 'download'; id: number }
  | { is: 'key'; key: string; code: string; control: boolean; meta: boolean; shift: boolean };

export type Wire =
  | { way: 'notify'; what: OneWayMessage }
  | { way: 'ask'; id: number; what: Asked | Wanted }
  | { way: 'answer'; id: number; ok: boolean; value: unknown };

/** Where Chromium finds what Electron serves under app://: a site of its own for each reader, as each is a process there. */
export function pageAddress(appUrl: string, contents: number): string {
  return appUrl.replace('app://desk/', 'https://desk/').replace('app://reader/', `https://reader${contents}/`);
}

/** The other way round. */
export function appAddress(url: string): string {
  return url.replace('https://desk/', 'app://desk/').replace(/^https:\/\/reader\d+\//u, 'app://reader/');
}

/** The window's own page; readers count on from there. */
export const windowContents = 1;
