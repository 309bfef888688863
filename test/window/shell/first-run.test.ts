import '../../support/window/match-media';
import { expect, it } from 'vitest';
import { jobStates } from '../../../src-preload/contract/job-states';
import { isUntouched } from '../../../src-renderer/shell/first-run';

const counts = { queued: 0, sending: 0, waiting: 0, unknown: 0, held: 0, rejected: 0, succeeded: 0, cancelled: 0 };
const [practice, real] = [{ practice: true }, { practice: false }];

it('offers the three ways in until there is a store of the seller, or one job of any state', () => {
  expect(isUntouched([], [])).toBe(true);
  expect(isUntouched([practice], [{ counts }])).toBe(true);
  expect(isUntouched([practice, real], [{ counts }, { counts }])).toBe(false);
  for (const state of jobStates)
    expect(isUntouched([practice], [{ counts: { ...counts, [state]: 1 } }]), state).toBe(false);
});
