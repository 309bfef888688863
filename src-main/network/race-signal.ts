import { ConnectionError } from './connection-error';

/** What a promise answers, or a rejection with CONNECT_TIMEOUT where the signal comes first. */
export function raceSignal<Answer>(promise: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new ConnectionError('CONNECT_TIMEOUT'));
    const end = (): void => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(end);
  });
}
