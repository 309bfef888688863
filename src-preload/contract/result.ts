/** What crosses a process or a border: a value, or a failure with a code from a closed list. Nothing is thrown across. */
export type Result<Value, Code extends string> =
  | { ok: true; value: Value }
  | { ok: false; failure: { code: Code; detail?: string } };

/** Wraps a value as the good half of a Result. */
export function success<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** Wraps a code, and a detail for the log or the eye, as the bad half of a Result. */
export function failure<Code extends string>(
  code: Code,
  detail?: string,
): { ok: false; failure: { code: Code; detail?: string } } {
  return detail === undefined ? { ok: false, failure: { code } } : { ok: false, failure: { code, detail } };
}

/** Makes the compiler prove that every member of a union was handled. */
export function assertNever(member: never): never {
  throw new Error(`a member of a closed union was not handled: ${JSON.stringify(member)}`);
}
