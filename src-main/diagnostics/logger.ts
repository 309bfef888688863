import { redact } from '../network/redact';
import { logEvents } from './log-events';
import type { Logger, LogEventName } from './log-events';

interface Options {
  /** Takes one line without its line feed. */
  write(line: string): void;
  /** ms UTC */
  now(): number;
}

const windowMs = 60_000;
/** A fault that repeats itself must not push everything else out of the files. */
const mostPerWindow = 120;
/** 50 calls a second is what a market lets through at most. */
const mostCallsPerWindow = 3000;

/**
 * Turns events into lines of JSON: parsed by their schema (log-events.ts), redacted, counted. What does not fit its
 * schema is a fault of ours, and named by its fields only.
 */
export function createLogger({ write, now }: Options): Logger {
  const spent = new Map<LogEventName, { since: number; lines: number; more: number }>();

  const put = (at: number, event: LogEventName, fields: Readonly<Record<string, unknown>>): void => {
    const clean = Object.entries(fields).map(([name, value]) => [name, redactValue(value)]);
    write(JSON.stringify({ at: new Date(at).toISOString(), event, ...Object.fromEntries(clean) }));
  };

  const mayWrite = (event: LogEventName, at: number): boolean => {
    const most = event === 'call' ? mostCallsPerWindow : mostPerWindow;
    const known = spent.get(event);
    if (known === undefined || Math.abs(at - known.since) >= windowMs) {
      spent.set(event, { since: at, lines: 1, more: 0 });
      if (known !== undefined && known.more > 0) put(at, 'suppressed', { what: event, lines: known.more });
      return true;
    }
    if (known.lines >= most) known.more += 1;
    else known.lines += 1;
    return known.more === 0;
  };

  return {
    log(event, fields) {
      const at = now();
      if (!mayWrite(event, at)) return;
      const parsed = logEvents[event].safeParse(fields);
      if (parsed.success) return put(at, event, parsed.data);
      const wrong = parsed.error.issues.map(({ path }) => path.join('.')).join('+');
      put(at, 'problem', { place: 'log', name: 'bad-event', message: '', code: event, frames: [wrong] });
    },
  };
}

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  return Array.isArray(value) ? value.map(redactValue) : value;
}
