import { app, nativeImage, Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import type { EventPayload } from '../../../src-preload/contract/events';
import { jobStateGroups } from '../../../src-preload/contract/job-states';
import type { EventName } from '../../../src-preload/contract/names';
import { presence as texts } from '../../../src-preload/contract/text/ko/presence';
import { drawTray } from './draw-tray';
import { encodePng } from './encode-png';
import { createNotices } from './notice';
import { createPresence } from './presence';
import { openTray } from './tray';

interface Options {
  window(): BrowserWindow | undefined;
  showWindow(): void;
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): boolean;
  pause(isPaused: boolean): Promise<void> | undefined;
  /** The tray's 프로그램 닫기. */
  quit(): void;
  report(place: string, problem: unknown): void;
}

/** All that shows of the app outside its page: notices, title, taskbar, tray. */
export function openPresence({ window, showWindow, send, pause, quit, report }: Options) {
  /** Kept, or it would be collected and vanish. */
  let tray: ReturnType<typeof openTray> | undefined;
  const here = (): BrowserWindow | undefined => {
    const found = window();
    return found === undefined || found.isDestroyed() ? undefined : found;
  };
  const showLog = (wanted: EventPayload<'log-asked'>): void => {
    showWindow();
    send('log-asked', wanted);
  };
  const notices = createNotices({
    system: { isSupported: () => Notification.isSupported(), make: (notice) => new Notification(notice) },
    onClick: showWindow,
    onMissed: (notice) => send('notice-missed', notice),
    report: (problem) => report('notice', problem),
  });
  const acts = {
    show: showWindow,
    showTasks: () => showLog({ states: [...jobStateGroups.tasks] }),
    pause: (isPaused: boolean) => void pause(isPaused)?.catch((problem: unknown) => report('tray', problem)),
    quit,
  };
  const show = createPresence({
    title: (words) => here()?.setTitle(words),
    // -1 takes the bar away.
    bar: (share, mode) => here()?.setProgressBar(share ?? -1, { mode }),
    badge(tasks) {
      app.setBadgeCount(tasks);
      if (process.platform === 'win32') here()?.setOverlayIcon(tasks > 0 ? overlay() : null, texts.tasks(tasks));
    },
    tray(presence) {
      tray ??= openTray(presence, acts);
      tray.show(presence);
    },
    isLookedAt: () => here()?.isFocused() ?? false,
    notice: ({ storeId, states, ...said }) => notices(said, () => showLog({ storeId, states: [...states] })),
  });
  return { notices, show };
}

/** Windows has no figures on its buttons: the box with the triangle says that something waits. */
function overlay(): Electron.NativeImage {
  return nativeImage.createFromBuffer(encodePng(16, drawTray(16, 'trouble', 'light')));
}
