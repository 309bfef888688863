/** An event of Electron that can be refused. */
interface Refusable {
  preventDefault(): void;
}

interface Options {
  /** process.platform */
  platform: string;
  /** There is a desk that could be left with something unsettled. */
  isRunning(): boolean;
  /** Brings the window to the front and asks, once, whether to leave. */
  ask(): void;
  /** Ends what is in flight and then the app, while the system waits. */
  endNow(): void;
}

/** Decides whether the app may go, by who wants it to. */
export interface Leaving {
  /** The seller agreed, or cannot be asked. */
  allow(): void;
  /** The window's close button: false keeps the window, and somebody has to ask. */
  mayClose(): boolean;
  beforeQuit(event: Refusable): void;
  /** The system shuts down, restarts or logs off (`query-session-end` on Windows, `shutdown` elsewhere). */
  systemEnds(event: Refusable): void;
}

/**
 * On macOS Cmd+Q, the app's menu and the Dock quit the app without closing its window first, so `before-quit` asks
 * like the window's button does. Elsewhere a quit comes from a program, a signal or the tray's own 프로그램 닫기, where
 * the seller cannot be asked or has just said so. A system that shuts down is never kept by a question:
 * what is in flight is ended within its grace, what is not becomes unknown, and the next start says what was left.
 */
export function createLeaving({ platform, isRunning, ask, endNow }: Options): Leaving {
  let allowed = false;
  let systemIsEnding = false;
  return {
    allow: () => {
      allowed = true;
    },
    mayClose: () => allowed || !isRunning(),
    beforeQuit(event) {
      if (platform === 'darwin' && !allowed && isRunning()) {
        event.preventDefault();
        ask();
        return;
      }
      allowed = true;
    },
    systemEnds(event) {
      allowed = true;
      if (!isRunning()) return;
      // The system waits as long as the app lives, for some seconds: enough for calls in flight.
      event.preventDefault();
      if (systemIsEnding) return;
      systemIsEnding = true;
      endNow();
    },
  };
}
