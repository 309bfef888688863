/** A promise that the test settles when it is time; as Promise.withResolvers, which the oldest Node of the tests lacks. */
export function withResolvers<Answer = void>(): {
  promise: Promise<Answer>;
  resolve(answer: Answer): void;
  reject(problem: Error): void;
} {
  let resolve: (answer: Answer) => void = () => undefined;
  let reject: (problem: Error) => void = () => undefined;
  const promise = new Promise<Answer>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
