import { otherCodeOf } from '../../../src-preload/contract/markets/naver/renamed-companies';
import type { SendOutcome, Verdict } from '../market';
import type { DispatchJob } from './dispatch';

/** "택배사 코드 확인" */
const wrongCompany = '104119';

/** Under which code a store's market takes a courier that was renamed. */
export interface CompanyCodes {
  /** These dispatches with the codes that are to be sent. */
  asSent(dispatches: readonly DispatchJob[]): DispatchJob[];
  /** What the answer to them means: a courier refused under one code is tried once under the other. */
  learn(sent: readonly DispatchJob[], outcome: SendOutcome): SendOutcome;
}

/**
 * On 104119 for a renamed courier the other code is tried, once; the one that was taken is remembered for the store. Where
 * both were refused the refusal stands, until the app starts again.
 * @param known code a job names -> code that was taken for it
 */
export function createCompanyCodes(
  known: Readonly<Record<string, string>>,
  remember: (codes: Readonly<Record<string, string>>) => void,
): CompanyCodes {
  const use = new Map(Object.entries(known));
  const saved = new Map(use);
  const refused = new Set<string>();

  const codeFor = (code: string): string => use.get(code) ?? code;
  const setBoth = (taken: string, other: string): void => {
    use.set(taken, taken);
    use.set(other, taken);
  };

  const judge = (sentAs: string, other: string, verdict: Verdict): Verdict => {
    if (verdict.yes) {
      refused.delete(sentAs);
      if (saved.get(other) === sentAs) return verdict;
      setBoth(sentAs, other);
      saved.set(sentAs, sentAs).set(other, sentAs);
      remember(Object.fromEntries(saved));
      return verdict;
    }
    if (verdict.code !== wrongCompany) return verdict;
    refused.add(sentAs);
    if (refused.has(other)) return verdict;
    setBoth(other, sentAs);
    return { ...verdict, again: true };
  };

  return {
    asSent: (dispatches) =>
      dispatches.map((one) => {
        const code = one.dispatch.deliveryCompanyCode;
        return code === undefined ? one : { ...one, dispatch: { ...one.dispatch, deliveryCompanyCode: codeFor(code) } };
      }),
    learn(sent, outcome) {
      if (outcome.type !== 'answered') return outcome;
      const verdicts = new Map(outcome.verdicts);
      for (const { target, dispatch } of sent) {
        const { deliveryCompanyCode: sentAs } = dispatch;
        const other = sentAs === undefined ? undefined : otherCodeOf(sentAs);
        const verdict = verdicts.get(target);
        if (sentAs === undefined || other === undefined || verdict === undefined) continue;
        verdicts.set(target, judge(sentAs, other, verdict));
      }
      return { ...outcome, verdicts };
    },
  };
}
