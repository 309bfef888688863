interface Notice {
  title: string;
  body: string;
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
  /** A click on a notice. */
  onClick(): void;
  /** The system has no notices or refused this one: it has to be seen elsewhere. */
  onMissed(notice: Notice): void;
  report(problem: unknown): void;
}

/** Shows notices of the system, next to whatever the window shows. */
export function createNotices({ system, onClick, onMissed, report }: Options): (notice: Notice) => void {
  return (notice) => {
    if (!system.isSupported()) return onMissed(notice);
    const shown = system.make(notice);
    shown.on('click', onClick);
    // Unsigned on macOS, switched off by the seller, or no shortcut in the start menu of Windows.
    shown.on('failed', (_event, problem) => {
      report(problem);
      onMissed(notice);
    });
    shown.show();
  };
}
