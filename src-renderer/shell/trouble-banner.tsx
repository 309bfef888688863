import { useState } from 'react';
import type { ReactNode } from 'react';
import { countIn } from '../../src-preload/contract/job-states';
import type { StartTrouble } from '../../src-preload/contract/start-troubles';
import { assertNever } from '../../src-preload/contract/result';
import { supportPages } from '../../src-preload/contract/market-facts';
import type { MarketName } from '../../src-preload/contract/market-facts';
import { marketRules } from '../../src-preload/contract/markets/rules';
import type { Pause, Store, StoreStatus } from '../../src-preload/contract/store';
import { openForm } from '../features/settings/settings-state';
import { callOrSay } from '../state/call-or-say';
import { shortTime, useNow } from '../ui/clock';
import { CopyButton } from '../ui/copy-button';
import { PageButton } from '../ui/page-button';
import { onePress } from '../ui/one-press';
import { StateShape } from '../ui/shapes';
import type { StateName } from '../ui/shapes';
import { text } from '../text';
import { ByFileButton } from '../review/send/by-file-button';
import { chosenStatus, chosenStore, goTo, useAppState } from '../state/app-state';
import { barredWords } from './barred-words';
import { WaitingList } from './waiting-list';
import { SignInButton } from './proxy-sign-in';
import { Reconnect } from './reconnect';

const words = text.shell.banner;

/** Why nothing goes out just now, since when, and what to do: one calm banner for the chosen store. */
export function TroubleBanner() {
  const store = useAppState(chosenStore);
  const status = useAppState(chosenStatus);
  const fault = useAppState((state) => state.fault);
  const isDataLocked = useAppState((state) => state.isDataLocked);
  const isSafe = useAppState((state) => state.isSafe);
  if (fault !== undefined) return <Stopped fault={fault} />;
  if (isDataLocked) return <DataLocked />;
  if (isSafe) return <SafeStart />;
  if (!store || !status) return null;
  if (status.connection === 'online') return null;
  if (status.connection === 'offline') return <Offline store={store} status={status} />;
  return status.pause ? <Paused store={store} status={status} pause={status.pause} /> : null;
}

type Tone = 'calm' | 'trouble' | 'offline' | 'bad';
const bandShapes: Record<Tone, StateName> = { calm: 'paused', trouble: 'look', offline: 'cut', bad: 'stop' };

function Banner({
  tone,
  title,
  when,
  children,
  actions,
}: {
  tone: Tone;
  title: string;
  when?: string | undefined;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <section className={`notice banner ${tone}`} aria-label={title}>
      <StateShape name={bandShapes[tone]} />
      <p className="grow">
        <strong>{title}</strong>
        {children} {when}
      </p>
      <div className="acts">{actions}</div>
    </section>
  );
}

/** Another program holds the database; there is nothing to do but wait. */
function DataLocked() {
  return (
    <Banner tone="calm" title={words.lockedTitle} actions={null}>
      {words.locked}
    </Banner>
  );
}

/** Started with --safe, to look first: everything waits, for all stores. */
function SafeStart() {
  const [leaving, setLeaving] = useState(false);
  /** The window is loaded again once it works. */
  async function leave(): Promise<void> {
    setLeaving(true);
    await callOrSay('app-restart', { sending: true });
    setLeaving(false);
  }
  return (
    <Banner
      tone="calm"
      title={words.safeTitle}
      actions={
        <button
          type="button"
          className="button small primary"
          data-testid="leave-safe"
          disabled={leaving}
          onClick={onePress(() => void leave())}
        >
          {leaving ? words.safeLeaving : words.safeLeave}
        </button>
      }
    >
      {words.safe}
    </Banner>
  );
}

/** Nothing can be written any more: nothing is sent, and nothing that was written is lost. */
function Stopped({ fault }: { fault: StartTrouble }) {
  const { troubles, stopped, again } = text.startTrouble;
  const { title, safe, advice } = troubles[fault];
  return (
    <Banner
      tone="bad"
      title={title}
      actions={
        <button
          type="button"
          className="button small"
          data-testid="start-again"
          onClick={() => void callOrSay('app-restart', {})}
        >
          {again}
        </button>
      }
    >
      {stopped} {safe} {advice}
    </Banner>
  );
}

