/**
 * A press that counts once, however quickly it is repeated: the second press of a double click would take back the first,
 * or meet what has come to lie under the pointer meanwhile. Keys are no double click.
 */
export function onePress(run: () => void): (event: { detail: number }) => void {
  return ({ detail }) => {
    if (detail <= 1) run();
  };
}
