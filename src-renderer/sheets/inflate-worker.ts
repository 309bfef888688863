import { serveInflation } from './reading/zip/serve-inflation';
import type { FromInflater } from './reading/zip/inflate-messages';

/** The thread that inflates large parts for the sheet worker which started it (worker.ts). */
serveInflation({
  // In a worker there is one other side; the window's signature with options fits both.
  postMessage: (message: FromInflater, transfer) => postMessage(message, { transfer }),
  addEventListener: (type, listener) => addEventListener(type, listener),
  removeEventListener: (type, listener) => removeEventListener(type, listener),
});
