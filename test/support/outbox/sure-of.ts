import type { SendOutcome } from '../../../src-main/markets/market';

/** What an answer leaves no doubt about; 9999 is a word that says nothing. */
export function sureOf(targets: readonly string[], outcome: SendOutcome): ReadonlySet<string> {
  if (outcome.type === 'no-answer') return new Set();
  if (outcome.type !== 'answered') return new Set(targets);
  return new Set(
    targets.filter((target) => {
      const verdict = outcome.verdicts.get(target);
      return verdict !== undefined && (verdict.yes || verdict.code !== '9999');
    }),
  );
}
