/**
 * Tracking numbers of the five couriers most used. Lengths and check digits as measured on published numbers: mod 7 over
 * all leading digits, for CJ without the first two; no rule is known for the post office.
 */
const forms = {
  CJGLS: { lengths: [12, 10], skip: 2, check: true },
  HANJIN: { lengths: [12, 10, 14], skip: 0, check: true },
  HYUNDAI: { lengths: [12], skip: 0, check: true },
  KGB: { lengths: [11], skip: 0, check: true },
  EPOST: { lengths: [13], skip: 0, check: false },
} as const;

export type KnownCourier = keyof typeof forms;
export const knownCouriers: readonly KnownCourier[] = ['CJGLS', 'HANJIN', 'HYUNDAI', 'KGB', 'EPOST'];

/** What a market may find wrong with a number: nothing, its form, or its check digit. */
export function judgeTrackingNumber(companyCode: string, trackingNumber: string): 'fine' | 'form' | 'check-digit' {
  // Sellers paste 4-4-4; the market drops hyphens and spaces.
  const digits = trackingNumber.replaceAll(/[\s-]/g, '');
  const courier = knownCouriers.find((known) => known === companyCode);
  if (courier === undefined) return /^[0-9A-Za-z]{5,30}$/.test(digits) ? 'fine' : 'form';
  const form = forms[courier];
  if (!/^\d+$/.test(digits) || !form.lengths.some((length) => length === digits.length)) return 'form';
  if (!form.check || digits.length === 14) return 'fine';
  return checkDigit(courier, digits.slice(0, -1)) === Number(digits.at(-1)) ? 'fine' : 'check-digit';
}

/** A number of that courier that passes its check, the same for the same `serial`; serials up to ten million differ. */
export function trackingNumberFor(courier: KnownCourier, serial: number): string {
  const body = { CJGLS: '6812', HANJIN: '5307', HYUNDAI: '2320', KGB: '991', EPOST: '689110' }[courier];
  const leading = body + String(serial % 10_000_000).padStart(7, '0');
  return courier === 'EPOST' ? leading : leading + String(checkDigit(courier, leading));
}

/** The same number with a last digit that cannot be right. */
export function withWrongDigit(trackingNumber: string): string {
  const last = Number(trackingNumber.at(-1));
  return trackingNumber.slice(0, -1) + String((last + 1) % 7);
}

function checkDigit(courier: KnownCourier, leading: string): number {
  // CJ's first two digits stand outside the check, except in the ten-digit form, which never had them.
  const skip = leading.length === 11 ? forms[courier].skip : 0;
  return Number(BigInt(leading.slice(skip)) % 7n);
}
