import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const recordSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.int()) }),
  events: z.array(z.object({ type: z.int(), params: z.unknown().optional() })),
});

/** What Chromium itself did on the network, by its own record (`--log-net-log`, read after the app has ended). */
export interface NetworkRecord {
  /** How many events were recorded at all. */
  events: number;
  /** Names that the system or a name server was asked for. */
  lookups: unknown[];
  /** Requests that reached the network service, and connections that were tried. */
  connections: unknown[];
}

/**
 * Shapes of Chromium 130; an event that has another name in a later one fails here, and not in silence. UDP_CONNECT is not
 * one of them: it sends nothing, and Chromium looks with it whether the computer has IPv6.
 */
const lookupEvents = ['HOST_RESOLVER_SYSTEM_TASK', 'HOST_RESOLVER_DNS_TASK', 'DNS_TRANSACTION_QUERY'];
const connectionEvents = ['TCP_CONNECT_ATTEMPT', 'UDP_BYTES_SENT', 'URL_REQUEST_START_JOB'];

/** @param path the file given to the app as `--log-net-log=path` */
export async function readNetworkRecord(path: string): Promise<NetworkRecord> {
  const { constants, events } = recordSchema.parse(parsed(await readFile(path, 'utf8')));
  const paramsOf = (names: readonly string[]): unknown[] => {
    const types = names.map((name) => {
      const type = constants.logEventTypes[name];
      if (type === undefined) throw new Error(`Chromium has no event ${name} any more`);
      return type;
    });
    return events.filter(({ type }) => types.includes(type)).map(({ params }) => params);
  };
  return { events: events.length, lookups: paramsOf(lookupEvents), connections: paramsOf(connectionEvents) };
}

/** The process that writes the record may end in the middle of a line, of which each holds an event: those before count. */
function parsed(text: string): unknown {
  if (/\]\s*(?:,\s*"polledData"[^]*)?\}\s*$/u.test(text)) return JSON.parse(text);
  return JSON.parse(`${text.slice(0, text.lastIndexOf(',\n'))}]}`);
}
