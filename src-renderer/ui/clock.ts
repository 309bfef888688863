import { useEffect, useState, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const never = (): (() => void) => () => undefined;

/** The present instant, renewed once a second while something counts down: sentences change no faster. */
export function useNow(running: boolean): number {
  return useSyncExternalStore(running ? subscribe : never, () => now);
}

const slowlyMs = 10 * 60_000;

/** The present instant for what is a matter of days: renewed every ten minutes. */
export function useSlowNow(): number {
  const [instant, setInstant] = useState(() => Date.now());
  useEffect(() => {
    const slow = setInterval(() => setInstant(Date.now()), slowlyMs);
    return () => clearInterval(slow);
  }, []);
  return instant;
}

const zone = 'Asia/Seoul';
const timeOfDay = new Intl.DateTimeFormat('ko-KR', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dayAndTime = new Intl.DateTimeFormat('ko-KR', {
  timeZone: zone,
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const exact = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

/** 17:30 today, 11월 20일 17:30 on other days; Korean time, whatever the PC is set to. */
export function shortTime(at: number, today = Date.now()): string {
  return day.format(at) === day.format(today) ? timeOfDay.format(at) : dayAndTime.format(at);
}

/** 2026-11-21 17:30:05, for records and exports. */
export function exactTime(at: number): string {
  return exact.format(at);
}

/** 2026-11-21, for file names. */
export function dayName(at: number): string {
  return day.format(at);
}

const monthAndDay = new Intl.DateTimeFormat('ko-KR', { timeZone: zone, month: 'long', day: 'numeric' });
const seconds = new Intl.DateTimeFormat('ko-KR', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** 11월 26일. */
export function shortDay(at: number): string {
  return monthAndDay.format(at);
}

/** 17:30. */
export function timeOfDayOf(at: number): string {
  return timeOfDay.format(at);
}

/** 17:30:05 today; with the day before it on other days. */
export function secondsOfDay(at: number, today = Date.now()): string {
  return day.format(at) === day.format(today) ? seconds.format(at) : `${dayOfRow(at)} ${timeOfDay.format(at)}`;
}

/** 11-26. A format of month and day alone is the day first in Swedish, and has two dots in Korean. */
function dayOfRow(at: number): string {
  return day.format(at).slice('2026-'.length);
}

/** For a narrow column: 17:30 today, 11-26 on other days. */
export function rowTime(at: number, today = Date.now()): string {
  return day.format(at) === day.format(today) ? timeOfDay.format(at) : dayOfRow(at);
}
