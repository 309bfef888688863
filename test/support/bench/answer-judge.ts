import type { FeedOutcome, Market, ReadOutcome, SendOutcome, TodayHourOutcome } from '../../../src-main/markets/market';
import { findingSchema } from '../../../src-preload/contract/job';
import type { JobValues } from '../../../src-preload/contract/job';
import type { Attack } from './answer-attacks';
import { feedWindow } from './answer-documents';
import { minutesIn, saidBy, saysMore } from './answer-oracle';
import type { Call } from './answer-oracle';

/** Calls whose outcome is a SendOutcome. */
export type Sent = Exclude<Call, 'read' | 'changes' | 'today-hour'>;

/** Characters of a market's words that may be kept (src-main/network/answer-text.ts). */
const most = { word: 200, message: 1000 } as const;

/**
 * What is wrong with an outcome, given what the answer said; empty when nothing is.
 * @param asked what the call asked for
 */
export function faultsOfSend(call: Sent, asked: readonly string[], outcome: SendOutcome, attack: Attack): string[] {
  switch (outcome.type) {
    case 'answered':
      return [...outcome.verdicts].flatMap(([target, verdict]) => {
        if (!asked.includes(target)) return [`an answer on ${target}, which was not asked for`];
        const said = saidBy(call, attack.says);
        if (!verdict.yes) {
          const isSaid =
            said.no.has(target) ||
            (call === 'lookup' && isRefusal(attack)) ||
            ((call === 'delay' || call === 'refund') && mayBeNotApplied(call, attack));
          return [...(isSaid ? [] : [`${target} as refused`]), ...tooLong(verdict)];
        }
        if (call !== 'lookup') return said.yes.has(target) ? [] : [`${target} as done`];
        const ids = verdict.productOrderIds ?? [];
        return ids.length > 0 && ids.every((id) => said.ids.has(id)) ? [] : [`product orders ${ids.join()}`];
      });
    case 'not-applied':
      return [...(mayBeNotApplied(call, attack) ? [] : ['certainly not applied']), ...tooLong(outcome.failure)];
    case 'refused-whole':
      return [...(mayBeNotApplied(call, attack) ? [] : ['certainly refused']), ...tooLong(outcome)];
    case 'no-answer':
      return tooLong(outcome);
  }
}

/** The same for a reading. `values` is the job that would be judged by it. */
export function faultsOfRead(
  market: Market,
  asked: readonly string[],
  values: JobValues,
  outcome: ReadOutcome,
  attack: Attack,
): string[] {
  if (outcome.type === 'trouble') return tooLong(outcome.failure);
  if (outcome.type === 'refused-whole') return [...(attack.status === 200 ? ['refused'] : []), ...tooLong(outcome)];
  const said = saidBy('read', attack.says);
  const more = [...(outcome.names?.keys() ?? []), ...(outcome.details?.keys() ?? [])];
  const beyond = more.filter((target) => !outcome.findings.has(target)).map((target) => `more of ${target} than found`);
  const faults = [...outcome.findings].flatMap(([target, finding]) => {
    if (!asked.includes(target)) return [`a finding of ${target}, which was not asked for`];
    const isDone = market.judge(values, finding).is === 'done';
    return [
      ...(said.any.has(target) ? [] : [`a finding of ${target}`]),
      ...(isDone && !said.yes.has(target) ? [`${target} as done`] : []),
      ...(findingSchema.safeParse(finding).success ? [] : ['a finding that does not fit the contract']),
    ];
  });
  return [...beyond, ...faults];
}

/** The same for a page of the change feed. */
export function faultsOfChanges(outcome: FeedOutcome, attack: Attack): string[] {
  if (outcome.type === 'trouble') return tooLong(outcome.failure);
  if (outcome.type === 'refused-whole') return [...(attack.status === 200 ? ['refused'] : []), ...tooLong(outcome)];
  if (typeof attack.says !== 'object' || attack.says === null) return ['a page where none arrived'];
  const said = saidBy('changes', attack.says);
  const { rows, next } = outcome;
  const leadsOn = next === undefined || (next.from >= feedWindow.from && next.from <= feedWindow.to);
  return [
    ...rows.flatMap(({ productOrderId: id }) => (said.any.has(id) ? [] : [`a change of ${id}`])),
    ...rows.flatMap(({ type }) => (type.length > most.word ? ['words beyond their bounds'] : [])),
    ...(leadsOn ? [] : ['a next page outside of the window']),
    ...(saysMore(attack.says) && next === undefined ? ['the end, although there is more'] : []),
  ];
}

/** The same for the hour of 오늘출발: it is the market's, or no one's. */
export function faultsOfTodayHour(outcome: TodayHourOutcome, attack: Attack): string[] {
  if (outcome.type === 'trouble') return tooLong(outcome.failure);
  if (outcome.type === 'unavailable') return [];
  return outcome.minutes === minutesIn(attack.says) ? [] : [`${outcome.minutes} minutes`];
}

/** A lookup changes nothing, and a stock answer may be repeated; a dispatch that may have been applied is never "not applied". */
function mayBeNotApplied(call: Call, attack: Attack): boolean {
  if (call === 'lookup' || call === 'stock') return true;
  return (attack.status >= 400 && attack.status < 500) || attack.status === 503;
}

/** An order without product orders, or the market's 400 or 404. */
function isRefusal({ says, status }: Attack): boolean {
  return (says !== undefined && saidBy('lookup', says).ids.size === 0) || status === 400 || status === 404;
}

function tooLong({ code = '', message = '' }: { code?: string; message?: string }): string[] {
  return code.length > most.word || message.length > most.message ? ['words beyond their bounds'] : [];
}
