import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DeskBridge } from './contract/bridge';
import { callNames, eventNames, keepFileChannel } from './contract/names';

/**
 * The whole power of the window: the calls and events of names.ts, and one thing by hand, because only this side can tell
 * a file of the disk from one the page made: its path is taken off the File itself, never given as text.
 * Input and output are checked in the main process; here only the names are.
 */
const knownCalls: ReadonlySet<string> = new Set(callNames);
const knownEvents: ReadonlySet<string> = new Set(eventNames);

const bridge: DeskBridge = {
  call: (name, input) =>
    knownCalls.has(name) ? ipcRenderer.invoke(`call:${name}`, input) : Promise.reject(new Error('no such call')),
  on: (name, listener) => {
    if (!knownEvents.has(name)) throw new Error('no such event');
    // The raw event object stays on this side: it carries the sender.
    const relay = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(`event:${name}`, relay);
    return () => {
      ipcRenderer.removeListener(`event:${name}`, relay);
    };
  },
  keepFile: (file) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? Promise.resolve(undefined) : ipcRenderer.invoke(keepFileChannel, path);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
