/** Cuts a number into groups of four from the front, as couriers print it. */
export function groupsOfFour(plain: string): string[] {
  return plain.match(/.{1,4}/gu) ?? [];
}

/**
 * A long number shown 4-4-4. The marks between groups are drawn by the style sheet, so what is selected and copied is
 * the plain number. What is not all digits is shown as it is.
 */
export function Digits({ value }: { value: string }) {
  if (!/^\d{8,}$/u.test(value)) return <span className="digits">{value}</span>;
  return (
    <span className="digits">
      {groupsOfFour(value).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
