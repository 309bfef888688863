import { execFile } from 'node:child_process';
import type { Session } from 'electron';
import { pacAddressIn, pacQuestionOf } from './pac-address';

/** What the resolver needs of the world; `ask` answers what a program of the system prints, undefined where it fails. */
interface Options {
  /** A session of its own, without pages: its proxies are those of the system until a PAC file is handed to it. */
  openSession(): Pick<Session, 'resolveProxy' | 'setProxy'>;
  platform: string;
  ask?: (program: string, args: readonly string[]) => Promise<string | undefined>;
  /** Text of a PAC file; rejects where it cannot be had. */
  fetchText(url: string): Promise<string>;
}

export interface SystemProxies {
  /** The proxies of an address as the system has them, as a list of a PAC file. */
  resolve(url: string): Promise<string>;
  /** Another network: a PAC file is looked for and read again before the next answer. */
  forget(): void;
}

/**
 * Asks Chromium for the system's proxies. It cannot fetch a PAC file itself, since no name of the network exists for it
 * (own-addresses.ts); so its address is asked of the system and its text handed over. The file is run by Chromium, in a
 * process of its own without any rights.
 */
export function createSystemProxies({ openSession, platform, ask = askProgram, fetchText }: Options): SystemProxies {
  let opened: ReturnType<Options['openSession']> | undefined;
  let prepared: Promise<ReturnType<Options['openSession']>> | undefined;

  const prepare = async (): Promise<ReturnType<Options['openSession']>> => {
    const session = (opened ??= openSession());
    const question = pacQuestionOf(platform);
    const said = question === undefined ? undefined : await ask(question.program, question.args);
    const address = said === undefined ? undefined : pacAddressIn(platform, said);
    if (address === undefined) await session.setProxy({ mode: 'system' });
    else await session.setProxy({ mode: 'pac_script', pacScript: await scriptOf(address) });
    return session;
  };
  const scriptOf = async (address: string): Promise<string> => {
    const text = await fetchText(address);
    return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(text).toString('base64')}`;
  };

  return {
    async resolve(url) {
      prepared ??= prepare();
      try {
        return await (await prepared).resolveProxy(url);
      } catch {
        // The file cannot be had now; the next connection looks for it again, and this one is tried directly.
        prepared = undefined;
        return 'DIRECT';
      }
    },
    forget() {
      prepared = undefined;
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
