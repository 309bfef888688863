/**
 * What a courier's numbers look like (resources/docs/sheets.md, "Tracking numbers"; checked by
 * test/support/tables/check-tables.ts). `certain`: the lengths are known well enough that another length is an error
 * the seller may overrule; elsewhere it is only worth a warning. `check`: `cj` = digits 3 to 11 mod 7 (the first two
 * are outside), `whole` = all but the last mod 7, `s10` = the post's international rule. `soft` rules are reported as
 * wrong but never name another courier.
 */
export interface TrackingFormat {
  form: RegExp;
  certain: boolean;
  check?: 'cj' | 'whole' | 's10';
  /** Lengths the rule holds for; others of the same courier are not checked. */
  checked?: readonly number[];
  soft?: boolean;
  /**
   * Lengths that the courier takes and of which no real number was found (resources/docs/sheets.md, "Tracking
   * numbers").
   */
  rare?: readonly number[];
}

export const trackingFormats = new Map<string, TrackingFormat>([
  ['CJGLS', { form: /^(\d{10}|\d{12})$/u, certain: true, check: 'cj', checked: [10, 12], rare: [10] }],
  // 14 digits are accepted by the courier's page, but no rule is known for them.
  ['HANJIN', { form: /^(\d{12}|\d{10}|\d{14})$/u, certain: true, check: 'whole', checked: [10, 12], rare: [10] }],
  ['HYUNDAI', { form: /^\d{12}$/u, certain: true, check: 'whole', checked: [12] }],
  // 5 of 5 real numbers, but no source states the rule: it warns and suggests nothing.
  ['KGB', { form: /^\d{11}$/u, certain: true, check: 'whole', checked: [11] }],
  ['EPOST', { form: /^[67]\d{12}$/u, certain: true }],
  ['REGISTPOST', { form: /^[1-5]\d{12}$/u, certain: false }],
  ['EMS', { form: /^[A-Z]{2}\d{9}[A-Z]{2}$/u, certain: true, check: 's10', checked: [13] }],
  ['CUPARCEL', { form: /^\d{10,12}$/u, certain: false, check: 'cj', checked: [12] }],
  ['CVSNET', { form: /^\d{10,13}$/u, certain: false, check: 'cj', checked: [12], soft: true }],
  ['KDEXP', { form: /^\d{9,13}$/u, certain: true }],
  ['DAESIN', { form: /^\d{13}$/u, certain: false }],
  ['ILYANG', { form: /^\d{8,11}$/u, certain: false }],
  ['CHUNIL', { form: /^\d{10,13}$/u, certain: false }],
  ['HDEXP', { form: /^\d{9,13}$/u, certain: false }],
  ['KUNYOUNG', { form: /^\d{9,13}$/u, certain: false }],
]);

/**
 * Couriers a number may be recognised as: their rule is confirmed by several sources (resources/docs/sheets.md,
 * "Tracking numbers").
 */
export const recognisable = ['CJGLS', 'HANJIN', 'HYUNDAI', 'KGB', 'EMS', 'EPOST'] as const;
