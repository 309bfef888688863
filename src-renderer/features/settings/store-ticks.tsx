import { tickNames } from '../../../src-preload/contract/market-facts';
import type { Store, TestReport } from '../../../src-preload/contract/store';
import { text } from '../../text';
import { shortDay, shortTime, useSlowNow } from '../../ui/clock';
import { CopyButton } from '../../ui/copy-button';
import { StateShape } from '../../ui/shapes';
import type { StateName } from '../../ui/shapes';
import type { Shown } from './shown-ticks';

const words = text.settings;
type Tick = (typeof tickNames)[number];

const shapes: Record<TestReport['ticks'][Tick], StateName> = { yes: 'done', no: 'look', unknown: 'yet' };

/** What a store's connection rests on, a row each: whether it holds, what it means, and when it was found out. */
export function StoreTicks({ store, shown }: { store: Store; shown: Shown }) {
  const now = useSlowNow();
  const { ticks, at, report } = shown;
  const names: Partial<Record<Tick, string>> = words.byMarket[store.market].ticks;
  const failed = tickNames.find((name) => ticks[name] === 'no' && names[name] !== undefined);
  return (
    <ul className="ticks">
      {tickNames.map((name) => {
        const title = names[name];
        if (title === undefined) return null;
        const state = ticks[name];
        return (
          <li key={name} data-tick={name} data-tick-state={state}>
            <StateShape name={shapes[state]} />
            <span className="tick-name">
              {title}
              <span className="hidden-words"> {words.tickStates[state]}</span>
            </span>
            <span className="tick-says">
              {state === 'unknown' ? unknownWords(failed && names[failed]) : knownWords(store, name, state, report)}
              {name === 'ip' && report?.address !== undefined ? (
                <CopyButton small value={report.address} label={words.copyIp} />
              ) : null}
            </span>
            <span className="tick-time">{state === 'unknown' || at === undefined ? '' : shortTime(at, now)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function unknownWords(failed: string | undefined): string {
  return failed === undefined ? words.tickUntested : words.tickAfter(failed);
}

function knownWords(store: Store, name: Tick, state: 'yes' | 'no', report: TestReport | undefined): string {
  const said = words.byMarket[store.market].tickWords[name][state];
  if (name === 'clock' && report?.skewMs !== undefined) {
    return state === 'yes' ? words.clockApart(report.skewMs) : `${words.clockApart(report.skewMs)}. ${said}`;
  }
  if (name === 'ip' && state === 'no' && report?.address !== undefined) return words.ipMissing(report.address);
  if (name === 'secret' && state === 'yes' && store.secretSavedAt !== undefined && !store.practice) {
    return words.byMarket[store.market].secret.saved(shortAccount(store.accountId), shortDay(store.secretSavedAt));
  }
  return said;
}

/** The first letters tell one application from another; the whole of it is at the market's own page. */
const accountLetters = 8;

function shortAccount(account: string): string {
  return account.length <= accountLetters + 2 ? account : `${account.slice(0, accountLetters)}…`;
}
