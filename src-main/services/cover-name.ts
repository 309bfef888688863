/** 김바다 -> 김○○: tells buyers apart without naming them. */
export function coverName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '○'.repeat(rest.length);
}
