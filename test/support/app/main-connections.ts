import type { Desk } from './launch';
import { inMain } from './in-main';

/**
 * From now on notes where the main process opens a connection: undici, a probe, anything on node's sockets. Chromium's
 * own record has none of them.
 */
export async function noteConnections(desk: Desk): Promise<void> {
  await inMain(desk.app, () => {
    const net = process.getBuiltinModule('node:net');
    const noted: string[] = [];
    Reflect.set(globalThis, 'notedConnections', noted);
    const { connect } = net.Socket.prototype;
    net.Socket.prototype.connect = function (this: unknown, ...given: unknown[]) {
      const [first] = Array.isArray(given[0]) ? given[0] : given;
      noted.push(String(Reflect.get(Object(first), 'host') ?? JSON.stringify(first)));
      return Reflect.apply(connect, this, given);
    };
  });
}

/** Hosts of the connections since `noteConnections`, in order. */
export function notedConnections(desk: Desk): Promise<unknown> {
  return inMain(desk.app, () => Reflect.get(globalThis, 'notedConnections'));
}