function Offline({ store, status }: { store: Store; status: StoreStatus }) {
  const now = useNow(true);
  const market = text.settings.markets[store.market];
  const { counts } = status;
  const next = status.nextProbeAt;
  const when = [
    ...(status.offlineSince === undefined ? [] : [words.since(shortTime(status.offlineSince, now))]),
    ...(next === undefined || next < now ? [] : [words.nextProbe(next - now)]),
  ].join(' · ');
  const { title, body } =
    barredWords(status, store) ??
    {
      'no-line': {
        title: words.offlineTitle,
        body: words.offline(counts.queued + counts.waiting, counts.sending + counts.unknown, market),
      },
      'no-word': { title: words.silentTitle(market), body: words.silent(countIn('underWay', status.counts)) },
      'wrong-clock': { title: words.clockTitle, body: words.clock(countIn('underWay', status.counts)) },
    }[status.offlineCause ?? 'no-line'];
  return (
    <Banner
      tone="offline"
      title={title}
      when={when === '' ? undefined : `(${when})`}
      actions={
        <>
          <WaitingList />
          {/* The line is looked at every few seconds; a market without a word in pauses of up to five minutes. */}
          {status.offlineCause === 'no-line' && status.fault === undefined ? null : <Reconnect store={store} />}
          {status.fault?.is === 'proxy-sign-in' ? <SignInButton /> : null}
        </>
      }
    >
      {body}
    </Banner>
  );
}

interface PausedProps {
  store: Store;
  status: StoreStatus;
  pause: Pause;
}

function Paused({ store, status, pause }: PausedProps) {
  const now = useNow(pause.until !== undefined);
  const when = [
    words.since(shortTime(pause.since, now)),
    ...(pause.until === undefined ? [] : [words.until(shortTime(pause.until, now))]),
  ].join(' · ');
  const { title, body } = sentences(pause, countIn('underWay', status.counts), store.market);
  const calm = pause.cause === 'seller' || pause.cause === 'look-first' || pause.cause === 'quota';
  return (
    <Banner
      tone={calm ? 'calm' : 'trouble'}
      title={title}
      when={`(${when})`}
      actions={<PauseActions {...{ store, status, pause }} />}
    >
      {body}
      {pause.cause === 'ip' && pause.detail !== undefined ? ` ${words.seenAddress(pause.detail)}` : null}
    </Banner>
  );
}

function sentences(pause: Pause, jobs: number, market: MarketName): { title: string; body: string } {
  const { secretTitle, secret, permissionTitle, permission, quotaTitle, quota, ...own } = words.byMarket[market];
  switch (pause.cause) {
    case 'secret':
      // Nothing was asked of the market: there is nothing here to ask it with.
      if (pause.detail === 'no-test-address')
        return { title: words.noTestAddressTitle, body: words.noTestAddress(jobs) };
      if (pause.detail === 'no-secrets') return { title: own.noSecretsTitle, body: own.noSecrets(jobs) };
      return { title: secretTitle, body: secret(jobs) };
    case 'ip':
      return { title: words.ipTitle, body: words.ip(jobs) };
    case 'permission':
      return { title: permissionTitle, body: permission(jobs) };
    case 'quota':
      return { title: quotaTitle, body: quota(jobs) };
    case 'bug':
      return { title: words.bugTitle, body: words.bug(jobs) };
    case 'seller':
      return { title: words.sellerTitle, body: words.seller(jobs) };
    case 'look-first':
      return { title: words.lookFirstTitle, body: words.lookFirst(jobs) };
    default:
      return assertNever(pause.cause);
  }
}

/** What the seller can do about it, here and in the market's own centre. */
function PauseActions({ store, status, pause }: PausedProps) {
  const { cause, detail } = pause;
  const goOn = (label: string) => (
    <button
      type="button"
      className="button small primary"
      onClick={onePress(() => void callOrSay('stores-pause', { storeId: store.id, paused: false }))}
    >
      {label}
    </button>
  );
  const center = <PageButton small page={supportPages[store.market]} label={text.settings.openCenter[store.market]} />;
  if (cause === 'seller') return goOn(text.shell.goOn);
  if (cause === 'look-first') {
    return (
      <>
        {/* With nothing left to look at the store starts by itself. */}
        <WaitingList />
        {countIn('underWay', status.counts) > 0 ? goOn(words.goOnWith(countIn('underWay', status.counts))) : null}
      </>
    );
  }
  // Only another start of the program can bring the address back.
  if (detail === 'no-test-address') return <WaitingList />;
  const byFile = marketRules[store.market].bulkFile ? <ByFileButton storeId={store.id} /> : null;
  if (cause === 'quota' || cause === 'bug') {
    return (
      <>
        <WaitingList />
        {byFile}
        <Reconnect filled store={store} />
      </>
    );
  }
  return (
    <>
      {cause === 'ip' && detail !== undefined ? <CopyButton small value={detail} label={words.copyIp} /> : null}
      {center}
      {byFile}
      <Reconnect filled={cause !== 'secret'} store={store} />
      {cause === 'secret' ? (
        <button type="button" className="button small primary" onClick={() => changeSecretOf(store)}>
          {text.settings.byMarket[store.market].secret.change}
        </button>
      ) : null}
    </>
  );
}

/** With the form open: on the settings already, going there would look as if the button did nothing. */
function changeSecretOf(store: Store): void {
  openForm(store.id);
  goTo('settings');
}
