import { startTroubles } from '../src-preload/contract/start-troubles';
import type { StoreId } from '../src-preload/contract/ids';
import type { JobState } from '../src-preload/contract/job-states';
import type { KeychainState } from '../src-preload/contract/keychain-states';
import { oneOf } from '../src-preload/contract/one-of';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Suspense, useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { call, listen } from './state/ipc-client';
import { jobsChanged } from './features/log/log-state';
import { jobsChangedForOrders, ordersChanged } from './features/orders/find/orders-state';
import { DropEverywhere } from './review/files/drop-everywhere';
import { restoreImports } from './review/state/restore-imports';
import { FileOnDisk } from './review/state/file-on-disk';
import { jobsChangedForRuns } from './review/state/runs-state';
import { SheetInput } from './review/files/sheet-input';
import { takeEarlyFiles, takeFiles } from './review/files/take-files';
import { useFilesInReview } from './review/state/reviews-state';
import { afterNextFrame } from './ui/after-frame';
import { Announcer, UndoLine } from './ui/announcer';
import { announce } from './state/announcements';
import { loadScreens, screens } from './screens';
import { keepReaderReady } from './sheets/reader';
import { openLogOn } from './state/open-log';
import { followBookCounts } from './state/book-counts';
import { followAppearance } from './state/appearance';
import { followUpdates } from './state/updates';
import {
  chooseStore,
  chosenStore,
  appStarted,
  dataLocked,
  places,
  statusChanged,
  useAppState,
} from './state/app-state';
import type { Place } from './state/app-state';
import { Bands } from './shell/bands';
import { FirstRun, useFirstRun } from './shell/first-run';
import { keepNote, MissedNotes } from './shell/missed-notes';
import { Navigation } from './shell/navigation';
import { Palette } from './shell/palette';
import { ProxySignIn } from './shell/proxy-sign-in';
import { ShortcutList } from './shell/shortcut-list';
import { useShortcutKeys } from './shell/shortcut-keys';
import { StartTrouble } from './shell/start-trouble';
import { CheckReminder } from './shell/check-reminder';
import { ScreenGuard } from './shell/screen-guard';
import { TroubleBanner } from './shell/trouble-banner';
import { UpdateLine } from './shell/update-line';
import { text } from './text';

/** The grids scroll by themselves; the other screens as a whole. */
const fixedScreens: readonly Place[] = ['send', 'log', 'orders', 'stock', 'settings'];

/** The shell: bands, navigation, what is always visible, and the six places. */
export function App() {
  const phase = useAppState((state) => state.phase);
  useEffect(startApp, []);
  const { trouble, detail } = useAppState(useShallow((state) => ({ trouble: state.trouble, detail: state.detail })));
  if (phase === 'failed') {
    return (
      <CSPProvider disableStyleElements>
        <StartTrouble trouble={trouble} detail={detail} />
      </CSPProvider>
    );
  }
  return (
    <CSPProvider disableStyleElements>
      <Shell ready={phase === 'ready'} />
      <Announcer />
    </CSPProvider>
  );
}

function Shell({ ready }: { ready: boolean }) {
  const place = useAppState((state) => state.place);
  const practice = useAppState((state) => chosenStore(state)?.practice ?? false);
  const files = useFilesInReview();
  useShortcutKeys();
  return (
    <div className={practice ? 'shell practice' : 'shell'}>
      <Bands />
      <Navigation filesInReview={files} />
      <div className="stage">
        <div className="banner-place">
          <TroubleBanner />
          <CheckReminder />
          <MissedNotes />
          <UpdateLine />
          <UndoLine />
        </div>
        {(ready ? places : earlyPlaces).map((each) => (
          <ScreenPlace key={each} place={each} current={place === each} />
        ))}
        {ready || earlyPlaces.includes(place) ? null : <Loading />}
      </div>
      <SheetInput />
      <DropEverywhere />
      <ShortcutList />
      <Palette />
      <ProxySignIn />
    </div>
  );
}

