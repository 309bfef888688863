import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { windowContents } from './wire';

const root = join(import.meta.dirname, '../../..');
const built = (name: string): string => readFileSync(join(root, `out/preload/${name}.cjs`), 'utf8');

/** The two built preloads over what Electron gives them, run in each page before anything of its own. */
export const preloads = `(() => {
  if (window.top !== window || !/^https:\\/\\/(desk|reader\\d+)$/.test(location.origin)) return;
  const listeners = new Map();
  const emit = (channel, event, payload) => {
    for (const listener of [...(listeners.get(channel) ?? [])]) listener(event, payload);
  };
  const files = [];
  const readers = new Map();
  const channels = new Map();
  const channelOf = (name) => {
    const found = channels.get(name) ?? new MessageChannel();
    channels.set(name, found);
    return found;
  };
  const { open } = window;
  window.__standIn = {
    emit: (channel, payload) => emit(channel, {}, payload),
    fileAt: (at) => files[at],
    openReader: (id, url) => { readers.set(id, open.call(window, url, '_blank', 'popup,width=300,height=300')); },
    post(id, channel, payload, port) {
      const { port1, port2 } = port === undefined ? {} : channelOf(port);
      if (id === ${windowContents}) emit(channel, { ports: port2 ? [port2] : [] }, payload);
      else readers.get(id)?.postMessage({ standIn: channel, payload }, '*', port1 ? [port1] : []);
    },
  };
  if (window.opener) {
    addEventListener('message', (event) => {
      if (event.source === window.opener && event.data?.standIn)
        emit(event.data.standIn, { ports: event.ports }, event.data.payload);
    });
  }
  addEventListener('keydown', ({ key, code, ctrlKey, metaKey, shiftKey, isComposing }) => {
    if ((ctrlKey || metaKey) && !isComposing && /^[-+=_0]$/.test(key))
      void window.__keyPressed({ key, code, control: ctrlKey, meta: metaKey, shift: shiftKey });
  }, true);
  const electron = {
    contextBridge: { exposeInMainWorld: (name, value) => { window[name] = value; } },
    ipcRenderer: {
      invoke: (channel, input) => window.__invoke(channel, input),
      on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
      removeListener: (channel, listener) => {
        listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener));
      },
    },
    webUtils: {
      getPathForFile(file) {
        if (!(file instanceof File)) throw new TypeError('no file');
        return 'file at ' + (files.push(file) - 1);
      },
    },
  };
  const preload = location.host === 'desk' ? (require) => { ${built('preload')} } : (require) => { ${built('reader-preload')} };
  preload(() => electron);
})();`;

/** The path of a file that was picked; empty for one that the page has made. */
export async function pathOfFile(page: Page, at: number): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const { result } = await devtools.send('Runtime.evaluate', { expression: `__standIn.fileAt(${at})` });
    const { path } = await devtools.send('DOM.getFileInfo', { objectId: result.objectId ?? '' });
    return path;
  } catch {
    return '';
  } finally {
    await devtools.detach();
  }
}
