import { resolve } from 'node:path';
import type { MarketName } from '../src-preload/contract/market-facts';
import { isThisComputer } from '../src-preload/contract/this-computer';

/** `packaged`: a test address is for those who build the app. `unsafe`: it would switch the check of certificates off. */
type IgnoredBecause = 'not-a-url' | 'not-http' | 'not-loopback' | 'has-credentials' | 'packaged' | 'unsafe';

export interface Environment {
  /** BALSONG_NAVER_URL, when it names a loopback host. */
  naverUrl?: string;
  /** BALSONG_BRIGHTMALL_URL, when it names a loopback host. */
  brightmallUrl?: string;
  /** BALSONG_UPDATE_URL, when it names a loopback host: where a newer version is looked for. */
  updateUrl?: string;
  /** The AppImage this runs from, on Linux. */
  appImage?: string;
  /** BALSONG_DATA_DIR, absolute. */
  dataDir?: string;
  /** Where Windows is; of no use elsewhere. */
  windowsFolder?: string;
  /** What was set and not used, for the start-up log. */
  ignored: { name: string; reason: IgnoredBecause }[];
}

/**
 * The one reader of the environment. An address counts only when it names a loopback host, and never in a packaged app:
 * whoever can set a variable must not be able to send a store's orders and secrets elsewhere.
 */
export function readEnvironment(
  { isPackaged }: { isPackaged: boolean },
  record: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const environment: Environment = { ignored: [] };
  const windowsFolder = record['SystemRoot'];
  if (windowsFolder !== undefined) environment.windowsFolder = windowsFolder;
  if (record[unsafeName] === '0') environment.ignored.push({ name: unsafeName, reason: 'unsafe' });
  const address = (name: string): string | undefined =>
    readAddress(name, record[name], isPackaged, environment.ignored);
  const naver = address('BALSONG_NAVER_URL');
  if (naver !== undefined) environment.naverUrl = naver;
  const brightmall = address('BALSONG_BRIGHTMALL_URL');
  if (brightmall !== undefined) environment.brightmallUrl = brightmall;
  const updateUrl = address('BALSONG_UPDATE_URL');
  if (updateUrl !== undefined) environment.updateUrl = updateUrl;
  const appImage = record['APPIMAGE'];
  if (appImage !== undefined) environment.appImage = appImage;
  const dataDir = record['BALSONG_DATA_DIR'];
  if (dataDir !== undefined && dataDir !== '') environment.dataDir = resolve(dataDir);
  return environment;
}

/** Given on the command line, on every system: the app opens without sending anything. */
const safeSwitch = '--safe';

/**
 * Whether the app was started to be looked at only.
 * @param argv the program itself first; a second start changes nothing, it hands its files to the app that runs
 */
export function isSafeStart(argv: readonly string[]): boolean {
  return argv.slice(1).includes(safeSwitch);
}

/** What node reads to accept any certificate; the client of the markets checks them all the same (network/sockets.ts). */
const unsafeName = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Where a market is looked for in its place; undefined: at its own address. */
export function testAddressIn({ naverUrl, brightmallUrl }: Environment, market: MarketName): string | undefined {
  return { naver: naverUrl, brightmall: brightmallUrl }[market];
}

/** True when a market's address was replaced: stores that are saved now are stores of that address, and the window wears the band "시험 주소". */
export function hasTestAddress(environment: Environment): boolean {
  return environment.naverUrl !== undefined || environment.brightmallUrl !== undefined;
}

function readAddress(
  name: string,
  set: string | undefined,
  isPackaged: boolean,
  ignored: Environment['ignored'],
): string | undefined {
  const given = set?.trim();
  if (given === undefined || given === '') return undefined;
  const refuse = (reason: Environment['ignored'][number]['reason']): undefined => {
    ignored.push({ name, reason });
    return undefined;
  };
  if (isPackaged) return refuse('packaged');
  if (!URL.canParse(given)) return refuse('not-a-url');
  const url = new URL(given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('not-http');
  if (url.username !== '' || url.password !== '') return refuse('has-credentials');
  if (!isThisComputer(url.hostname)) return refuse('not-loopback');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
