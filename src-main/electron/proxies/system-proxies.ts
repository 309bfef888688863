import { execFile } from 'node:child_process';
import type { Session } from 'electron';
import { pacAddressIn, pacQuestionOf } from './pac-address';

/** What the resolver needs of the world; `ask` answers what a program of the system prints, undefined where it fails. */
interface Options {
  /** A session of its own, without pages: its proxies are those of the system until a PAC file is handed to it. */
  openSession(): Pick<Session, 'resolveProxy' | 'setProxy'>;
  platform: string;
  windowsFolder: string;
  ask?: (program: string, args: readonly string[]) => Promise<string | undefined>;
  /** Text of a PAC file; rejects where it cannot be had. */
  fetchText(url: string): Promise<string>;
  /** ms that only go up. */
  clock?: () => number;
}

export interface SystemProxies {
  /** The proxies of an address as the system has them, as a list of a PAC file. */
  resolve(url: string): Promise<string>;
  /** Another network: a PAC file is looked for and read again before the next answer. */
  forget(): void;
}

/** The seller may change the system's settings while the app runs. */
const looksAgainAfterMs = 60_000;

/**
 * Asks Chromium for the system's proxies. It cannot fetch a PAC file itself, since no name of the network exists for it
 * (own-addresses.ts); so its address is asked of the system and its text handed over. The file is run by Chromium, in a
 * process of its own without any rights. Settings are looked at again once a minute, while connections go on as before.
 */
export function createSystemProxies(options: Options): SystemProxies {
  const { platform, windowsFolder, ask = askProgram, fetchText, clock = () => performance.now() } = options;
  let session: ReturnType<Options['openSession']> | undefined;
  let ready: Promise<void> | undefined;
  /** Counts looks and networks: what belongs to an earlier number changes nothing any more. */
  let looks = 0;
  let lookedAt = 0;
  let script: { address: string; text: string } | undefined;

  const pacAddress = async (): Promise<string | undefined> => {
    const question = pacQuestionOf(platform, windowsFolder);
    const printed = question && (await ask(question.program, question.args));
    return printed === undefined ? undefined : pacAddressIn(platform, printed);
  };
  /** The text of the file, or the one read before where it cannot be had now. */
  const scriptOf = async (address: string, isLatest: () => boolean): Promise<string | undefined> => {
    try {
      const text = await fetchText(address);
      if (isLatest()) script = { address, text };
    } catch {
      // Looked for again in a minute; until then as it was, and directly where it was never read.
      if (isLatest() && script?.address !== address) script = undefined;
    }
    return script?.text;
  };
  /** Hands over what the system has now, unless a later look began meanwhile, or the network is another one. */
  const prepare = async (open: ReturnType<Options['openSession']>): Promise<void> => {
    looks += 1;
    const mine = looks;
    const isLatest = (): boolean => mine === looks;
    lookedAt = clock();
    const address = await pacAddress();
    if (!isLatest()) return;
    if (address === undefined) return open.setProxy({ mode: 'system' });
    const text = await scriptOf(address, isLatest);
    if (!isLatest()) return;
    if (text === undefined) return open.setProxy({ mode: 'direct' });
    const encoded = Buffer.from(text).toString('base64');
    return open.setProxy({
      mode: 'pac_script',
      pacScript: `data:application/x-ns-proxy-autoconfig;base64,${encoded}`,
    });
  };
  /** A look that fails leaves things as they were; the next one is a minute away. */
  const lookAgain = (open: ReturnType<Options['openSession']>): void => {
    const look = prepare(open);
    const mine = looks;
    const stands = (): void => {
      if (mine === looks) ready = look;
    };
    look.then(stands, () => undefined);
  };
  const begin = (open: ReturnType<Options['openSession']>): Promise<void> => {
    const look = prepare(open);
    look.catch(() => {
      if (ready === look) ready = undefined;
    });
    return look;
  };

  return {
    async resolve(url) {
      const open = (session ??= options.openSession());
      if (ready !== undefined && clock() - lookedAt >= looksAgainAfterMs) lookAgain(open);
      let waited: Promise<void> | undefined;
      // Another network meanwhile: what was waited for says nothing of it.
      while (waited === undefined || waited !== ready) {
        waited = ready ??= begin(open);
        await waited;
      }
      return open.resolveProxy(url);
    },
    forget() {
      looks += 1;
      ready = undefined;
    },
  };
}

const askWithinMs = 3_000;

function askProgram(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: askWithinMs, windowsHide: true }, (error, printed) =>
      resolve(error === null ? printed : undefined),
    );
  });
}
