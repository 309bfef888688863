import { ipcRenderer } from 'electron';
import { readerOrderChannel } from './contract/reader-order';

/**
 * The whole power of the page in which sheets are read: it is handed ports and told which worker to end. It can say
 * nothing to the main process, and there is no `window.desk`.
 */
ipcRenderer.on(readerOrderChannel, (event, order: unknown) => {
  window.postMessage({ readerOrder: order }, location.origin, event.ports);
});
