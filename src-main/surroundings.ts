import type { EventPayload } from '../src-preload/contract/events';
import type { EventName } from '../src-preload/contract/names';
import type { Logger } from './diagnostics/log-events';
import type { Environment } from './environment';
import type { Connect } from './network/connector';
import type { Keychain } from './secrets/keychain';
import type { ExitPlan, UpdateFinder } from './services/updates';

/** What only the shell around it can give; Electron gives it in main.ts, a test gives its own. */
export interface Surroundings {
  dataDir: string;
  environment: Environment;
  version: string;
  platform: string;
  /** false only when the system is sure that there is no network. */
  isSystemOnline(): boolean;
  /** The proxies the system has for an address, as a list of a PAC file; without it every connection is direct. */
  resolveProxy?: (url: string) => Promise<string>;
  /** PEM of the only authorities that are trusted, for tests with servers of their own. */
  certificates?: readonly string[];
  /** Another network: what was learnt of the system's proxies is to be learnt again. */
  forgetProxies?: () => void;
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  openOutside(page: 'commerce-api-center' | 'smartstore-center' | 'brightmall-center'): Promise<void>;
  /** Newer versions of the app; absent where it was not installed from a release. */
  updates?: {
    openFinder(connect: Connect): Promise<UpdateFinder>;
    /** This installation cannot take them by itself. */
    isByHand: boolean;
    /** The installer that the run before had started has changed nothing. */
    lastInstallFailed: boolean;
    planExit(plan: ExitPlan): void;
    leave(): void;
    openPage(): Promise<void>;
  };
  /** Shows a notice of the system, next to whatever the window shows; a click on it brings the window back. */
  notify(notice: EventPayload<'notice-missed'>): void;
  /** Shows outside of the window what the window is told of the stores. */
  showPresence?(status: EventPayload<'status-changed'>): void;
  /** Something is due or under way, or no longer is. */
  keepAwake(needed: boolean): void;
  /** Stands in for the system's keychain where there is none, or where a test must not touch the user's. */
  loadKeychain?: () => Promise<Keychain>;
  report(place: string, problem: unknown): void;
  /** The log file; `report` writes into it, too. */
  logger: Logger;
  /** A backup to go back to before anything else; what is there is kept. */
  restore?: string;
  /** The seller agreed that the file is migrated although no backup of it could be made. */
  withoutBackup?: boolean;
  /**
   * Started with --safe: the outbox stays stopped, so that nothing is sent, and the market is not read by itself either.
   * What is prepared is kept for a start without it.
   */
  safe?: boolean;
  /** For tests of a full disk: pages of 4 KB the database may have. */
  roomInPages?: () => number | undefined;
  /** For tests that count what is asked of the market: the order book is read on a call only. */
  bookRests?: boolean;
}
