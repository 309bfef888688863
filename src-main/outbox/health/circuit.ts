import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import { growingPauseMs } from '../decide/back-off';

/**
 * Why nothing is sent for a store: no connection, the market said to stay away (503 GW.BLOCK), or it does not take the
 * time of this computer.
 */
export type OpenedBy = 'offline' | 'blocked' | 'clock';

export type Circuit =
  | { is: 'closed' }
  | {
      is: 'open';
      by: OpenedBy;
      since: number;
      round: number;
      nextProbeAt: number;
      code: string | undefined;
      /** What is known to stand in between: the certificate of another, a proxy. */
      fault?: NetworkFault;
    };

export const closed: Circuit = { is: 'closed' };

/** Within 5 s in the first ten minutes of an outage, within 16 s later. */
const probeEveryMs = 4_000;
const probeEveryLaterMs = 15_000;
const firstMinutesMs = 10 * 60_000;

/** A market that announces a longer absence (Retry-After) is asked again by then, since the time it names may be nonsense. */
const longestAskedMs = 60 * 60_000;

/** `askedMs`: how long the market itself asked to be left alone; never less than that. */
function pauseMs(by: OpenedBy, since: number, round: number, now: number, askedMs = 0): number {
  if (by !== 'offline') return Math.max(growingPauseMs(round), Math.min(longestAskedMs, askedMs));
  return now - since < firstMinutesMs ? probeEveryMs : probeEveryLaterMs;
}

/** Opens it, or notes once more what it is open for; the time of the next probe is kept unless the market asks for more. */
export function openCircuit(
  circuit: Circuit,
  by: OpenedBy,
  now: number,
  said: { code?: string; retryAfterMs?: number; fault?: NetworkFault },
): Circuit {
  const since = circuit.is === 'open' ? circuit.since : now;
  const nextProbeAt = now + pauseMs(by, since, 0, now, said.retryAfterMs);
  if (circuit.is === 'open' && circuit.by === by) {
    const noted = withFault(circuit, said.fault);
    return said.retryAfterMs === undefined || nextProbeAt <= circuit.nextProbeAt ? noted : { ...noted, nextProbeAt };
  }
  return withFault({ is: 'open', by, since, round: 0, nextProbeAt, code: said.code }, said.fault);
}

/**
 * A probe found the market still away: `retryAfterMs` is how long it asked to be left alone, if it did, and `fault` what
 * stands in between as far as it is known now.
 */
export function probeFailed(
  circuit: Circuit,
  now: number,
  { retryAfterMs, fault }: { retryAfterMs?: number; fault?: NetworkFault } = {},
): Circuit {
  if (circuit.is === 'closed') return circuit;
  const round = circuit.round + 1;
  const nextProbeAt = now + pauseMs(circuit.by, circuit.since, round, now, retryAfterMs);
  return withFault({ ...circuit, round, nextProbeAt }, fault);
}

type Open = Extract<Circuit, { is: 'open' }>;

/** The circuit with this fault and no other; itself where nothing changes. */
function withFault(circuit: Open, fault: NetworkFault | undefined): Open {
  if (JSON.stringify(circuit.fault) === JSON.stringify(fault)) return circuit;
  const { fault: _before, ...rest } = circuit;
  return fault === undefined ? rest : { ...rest, fault };
}

/** The computer woke up or the system is online again: there is no reason to wait for the next probe. */
export function probeAtOnce(circuit: Circuit, now: number): Circuit {
  return circuit.is === 'closed' ? circuit : { ...circuit, nextProbeAt: now };
}
