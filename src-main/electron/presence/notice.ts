interface Notice {
  title: string;
  body: string;
}

/** One of a topic replaces the one before where the window keeps them. */
interface GivenNotice extends Notice {
  topic?: string | undefined;
}

/** A notice that is being shown. */
interface ShownNotice {
  on(event: 'click', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, problem: string) => void): unknown;
  show(): void;
}

/** What shows notices: Electron's own, or that of a test. */
interface NoticeSystem {
  isSupported(): boolean;
  make(notice: Notice): ShownNotice;
}

interface Options {
  system: NoticeSystem;
  /** A click on a notice that leads nowhere else. */
  onClick(): void;
  /** The system has no notices or refused this one: it has to be seen elsewhere. */
  onMissed(notice: GivenNotice): void;
  report(problem: unknown): void;
}

/**
 * Shows notices of the system, next to whatever the window shows. `leadsTo`: where a click leads, for one that says what
 * the window shows anyway; such a one is not kept when it is missed.
 */
export function createNotices({ system, onClick, onMissed, report }: Options) {
  return ({ title, body, topic }: GivenNotice, leadsTo?: () => void): void => {
    const notice = { title, body };
    const kept = topic === undefined ? notice : { ...notice, topic };
    const missed = (): void => (leadsTo === undefined ? onMissed(kept) : undefined);
    if (!system.isSupported()) return missed();
    const shown = system.make(notice);
    shown.on('click', leadsTo ?? onClick);
    // Unsigned on macOS, switched off by the seller, or no shortcut in the start menu of Windows.
    shown.on('failed', (_event, problem) => {
      report(problem);
      missed();
    });
    shown.show();
  };
}
