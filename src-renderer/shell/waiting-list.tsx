import { jobStateGroups } from '../../src-preload/contract/job-states';
import { openLogOn } from '../state/open-log';
import { text } from '../text';

/** Leads to what waits while the store rests. */
export function WaitingList() {
  return (
    <button type="button" className="button small" onClick={() => openLogOn(jobStateGroups.underWay)}>
      {text.shell.banner.showWaiting}
    </button>
  );
}
