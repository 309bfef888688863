import { z } from 'zod';
import { codeOnly, messageOnly } from './plain-text';

/** A word of a closed list, a code of the market, an id of ours. Whatever else it holds is left out. */
const code = z.string().transform(codeOnly);
const message = z.string().transform(messageOnly);
const count = z.int().nonnegative();
/** ms, whole. */
const duration = z
  .number()
  .nonnegative()
  .transform((ms) => Math.round(ms));
/** ms UTC. */
const instant = z.int();
/** "function file:line:column", a component: two words of a code at most. */
const words = z.string().transform((text) => text.split(' ').slice(0, 2).map(codeOnly).join(' '));
/** A part of the app as the code calls it, such as `outbox` or `call log-page`. */
const place = z.string().transform((text) => (/^[a-z][A-Za-z]*( [a-z][a-z-]*)?$/.test(text) ? text : '***'));
const places = z.array(words).max(20);

const problem = { name: code, code: code.optional(), message, frames: places };

/**
 * Everything the log can say: a closed list, with the fields of each. No field is made for what a person wrote or is
 * called; texts that could quote some (messages of errors) pass plain-text.ts, and all of it passes the rule of
 * network/redact.ts once more before it is written.
 */
export const logEvents = {
  /** The app began: what it runs on. */
  'app-started': z.strictObject({
    version: code,
    platform: code,
    arch: code,
    electron: code,
    node: code,
    packaged: z.boolean(),
  }),
  'app-stopped': z.strictObject({ reason: code }),
  /** A variable of the environment that is set and not followed. */
  'environment-ignored': z.strictObject({ name: code, reason: code }),
  /** A connection went another way to a host and port than the one before, or was the first there. */
  'way-out': z.strictObject({
    via: z.enum(['direct', 'http', 'socks5']),
    target: code,
    systemCertificates: z.boolean(),
  }),
  /** The database is open, after `ms`; migrated where `from` and `to` differ. */
  'data-opened': z.strictObject({ from: count, to: count, ms: duration, endedRestore: code.optional() }),
  /** The database cannot be used. */
  'data-refused': z.strictObject({ code, ms: duration }),
  migration: z.strictObject({ from: count, to: count }),
  /** A row of the database that this version cannot read: passed over, and kept as it is. */
  'record-unread': z.strictObject({ source: code, key: code }),
  /** Another program holds the database; what is to be written waits. */
  'data-locked': z.strictObject({}),
  'data-unlocked': z.strictObject({ ms: duration }),
  /** The app closes and waits no longer for it: so many pieces of work were not written. */
  'data-still-locked': z.strictObject({ pieces: count }),
  /** The outbox found what an earlier run left in flight: jobs that are unknown now, batches that were taken back. */
  recovered: z.strictObject({ unknown: count, batches: count }),
  /** The outbox stopped because its database failed. */
  'outbox-stopped': z.strictObject({ code }),
  /** What may be asked of a store changed: which part of its health, to what, why, and when it is asked next. */
  'store-health': z.strictObject({
    storeId: code,
    part: z.enum(['pause', 'circuit', 'no-response', 'token-rest', 'read-rest', 'rate-limit']),
    state: code,
    reason: code.optional(),
    code: code.optional(),
    until: instant.optional(),
  }),
  /** One call to a market, or a request made for it on the way (`token`). */
  call: z.strictObject({
    storeId: code,
    kind: code,
    count,
    outcome: code,
    status: count.optional(),
    code: code.optional(),
    ms: duration,
    traceId: code.optional(),
  }),
  /** Whether a market could be reached at all. */
  probe: z.strictObject({ storeId: code, reached: z.boolean(), fault: code.optional(), ms: duration }),
  /** The search for a newer version of the app went on: to which state, over which version, why it failed. */
  update: z.strictObject({ state: code, version: code.optional(), why: code.optional() }),
  /** The main thread did nothing else for so long. */
  'slow-task': z.strictObject({ ms: duration }),
  /** Something failed in the main process; `place` says in which part. */
  problem: z.strictObject({ place, ...problem }),
  /** Something failed in the window; `components` where React was drawing. */
  'window-problem': z.strictObject({ kind: code, ...problem, components: places.optional() }),
  /** The process of the window ended, and what was done about it. */
  'window-gone': z.strictObject({
    reason: code,
    exitCode: z.int(),
    action: z.enum(['reload', 'stopped-page', 'none']),
  }),
  'window-unresponsive': z.strictObject({}),
  'window-responsive': z.strictObject({}),
  /** A process next to the window ended: graphics, a helper of Chromium. */
  'process-gone': z.strictObject({ type: code, reason: code, exitCode: z.int(), name: code.optional() }),
  /** Lines of this event that were too many, or could not be written. */
  suppressed: z.strictObject({ what: code, lines: count }),
} as const satisfies Record<string, z.ZodObject>;

export type LogEventName = keyof typeof logEvents;
export type LogFields<Name extends LogEventName> = z.input<(typeof logEvents)[Name]>;

/** Where the parts of the main process say what they do. Never throws, and never waits for a disk. */
export interface Logger {
  log<Name extends LogEventName>(event: Name, fields: LogFields<Name>): void;
}
