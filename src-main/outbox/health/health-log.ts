import type { Logger, LogFields } from '../../diagnostics/log-events';
import type { StoreHealth } from './health-state';

type Health = LogFields<'store-health'>;

/** A store that is paced is so many times a second, with moments of freedom between. */
const freeAfterMs = 5_000;

/**
 * Logs every change of a store's health with its reason. It compares what is there after a step of the engine with what
 * was there after the one before, so that it stands in one place whoever changed it.
 * @returns to be called after each step
 */
export function createHealthLog(
  logger: Logger | undefined,
  storeId: string,
): (health: StoreHealth, rateLimited: boolean, now: number) => void {
  const last = new Map<string, string | undefined>();
  let pacedAt = Number.NEGATIVE_INFINITY;

  /** Logs what is new under this name; `undefined`: nothing is the matter, which is news only after something was. */
  const note = (name: string, key: string | undefined, health: Omit<Health, 'storeId'>): void => {
    if (last.get(name) === key) return;
    last.set(name, key);
    logger?.log('store-health', { storeId, ...health });
  };

  return ({ pause, lookFirstSince, circuit, noResponse, tokenRestUntil, readRestUntil }, rateLimited, now) => {
    const isLookingFirst = lookFirstSince !== undefined;
    note('look-first', isLookingFirst ? 'yes' : undefined, {
      part: 'pause',
      state: isLookingFirst ? 'look-first' : 'looked',
    });
    if (pause === undefined) note('pause', undefined, { part: 'pause', state: 'none' });
    else {
      const { cause, since, until, detail } = pause;
      note('pause', `${cause} ${since} ${until}`, {
        part: 'pause',
        state: cause,
        // Of an address that is not allowed the detail is the address.
        ...(detail === undefined || cause === 'ip' ? {} : { code: detail }),
        ...(until === undefined ? {} : { until }),
      });
    }
    if (circuit.is === 'closed') note('circuit', undefined, { part: 'circuit', state: 'closed' });
    else {
      const { by, since, round, nextProbeAt, fault } = circuit;
      const code = fault?.is === 'certificate' ? `certificate-${fault.problem}` : (fault?.is ?? circuit.code);
      note('circuit', `${by} ${since} ${round}`, {
        part: 'circuit',
        state: 'open',
        reason: by,
        until: nextProbeAt,
        ...(code === undefined ? {} : { code }),
      });
    }
    for (const [what, { since, nextTryAt }] of Object.entries(noResponse)) {
      if (since === undefined)
        note(`silent ${what}`, undefined, { part: 'no-response', state: 'closed', reason: what });
      else
        note(`silent ${what}`, String(since), { part: 'no-response', state: 'open', reason: what, until: nextTryAt });
    }
    const rests = [['token-rest', tokenRestUntil] as const, ['read-rest', readRestUntil] as const];
    for (const [part, until] of rests) {
      if (until > now) note(part, String(until), { part, state: 'resting', until });
      else note(part, undefined, { part, state: 'free' });
    }
    if (rateLimited) {
      pacedAt = now;
      note('rate-limit', 'paced', { part: 'rate-limit', state: 'paced' });
    } else if (now - pacedAt >= freeAfterMs) {
      note('rate-limit', undefined, { part: 'rate-limit', state: 'free' });
    }
  };
}
