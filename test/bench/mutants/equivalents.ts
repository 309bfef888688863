/** A change that no test can notice, because the code does the same with it. */
export interface Equivalent {
  file: string;
  /** The code that is changed, as it stands there; of several lines the first. */
  code: string;
  /** What stands in its place; of several lines the first. */
  becomes: string;
  /** How many mutants this names, where the same code stands there more than once; 1 unless given. */
  times?: number;
  /** Why nothing is different. */
  because: string;
}

/** Not counted in the score. The bench fails when one of them is no longer there, or was noticed after all. */
export const equivalents: readonly Equivalent[] = [
  {
    file: 'src-main/outbox/health/circuit.ts',
    code: 'nextProbeAt <= circuit.nextProbeAt',
    becomes: 'nextProbeAt < circuit.nextProbeAt',
    because: 'of two equal times the same one is kept, in a copy',
  },
  {
    file: 'src-main/outbox/health/circuit.ts',
    code: "circuit.is === 'open'",
    becomes: 'true',
    because: 'a closed circuit was opened by nothing, which is no cause that is asked for next',
  },
  {
    file: 'src-main/outbox/health/health-log.ts',
    code: "'yes'",
    becomes: '""',
    because: 'any text tells it from nothing',
  },
  {
    file: 'src-main/outbox/health/health-log.ts',
    code: "'paced'",
    becomes: '""',
    because: 'as the key any text tells it from nothing',
  },
  {
    file: 'src-main/outbox/health/health-log.ts',
    code: "'look-first'",
    becomes: '""',
    because: 'as the name of what is remembered any text does that is no other name',
  },
  {
    file: 'src-main/outbox/health/may-call.ts',
    code: "{ may: 'call' }",
    becomes: '{}',
    because: 'of what the store as a whole allows only a no and a probe are looked at',
  },
  {
    file: 'src-main/outbox/health/may-call.ts',
    code: "'call'",
    becomes: '""',
    because: 'of what the store as a whole allows only a no and a probe are looked at',
  },
  {
    file: 'src-main/outbox/health/may-call.ts',
    code: "circuit.is === 'open'",
    becomes: 'true',
    times: 2,
    because: 'a closed circuit has neither a time to compare nor a cause',
  },
  {
    file: 'src-main/outbox/health/may-call.ts',
    code: "{ may: 'not-call', why: 'resting', until: health.tokenRestUntil }",
    becomes: '{}',
    because: 'a rest that the store as a whole is not refused for is refused for right after',
  },
  {
    file: 'src-main/outbox/health/may-call.ts',
    code: "'not-call'",
    becomes: '""',
    because: 'a rest that the store as a whole is not refused for is refused for right after',
  },
  {
    file: 'src-main/outbox/health/store-health.ts',
    code: 'each.since === undefined',
    becomes: 'false',
    because: 'without a beginning the time of the next try is 0 already',
  },
  {
    file: 'src-main/outbox/health/no-response.ts',
    code: 'before.since === undefined',
    becomes: 'true',
    because: 'a count with a beginning is three or more already',
  },
  {
    file: 'src-main/outbox/health/pauses.ts',
    code: 'pause.until !== undefined',
    becomes: 'true',
    because: 'no end minus a time is not a number, and so not more than anything',
  },
  {
    file: 'src-main/outbox/health/set-back-clock.ts',
    code: 'lookFirstSince !== undefined',
    becomes: 'true',
    because: 'nothing is not later than a time',
  },
  {
    file: 'src-main/outbox/health/store-health.ts',
    code: "'store-failed'",
    becomes: '""',
    because: 'a probe that failed is handed on to one function, which does not look at the name of the event',
  },
  {
    file: 'src-main/outbox/health/store-health.ts',
    code: "'token'",
    becomes: '""',
    because: 'a probe hands on no failure of which the kind of call matters',
  },
  {
    file: 'src-main/outbox/health/store-health.ts',
    code: 'false',
    becomes: 'true',
    because: 'a probe hands on no rate that was too high, the only failure for which a rate limiter may wait',
  },
  {
    file: 'src-preload/contract/job-rules.ts',
    code: 'code !== undefined',
    becomes: 'true',
    because: 'no list of codes has an undefined one',
  },
  {
    file: 'src-preload/contract/job-rules.ts',
    code: 'holdReason !== undefined',
    becomes: 'true',
    because: 'no list of reasons has an undefined one',
  },
  {
    file: 'src-preload/contract/job-rules.ts',
    code: 'job.code !== undefined',
    becomes: 'true',
    because: 'what is no code is listed nowhere, and a retry is its click, not a confirm',
  },
  {
    file: 'src-preload/contract/job-rules.ts',
    code: "''",
    becomes: '"Stryker was here!"',
    because: 'neither is a code that anyone listed',
  },
];
