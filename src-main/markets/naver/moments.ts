const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/u;

/**
 * A moment as the market writes it, in ms UTC: with any number of decimals of a second, or none
 * (resources/docs/markets/naver.md, "Change feed"); without an offset it is Korean time. undefined: not a moment.
 */
export function readMoment(text: string | undefined): number | undefined {
  const [, seconds, decimals = '', offset = '+09:00'] = form.exec(text?.trim() ?? '') ?? [];
  if (seconds === undefined) return undefined;
  const zone = offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const at = Date.parse(`${seconds}.${decimals.slice(0, 3).padEnd(3, '0')}${zone}`);
  return Number.isNaN(at) ? undefined : at;
}
