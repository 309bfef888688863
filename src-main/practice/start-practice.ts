import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { errorAnswer } from './answer';
import type { Answer } from './answer';
import { brightmallError } from './brightmall';
import { openControl } from './control';
import type { Control } from './control';
import { actByName } from './control-by-name';
import { openFaultBook } from './faults';
import { openGateway } from './gateway';
import { openLedger } from './ledger';
import { openMarketRoutes } from './market-routes';
import type { BrightmallCredentials } from './market-routes';
import { openMarketServer } from './market-server';
import { openRequestLog } from './request-log';
import { makeItems } from './sample-items';
import { sampleExtras, sampleOrders } from './sample-orders';
import { changeSwitches, readSwitches } from './switches';
import type { SwitchesPatch } from './switches';
import { openTokenIssuer } from './token-issuer';
import type { PracticeCredentials } from './token-issuer';

export interface PracticeOptions {
  /** Made when it is not there; a ledger of an earlier run goes on where it was. */
  ledgerFile: string;
  /** ms; drives buckets and, with the skew, the market's clock. Default: the machine's. */
  now?: () => number;
  /** For tokens and trace ids. Default: Math.random. */
  random?: () => number;
  options?: {
    /** 0 (default) takes a free port. */
    port?: number;
    switches?: SwitchesPatch;
    credentials?: PracticeCredentials;
    brightmall?: BrightmallCredentials;
    /** What a new ledger begins with. Default: the sample's orders. */
    seed?: 'sample' | 'empty';
    /** Further orders, made once in a ledger's life. */
    make?: { count: number; seed: number };
    /** Opens POST /__control/* for whoever sends this in `x-practice-control`; absent: no such path. */
    controlToken?: string;
  };
}

export interface Practice {
  /** `http://127.0.0.1:<port>`; NAVER's base is this + `/external`, BrightMall's this + `/vendor-api`. */
  url: string;
  credentials: PracticeCredentials;
  brightmall: BrightmallCredentials;
  /** Cuts what is open and closes the ledger. */
  stop(): Promise<void>;
  control: Control;
}

/**
 * No secrets: they open nothing but a loopback server of this machine, and being constants they need no file.
 * The secret has the form of the real ones (a bcrypt salt of cost 4).
 */
const practiceCredentials: PracticeCredentials = {
  clientId: 'practice0BalsongDesk00',
  clientSecret: '$2a$04$PracticePracticePractO',
};
const practiceVendor: BrightmallCredentials = { vendorId: '01PRACTICE0BALSONGDESK0000', apiKey: 'bm_practice_balsong' };

/** Starts the practice market on loopback; resolves when it answers. Rejects when the ledger file cannot be read. */
export async function startPractice(given: PracticeOptions): Promise<Practice> {
  const realNow = given.now ?? (() => Date.now());
  const random = given.random ?? Math.random;
  const options = given.options ?? {};
  let switches = readSwitches(options.switches);
  const marketNow = (): number => realNow() + switches.clockSkewMs;
  const credentials = options.credentials ?? practiceCredentials;
  const brightmall = options.brightmall ?? practiceVendor;

  const ledger = await openLedger(given.ledgerFile);
  const faults = openFaultBook();
  const log = openRequestLog();
  const issuer = openTokenIssuer(credentials, random);
  const gateway = openGateway(() => switches, issuer);
  const serve = openMarketRoutes({ ledger, switches: () => switches, issuer, gateway, brightmall });

  const server = openMarketServer({
    ledger,
    gateway,
    faults,
    log,
    serve,
    refuse: (located, moment, status, code, message) =>
      located.market === 'brightmall'
        ? brightmallError(switches, moment, status, code, message)
        : errorAnswer(moment, status, code, message),
    realNow,
    marketNow,
    newTraceId: () => traceId(random, realNow()),
    aside: (request, text) => answerControl(control, options.controlToken, request, text),
  });
  const control = openControl({
    ledger,
    faults,
    log,
    switches: {
      get: () => switches,
      change(patch) {
        switches = changeSwitches(switches, patch);
      },
    },
    marketNow,
    release: () => server.release(),
    revoke: (keepHandingOut) => issuer.revoke(keepHandingOut),
  });

  if ((options.seed ?? 'sample') === 'sample' && !ledger.hasSown('sample')) {
    ledger.together(() => {
      control.sow([...sampleOrders(), ...sampleExtras()]);
      ledger.apply({ items: makeItems(12, 65), sown: 'sample' });
    });
  }
  const { count, seed } = options.make ?? { count: 0, seed: 0 };
  if (count > 0 && !ledger.hasSown(`made-${seed}-${count}`)) {
    ledger.together(() => {
      control.makeOrders(count, seed);
      ledger.apply({ sown: `made-${seed}-${count}` });
    });
  }
  await ledger.flush();
  const port = await server.listen(options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    credentials,
    brightmall,
    control,
    async stop() {
      await server.close();
      ledger.close();
    },
  };
}

/** As the documents show one: host, ms and a number, joined by carets. */
function traceId(random: () => number, now: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const word = (length: number): string =>
    Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
  return `ar2-${word(10)}-${word(5)}^${now}^${Math.floor(random() * 1_000_000)}`;
}

async function answerControl(
  control: Control,
  token: string | undefined,
  request: IncomingMessage,
  text: string,
): Promise<Answer | undefined> {
  const name = /^\/__control\/([a-z-]+)$/.exec(request.url ?? '')?.[1];
  if (token === undefined || name === undefined || request.method !== 'POST') return undefined;
  if (request.headers['x-practice-control'] !== token) return undefined;
  try {
    const { known, value } = await actByName(control, name, text === '' ? {} : JSON.parse(text));
    return { status: known ? 200 : 404, headers: {}, body: { value: value ?? null } };
  } catch (problem) {
    // A wrong argument of the tester: said in words, the market goes on.
    if (problem instanceof z.ZodError || problem instanceof Error) {
      return { status: 400, headers: {}, body: { problem: problem.message } };
    }
    throw problem;
  }
}
