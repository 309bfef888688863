import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { createOutbox } from '../../../src-main/outbox/create-outbox';
import { marketSchema } from '../../../src-preload/contract/store';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import type { Market } from '../../../src-main/markets/market';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import { monday, openTestDatabase } from '../../support/outbox/test-database';
import { createVirtualTime } from '../../support/outbox/virtual-time';
import { createToyMarket } from '../../support/toy-market/market';
import type { Shelf } from '../../support/toy-market/market';

// The name of the toy, as a word in contract/market-facts.ts would add it.
vi.mock('../../../src-preload/contract/market-facts', async (original) => {
  const actual = z.looseObject({ markets: z.array(z.string()) }).parse(await original());
  return { ...actual, markets: [...actual.markets, 'toy'] };
});

describe('a third market', () => {
  it('is a folder and a line that registers it: outbox, database and log take it as it is', async () => {
    const time = createVirtualTime(monday);
    const desk = await openTestDatabase({ now: time.now });
    const calls: number[] = [];
    const shelf: Shelf = new Map(
      Array.from({ length: 12 }, (_, n) => [`T${n + 1}`, { confirmed: false, ...(n === 3 ? { says: 'TOY.NO' } : {}) }]),
    );
    const name = marketSchema.parse('toy');
    // The line that registers it.
    const registered = new Map<MarketName, Market>([[name, createToyMarket({ name, shelf, now: time.now, calls })]]);

    const storeId = storeIdSchema.parse(randomUUID());
    await desk.database.stores.add({
      id: storeId,
      market: name,
      label: '장난감상점',
      practice: false,
      testAddress: undefined,
      accountId: 'toy-account',
      secretSavedAt: monday,
      confirmFirst: 'ask',
      createdAt: monday,
    });
    const marketOf = (wanted: MarketName): Market => {
      const market = registered.get(wanted);
      if (market === undefined) throw new Error(`${wanted} is not registered`);
      return market;
    };
    const life = {};
    const outbox = createOutbox({
      database: desk.database,
      now: time.now,
      random: () => 0.5,
      newId: randomUUID,
      timers: time.timersOf(life),
      openSession: async () =>
        marketOf(name).open({ secrets: { market: 'brightmall', vendorId: 'toy', apiKey: 'bm_toy' } }),
      market: marketOf,
      isSystemOnline: () => true,
      onChange: () => undefined,
      onFault: (error) => {
        throw error;
      },
    });
    onTestFinished(async () => {
      time.dropAll(life);
      await desk.dispose();
    });
    await outbox.start();
    const jobs = [...shelf.keys()].map((target) => ({ target, values: { kind: 'confirm' as const, confirm: {} } }));
    await outbox.add({ storeId, undoMs: 0, jobs });
    await time.advance(120_000);

    const { jobs: log } = await desk.database.log.page({ storeId }, 0, 50);
    const refused = log.find(({ target }) => target === 'T4');
    expect(refused).toMatchObject({ state: 'rejected', code: 'TOY.NO', message: 'not today' });
    expect(log.filter(({ state }) => state === 'succeeded')).toHaveLength(11);
    expect([...shelf.values()].filter(({ confirmed }) => confirmed)).toHaveLength(11);
    // Never more than its limit a call; the first call was lost and asked again, smaller.
    expect(Math.max(...calls)).toBe(5);
    expect(calls.reduce((sum, size) => sum + size, 0)).toBe(17);
    const row = await desk.database.jobs.byId(refused?.id ?? log[0]?.id ?? failed());
    const attempts = await desk.database.attempts.of(row?.seq ?? 0);
    expect(attempts.at(-1)?.traceId).toMatch(/^toy-/u);
    expect((await outbox.status(storeId)).counts).toMatchObject({ succeeded: 11, rejected: 1, queued: 0 });
  });

  it('is asked for by what it can do: no rule outside the markets asks for one by its name', () => {
    const root = join(import.meta.dirname, '../../..');
    const outside = ['src-main', 'src-preload', 'src-renderer'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        // The practice server plays the two markets themselves.
        .filter((file) => /\.tsx?$/u.test(file) && !/\/markets\/|^src-main\/practice\//u.test(file)),
    );
    expect(outside.length).toBeGreaterThan(100);
    const byName = /[!=]==\s*'(?:naver|brightmall)'|'(?:naver|brightmall)'\s*[!=]==/u;
    expect(outside.filter((file) => byName.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('makes the compiler name every place that has to say something of it, as the recipe lists them', () => {
    const recipes = readFileSync(join(import.meta.dirname, '../../../.github/CONTRIBUTING.md'), 'utf8');
    const table = recipes.slice(recipes.indexOf('### Add a market'), recipes.indexOf('### Add a screen'));
    const places = placesTheCompilerNames();
    expect(places).toContain('src-main/market-sessions.ts');
    expect(places.length).toBeGreaterThan(8);
    // The texts share a row: they are named from their folder on.
    const named = places.map((place) => place.replace('src-preload/contract/text/ko/', 'ko/'));
    expect(named.filter((place) => !table.includes(`\`${place}\``))).toEqual([]);
  });
});

function failed(): never {
  throw new Error('the log is empty');
}

/** Something is missing from a table, does not satisfy one, or is not handed on (a union with a member nobody handles). */
const incomplete: readonly number[] = [2741, 1360, 2345];

/** Adds a market to the contract's list, in memory only, and asks the compiler what is incomplete now. */
function placesTheCompilerNames(): string[] {
  const root = join(import.meta.dirname, '../../..');
  const config: unknown = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const include = ['src-main', 'src-preload', 'src-renderer'];
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...Object(config), include }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, language, ...rest) => {
    const add = additions[file.slice(root.length + 1)];
    return add ? ts.createSourceFile(file, add(ts.sys.readFile(file) ?? ''), language) : read(file, language, ...rest);
  };
  const found = ts
    .createProgram(fileNames, options, host)
    .getSemanticDiagnostics()
    .filter(({ code }) => incomplete.includes(code))
    .map(({ file }) => file?.fileName.slice(root.length + 1) ?? '');
  return [...new Set(found)].toSorted();
}

/** What adding a market changes first: its name, and its credentials. */
const additions: Readonly<Record<string, (source: string) => string>> = {
  'src-preload/contract/market-facts.ts': (source) =>
    changed(source, /export const markets = \[(.*)\] as const/u, "export const markets = [$1, 'toy'] as const"),
  'src-preload/contract/store.ts': (source) =>
    changed(
      source,
      /discriminatedUnion\('market', \[secretFields\.naver,/u,
      "discriminatedUnion('market', [z.strictObject({ market: z.literal('toy') }), secretFields.naver,",
    ),
};

function changed(source: string, wanted: RegExp, written: string): string {
  expect(source).toMatch(wanted);
  return source.replace(wanted, written);
}
