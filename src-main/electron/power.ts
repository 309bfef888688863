import { net, powerMonitor, powerSaveBlocker } from 'electron';

/** Only a "no" of the system is believed; loopback is never gated on it. */
const onlineGlanceMs = 2000;

/**
 * Watches waking up and the system's word on the internet. Falling asleep needs nothing: what was in flight ends by its
 * own timeouts, and waking is a change of the line. Answers the function that ends it.
 */
export function watchPower(onChange: () => void): () => void {
  powerMonitor.on('resume', onChange);
  let online = net.isOnline();
  // Electron tells main no event for this; reading a flag costs nothing and touches no network.
  const timer = setInterval(() => {
    const now = net.isOnline();
    if (now === online) return;
    online = now;
    onChange();
  }, onlineGlanceMs);
  return () => {
    clearInterval(timer);
    powerMonitor.off('resume', onChange);
  };
}

/** The system shuts down (macOS, Linux); it waits for the app where the event is refused. */
export function watchShutdown(onEnd: (event: { preventDefault(): void }) => void): void {
  // Electron's types leave out the event that its documents name.
  powerMonitor.on('shutdown', (...given: unknown[]) => {
    const [event] = given;
    const preventDefault: unknown =
      typeof event === 'object' && event ? Reflect.get(event, 'preventDefault') : undefined;
    onEnd({
      preventDefault: () => {
        if (typeof preventDefault === 'function') Reflect.apply(preventDefault, event, []);
      },
    });
  });
}

/** True unless the system knows that there is no network. */
export function isSystemOnline(): boolean {
  return net.isOnline();
}

/** Keeps the computer awake while something is due. */
export function createWakeKeeper(): { keepAwake(needed: boolean): void } {
  let blocker: number | undefined;
  return {
    keepAwake(needed) {
      if (needed && blocker === undefined) blocker = powerSaveBlocker.start('prevent-app-suspension');
      if (!needed && blocker !== undefined) {
        powerSaveBlocker.stop(blocker);
        blocker = undefined;
      }
    },
  };
}
