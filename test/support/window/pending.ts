/** An answer that the test gives when it wants to. */
export function pending<Value>(): { promise: Promise<Value>; resolve(value: Value): void } {
  let resolve: ((value: Value) => void) | undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve: (value) => resolve?.(value) };
}
