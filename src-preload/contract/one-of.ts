/** The member of a list that a text is, as a select's value or a code; undefined for any other text. */
export function oneOf<Member extends string>(all: readonly Member[], text: string | undefined): Member | undefined {
  return all.find((each) => each === text);
}
