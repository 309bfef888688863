import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import type { ReadOutcome, SendOutcome, StoreFailure, Verdict } from '../market';
import type { Lists } from './answers';
import type { RetryAfter, Weight } from './outcome';

/** A failure without a code is the market's "etc": no one can say what it means, so it is read like 9999. */
const codeWithoutWord = '9999';

/**
 * The market's answer on each job that was asked for. Left out, and so unknown: ids in neither list, and ids in both,
 * since an answer that contradicts itself is none. Ids that were not asked for are not ours to settle.
 */
export function verdictsOf(asked: readonly string[], lists: Lists): ReadonlyMap<string, Verdict> {
  const refused = new Map(lists.no.map((one) => [one.productOrderId, one]));
  const verdicts = new Map<string, Verdict>();
  for (const id of asked) {
    const yes = lists.yes.get(id);
    const no = refused.get(id);
    if (yes !== undefined && no === undefined) {
      verdicts.set(id, yes.addressChanged ? { yes: true, addressChanged: true } : { yes: true });
    }
    if (no !== undefined && yes === undefined) {
      verdicts.set(id, { yes: false, code: no.code ?? codeWithoutWord, message: no.message ?? '' });
    }
  }
  return verdicts;
}

/** The outcome of a write whose answer has no 200: the two kinds of certainty, or none. */
export function outcomeWithoutBody(weight: Exclude<Weight, { type: 'body' }>): SendOutcome {
  switch (weight.type) {
    case 'trouble':
      return { type: 'not-applied', failure: weight.failure };
    case 'refused-whole':
      return { type: 'refused-whole', code: weight.code, message: weight.message };
    case 'not-there':
      return { type: 'no-answer', code: weight.code, message: weight.message };
    case 'no-answer': {
      const { code, message, fault } = weight;
      return { type: 'no-answer', code, message, ...(fault === undefined ? {} : { fault }) };
    }
  }
}

/** The outcome of a reading whose answer has no 200, and so shows nothing. */
export function readingWithoutBody(
  weight: Exclude<Weight, { type: 'body' }>,
): Exclude<ReadOutcome, { type: 'answered' }> {
  switch (weight.type) {
    case 'trouble':
      return { type: 'trouble', failure: weight.failure };
    case 'refused-whole':
      return { type: 'refused-whole', code: weight.code, message: weight.message };
    case 'not-there':
    case 'no-answer':
      return { type: 'trouble', failure: marketFailure(weight) };
  }
}

/**
 * A read or a token call that ended without the market's answer: transient. A 503 (`wait` is there, with or without a
 * time in it) says by itself that nothing is to be sent for now, whoever wrote it (resources/docs/domain.md, "Store health").
 */
export function marketFailure(words: {
  code: string;
  message: string;
  wait?: RetryAfter;
  fault?: NetworkFault;
}): StoreFailure {
  const { code, message, wait, fault } = words;
  return {
    ...(wait !== undefined ? { kind: 'blocked', ...wait } : { kind: 'market' }),
    ...(fault === undefined ? {} : { fault }),
    code,
    ...(message === '' ? {} : { message }),
  };
}
