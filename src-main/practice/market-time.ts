/** KST has no summer time; every moment of the API is written with this offset. */
const kstOffsetMs = 9 * 60 * 60 * 1000;

export const dayMs = 24 * 60 * 60 * 1000;

/** A moment as the order API writes it: `yyyy-MM-dd'T'HH:mm:ss.SSS+09:00`. */
export function formatMarketTime(instant: number): string {
  return `${new Date(instant + kstOffsetMs).toISOString().slice(0, -1)}+09:00`;
}

const exactForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(?:[+-]\d{2}:\d{2}|Z)$/;

/** The moment in `text`, or undefined where it is not `yyyy-MM-dd'T'HH:mm:ss.SSSXXX` or no such day exists. */
export function parseMarketTime(text: string): number | undefined {
  if (!exactForm.test(text)) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return undefined;
  // Date.parse takes 31 February for 3 March; the service refuses it.
  const offset = text.endsWith('Z') ? 0 : offsetOf(text.slice(-6));
  return new Date(instant + offset).toISOString().slice(0, 23) === text.slice(0, 23) ? instant : undefined;
}

/** Midnight in Korea of the day that holds `instant`. */
export function startOfMarketDay(instant: number): number {
  return Math.floor((instant + kstOffsetMs) / dayMs) * dayMs - kstOffsetMs;
}

/** `20261121` for a moment of 21 November 2026 in Korea. */
export function compactMarketDay(instant: number): string {
  return formatMarketTime(instant).slice(0, 10).replaceAll('-', '');
}

function offsetOf(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000;
}
