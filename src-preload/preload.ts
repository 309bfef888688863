import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DeskBridge } from './contract/bridge';
import { callNames, callsWithFile, eventNames, sheetReaderChannel } from './contract/names';

/**
 * The whole power of the window: the calls and events of names.ts. A call with a File sends the path of that file, which
 * is empty for one the page made; whatever is no File throws.
 * Input and output are checked in the main process; here only the names are.
 */
const knownCalls: ReadonlySet<string> = new Set(callNames);
const takesFile: ReadonlySet<string> = new Set(callsWithFile);
const knownEvents: ReadonlySet<string> = new Set(eventNames);

const bridge: DeskBridge = {
  call: async (name, input) => {
    if (!knownCalls.has(name)) throw new Error('no such call');
    if (!takesFile.has(name)) return ipcRenderer.invoke(`call:${name}`, input);
    if (!(input instanceof File)) throw new Error('no file');
    return ipcRenderer.invoke(`call:${name}`, { path: webUtils.getPathForFile(input) });
  },
  on: (name, listener) => {
    if (!knownEvents.has(name)) throw new Error('no such event');
    // The raw event object stays on this side: it carries the sender.
    const relay = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(`event:${name}`, relay);
    return () => {
      ipcRenderer.removeListener(`event:${name}`, relay);
    };
  },
};

contextBridge.exposeInMainWorld('desk', bridge);

ipcRenderer.on(sheetReaderChannel, (event, readerId: unknown) => {
  window.postMessage({ sheetReader: readerId }, location.origin, event.ports);
});
