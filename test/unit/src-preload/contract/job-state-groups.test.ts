import { describe, expect, it } from 'vitest';
import { listOf, live, settled, statesOf, unsettled } from '../../../../src-main/database/predicates';
import { countIn, isIn, jobStateGroups, jobStates, transitions } from '../../../../src-preload/contract/job-states';
import type { JobState } from '../../../../src-preload/contract/job-states';

const sorted = (states: readonly JobState[]): JobState[] => states.toSorted();

describe('the groups of states', () => {
  const { underWay, open, unsettled: unsettledStates, settled: settledStates, toSend, inFlight } = jobStateGroups;

  it('part every job into unsettled and settled', () => {
    expect(sorted([...unsettledStates, ...settledStates])).toEqual(sorted(jobStates));
  });

  it('part what is unsettled into open and in flight, and into under way and held', () => {
    expect(sorted([...open, ...inFlight])).toEqual(sorted(unsettledStates));
    expect(sorted([...underWay, 'held'])).toEqual(sorted(unsettledStates));
    expect(sorted([...toSend, ...inFlight])).toEqual(sorted(underWay));
    expect(sorted([...jobStateGroups.timed, 'sending'])).toEqual(sorted(underWay));
  });

  it('show the seller each state once', () => {
    expect(sorted([...jobStateGroups.tasks, ...underWay, ...jobStateGroups.ended])).toEqual(sorted(jobStates));
  });

  it('agree with the transitions: what is open can be edited, what is in flight cannot', () => {
    for (const state of open) expect(Object.keys(transitions[state])).toContain('edited');
    for (const state of inFlight) expect(Object.keys(transitions[state])).not.toContain('edited');
  });

  it('are asked and counted by name', () => {
    const counts = {
      queued: 1,
      sending: 2,
      waiting: 4,
      unknown: 8,
      held: 16,
      rejected: 32,
      succeeded: 64,
      cancelled: 128,
    };
    expect(countIn('underWay', counts)).toBe(15);
    expect(countIn('unsettled', counts)).toBe(31);
    expect(countIn('inFlight', counts)).toBe(10);
    expect(isIn('open', 'held')).toBe(true);
    expect(isIn('open', 'unknown')).toBe(false);
    expect(isIn('open', undefined)).toBe(false);
  });

  it('stand in SQL as the partial indexes of migration 40 write them', () => {
    expect(unsettled).toBe(
      `(state = 'queued' OR state = 'sending' OR state = 'waiting' OR state = 'unknown' OR state = 'held')`,
    );
    expect(settled).toBe(`(state = 'succeeded' OR state = 'rejected' OR state = 'cancelled')`);
    expect(live).toBe(`${statesOf('unsettled')} AND wait IS NOT 'in-flight'`);
    expect(listOf('toSend')).toBe(`('queued', 'waiting')`);
  });
});
