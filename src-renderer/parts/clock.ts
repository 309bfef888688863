import { useEffect, useState } from 'react';

/** The present instant, renewed once a second while something counts down: sentences change no faster. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
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
const exact = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'medium',
});
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

/** 17:30 today, 11월 20일 17:30 on other days; Korean time, whatever the PC is set to. */
export function shortTime(at: number, now: number): string {
  return day.format(at) === day.format(now) ? timeOfDay.format(at) : dayAndTime.format(at);
}

/** 2026-11-21 17:30:05, for records and exports. */
export function exactTime(at: number): string {
  return exact.format(at);
}

/** 2026-11-21, for file names. */
export function dayName(at: number): string {
  return day.format(at);
}
