/** Cuts a number into groups of four from the front, as couriers print it. */
export function groupsOfFour(plain: string): string[] {
  return plain.match(/.{1,4}/gu) ?? [];
}

/**
 * A long number shown 4-4-4. The marks between groups are drawn by the style sheet, so what is selected and copied is
 * the plain number. The number of an item keeps its end apart, which a narrow cell shows alone. What is not all digits is shown as it is.
 */
export function Digits({ value }: { value: string }) {
  const item = /^(\d+_\d+?)(\d{4}_\[\d+\])$/u.exec(value);
  if (item !== null) {
    const [, start, end] = item;
    return (
      <span className="digits item">
        <span>{start}</span>
        <span>{end}</span>
      </span>
    );
  }
  if (!/^\d{8,}$/u.test(value)) return <span className="digits">{value}</span>;
  return (
    <span className="digits">
      {groupsOfFour(value).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
