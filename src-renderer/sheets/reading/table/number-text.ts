/**
 * The shortest exact text of a stored number, without an exponent. Whole numbers keep every digit they were written
 * with (a 17-digit id is exact in the file and not in a double); the rest is what a double's shortest form says.
 * Undefined when it is no number.
 */
export function numberText(stored: string): string | undefined {
  if (/^-?(0|[1-9]\d*)$/.test(stored)) return stored === '-0' ? '0' : stored;
  const trimmed = stored.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return undefined;
  const whole = /^\+?(-?)0*(\d+)(\.0*)?$/.exec(trimmed);
  if (whole !== null) {
    const digits = whole[2] ?? '0';
    return digits === '0' ? '0' : `${whole[1] ?? ''}${digits}`;
  }
  const value = Number(trimmed);
  return Number.isFinite(value) ? withoutExponent(value) : undefined;
}

/** A double as its shortest digits with the exponent written out: 2.02E+15 as 2020000000000000. */
export function withoutExponent(value: number): string {
  if (value === 0) return '0';
  const short = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(short);
  if (parts === null) return short;
  const [, sign = '', first = '', rest = '', exponentText = '0'] = parts;
  const digits = first + rest;
  const exponent = Number(exponentText);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const point = exponent + 1;
  return digits.length <= point
    ? sign + digits + '0'.repeat(point - digits.length)
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