/** What is drawn before the stores are known: a file can be handed in at once. */
const earlyPlaces: readonly Place[] = ['send'];

/** A screen was asked for before it can be drawn: the press counts, and the screen follows. */
function Loading() {
  return <p className="loading">{text.shell.starting}</p>;
}

/** 발송 stays mounted, so that a review keeps its place while the seller looks elsewhere. */
function ScreenPlace({ place, current }: { place: Place; current: boolean }) {
  const isFirstRun = useFirstRun() && place === 'send';
  if (!current && place !== 'send') return null;
  const Screen = screens[place];
  return (
    <main className={fixedScreens.includes(place) ? 'screen fixed' : 'screen'} hidden={!current} data-screen={place}>
      {isFirstRun ? <FirstRun /> : null}
      <div className="screen-content" inert={isFirstRun}>
        <ScreenGuard>
          <Suspense fallback={<Loading />}>
            <Screen />
          </Suspense>
        </ScreenGuard>
      </div>
    </main>
  );
}

const lostKeyNoted = 'lost-key';

/** Once for each loss: names that cannot be read stay as they are, and nothing has to be decided. */
function noteLostKey(keychain: KeychainState): void {
  if (keychain === 'works') localStorage.removeItem(lostKeyNoted);
  if (keychain !== 'lost' || localStorage.getItem(lostKeyNoted) !== null) return;
  keepNote(text.shell.keychain.lost);
  localStorage.setItem(lostKeyNoted, 'yes');
}

async function askForStart(): Promise<void> {
  const answer = await call('app-start', {});
  if (!answer.ok) {
    const { code, detail } = answer.failure;
    useAppState.setState({ phase: 'failed', trouble: oneOf(startTroubles, code) ?? 'failed', detail });
    return;
  }
  appStarted(answer.value);
  const { endedRestore, leftBehind, keychain } = answer.value;
  noteLostKey(keychain);
  if (endedRestore) announce(text.startTrouble.backups.ended[endedRestore]);
  if (leftBehind) {
    const { title, body } = text.shell.leftBehind;
    keepNote({ title, body: body(leftBehind.underWay, leftBehind.unknown, leftBehind.held) });
  }
  markWhenDrawn('app-started');
  await restoreImports();
  takeEarlyFiles();
  await loadScreens();
  keepReaderReady();
}

/** Two frames on, what was just set is on the screen: the start bench reads these marks. */
function markWhenDrawn(name: 'desk-usable' | 'app-started'): void {
  afterNextFrame(() => afterNextFrame(() => performance.mark(name)));
}

/** A notice or the tray led here: to the store it was about, and to those jobs of it. */
async function showAskedLog(storeId: StoreId | undefined, states: readonly JobState[]): Promise<void> {
  if (storeId !== undefined) await chooseStore(storeId);
  openLogOn(states);
}

/** Listens first, then asks: nothing that changes in between is missed. */
function startApp(): () => void {
  const stops = [
    listen('status-changed', statusChanged),
    listen('jobs-changed', jobsChanged),
    listen('jobs-changed', jobsChangedForOrders),
    listen('jobs-changed', jobsChangedForRuns),
    listen('orders-changed', ordersChanged),
    followAppearance(),
    followUpdates(),
    followBookCounts(),
    listen('notice-missed', keepNote),
    listen('data-locked', dataLocked),
    listen('log-asked', ({ storeId, states }) => void showAskedLog(storeId, states)),
    listen('files-handed-in', ({ files }) => {
      takeFiles(files.map(({ name, bytes, id }) => new FileOnDisk(new File([Uint8Array.from(bytes)], name), id)));
    }),
  ];
  // The send screen is drawn by now, and its input takes a file.
  markWhenDrawn('desk-usable');
  void askForStart();
  return () => {
    for (const stop of stops) stop();
  };
}
