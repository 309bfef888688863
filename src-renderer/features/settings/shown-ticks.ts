import type { StoreStatus, TestReport } from '../../../src-preload/contract/store';

type Ticks = TestReport['ticks'];
type Known = Pick<StoreStatus, 'lastTest' | 'provenAt' | 'pause'>;

const all = (state: Ticks['ip']): Ticks => ({
  internet: state,
  clock: state,
  secret: state,
  ip: state,
  permission: state,
});

/** Pauses that say no to one of the ticks. */
const refused: Partial<Record<NonNullable<Known['pause']>['cause'], keyof Ticks>> = {
  secret: 'secret',
  ip: 'ip',
  permission: 'permission',
};

/** What a store's card may say of its connection: the ticks, when they were found out, and the last test if it still holds. */
export interface Shown {
  ticks: Ticks;
  at?: number;
  report?: TestReport;
}

/** The later word counts: a test, an answer of the market since, or its refusal since. */
export function shownConnection({ lastTest, provenAt, pause }: Known): Shown {
  const no = pause === undefined ? undefined : refused[pause.cause];
  const isProvenSince = provenAt !== undefined && (lastTest === undefined || provenAt > lastTest.at);
  const base = isProvenSince ? all('yes') : (lastTest?.report.ticks ?? all('unknown'));
  const at = isProvenSince ? provenAt : lastTest?.at;
  const isGood = lastTest?.report.code === 'ok';
  const isOver = isProvenSince
    ? !isGood
    : isGood && (no !== undefined || pause?.cause === 'quota' || pause?.cause === 'bug');
  return {
    ticks: no === undefined ? base : { ...base, [no]: 'no' },
    ...(at === undefined ? {} : { at }),
    ...(lastTest === undefined || isOver ? {} : { report: lastTest.report }),
  };
}
