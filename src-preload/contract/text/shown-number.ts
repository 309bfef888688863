/** A tracking number as it is shown: 4-4-4 for twelve digits, 5-4-4 for the post's thirteen, otherwise plain. */
export function showTracking(number: string): string {
  if (/^\d{12}$/u.test(number)) return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
  if (/^[67]\d{12}$/u.test(number)) return `${number.slice(0, 5)}-${number.slice(5, 9)}-${number.slice(9)}`;
  return number;
}
