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
import { createImports } from '../../../src-main/services/imports';
import { createSending } from '../../../src-main/services/sending';
import { createSettings } from '../../../src-main/services/settings';
import { fixesOf } from '../../../src-preload/contract/check/fixes';
import { checkLine } from '../../../src-preload/contract/check/review';
import { clickOf } from '../../../src-preload/contract/codes';
import type { DispatchValues } from '../../../src-preload/contract/job';
import type { Line } from '../../../src-preload/contract/line';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import { codeWords } from '../../../src-preload/contract/text/codes.ko';
import { remarkText } from '../../../src-preload/contract/text/remarks.ko';
import { createToyMarket } from '../../support/toy-market/market';
import type { Shelf } from '../../support/toy-market/market';

// The lines that register the toy: its name, its rules and its words.
vi.mock('../../../src-preload/contract/market-facts', async (original) => {
  const actual = z
    .looseObject({ markets: z.array(z.string()), marketOperations: z.looseObject({}) })
    .parse(await original());
  return {
    ...actual,
    markets: [...actual.markets, 'toy'],
    marketOperations: { ...actual.marketOperations, toy: ['dispatch'] },
  };
});
vi.mock('../../../src-preload/contract/markets/rules', async (original) => {
  const actual = z.object({ marketRules: z.looseObject({}) }).parse(await original());
  const { toyRules } = await import('../../support/toy-market/rules');
  return { marketRules: { ...actual.marketRules, toy: toyRules } };
});
vi.mock('../../../src-preload/contract/text/market-words.ko', async (original) => {
  const actual = z.object({ marketWords: z.looseObject({}) }).parse(await original());
  const { toyWords } = await import('../../support/toy-market/words');
  return { marketWords: { ...actual.marketWords, toy: toyWords } };
});

/** A store of the toy market in an outbox and a database of its own. */
async function openToy(shelf: Shelf) {
  const time = createVirtualTime(monday);
  const desk = await openTestDatabase({ now: time.now });
  const calls: number[] = [];
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
  const { database } = desk;
  return { outbox, database, storeId, time, calls, name };
}

const parcel = { deliveryMethod: 'QUICK_SVC', deliveryCompanyCode: 'OWL', trackingNumber: 'O-123456' } as const;

describe('a third market', () => {
  it('is a folder and a line that registers it: outbox, database and log take it as it is', async () => {
    const shelf: Shelf = new Map(
      Array.from({ length: 12 }, (_, n) => [`T${n + 1}`, { taken: false, ...(n === 3 ? { says: 'TOY.NO' } : {}) }]),
    );
    const { outbox, database, storeId, time, calls } = await openToy(shelf);
    const jobs = [...shelf.keys()].map((target) => ({
      target,
      values: { kind: 'dispatch' as const, dispatch: parcel },
    }));
    await outbox.add({ storeId, undoMs: 0, jobs });
    await time.advance(120_000);

    const { jobs: log } = await database.log.page({ storeId }, 0, 50);
    const refused = log.find(({ target }) => target === 'T4');
    expect(refused).toMatchObject({ state: 'rejected', code: 'TOY.NO', message: 'not today' });
    expect(log.filter(({ state }) => state === 'succeeded')).toHaveLength(11);
    expect([...shelf.values()].filter(({ taken }) => taken)).toHaveLength(11);
    // Never more than its limit a call; the first call was lost and asked again, smaller.
    expect(Math.max(...calls)).toBe(5);
    expect(calls.reduce((sum, size) => sum + size, 0)).toBe(17);
    const row = await database.jobs.byId(refused?.id ?? log[0]?.id ?? failed());
    const attempts = await database.attempts.of(row?.seq ?? 0);
    expect(attempts.at(-1)?.traceId).toMatch(/^toy-/u);
    expect((await outbox.status(storeId)).counts).toMatchObject({ succeeded: 11, rejected: 1, queued: 0 });
  });

  it('is checked by its own couriers, methods and numbers, from a sheet, by hand and in the log', async () => {
    const shelf: Shelf = new Map([1, 2, 3].map((n) => [`202603020000000${n}`, { taken: false }]));
    const { outbox, database, storeId, time, name } = await openToy(shelf);
    const [first = '', second = '', third = ''] = shelf.keys();
    const settings = createSettings(database);
    const sending = createSending({ database, outbox, settings, now: time.now });
    const imports = createImports({ database, now: time.now, newId: randomUUID });
    const row = (at: number, target: string, courier: string, trackingNumber: string): Line => ({
      row: at,
      cells: { productOrderId: target, courier, trackingNumber },
    });
    const lines = [row(2, first, '올빼미배달', 'O-123'), row(3, second, 'CJ대한통운', '685000000106')];
    const kept = await imports.keep({
      storeId,
      fileName: 'toy.csv',
      operation: 'dispatch',
      digest: 'a'.repeat(64),
      reading: {
        sheetName: '',
        headerRow: 1,
        columns: {},
        headers: [],
        skipped: { empty: 0, titles: 0, totals: 0, otherMalls: 0 },
        lineCount: 2,
      },
      lines,
    });
    if (!kept.ok) throw new Error(kept.failure.code);
    const sent = await sending.addImport({ storeId, importId: kept.value.importId });
    expect(sent).toMatchObject({ ok: true, value: { added: 1, lines: [{ row: 3, outcome: 'error' }] } });
    await time.advance(120_000);
    expect((await database.log.page({ storeId }, 0, 9)).jobs).toMatchObject([
      { state: 'succeeded', values: { dispatch: { ...parcel, trackingNumber: 'O-123000' } } },
    ]);
    expect(shelf.get(first)).toMatchObject({ taken: true });

    const wish = (target: string, change: Partial<DispatchValues>) => ({
      target,
      values: { kind: 'dispatch' as const, dispatch: { ...parcel, ...change } },
    });
    const byHand = await sending.addTargets({
      storeId,
      jobs: [
        wish(second, { deliveryCompanyCode: 'CJGLS' }),
        wish(second, { trackingNumber: 'K-123456' }),
        wish(second, { deliveryMethod: 'DELIVERY' }),
        { target: second, values: { kind: 'confirm', confirm: {} } },
        wish(third, {}),
      ],
    });
    const refused = [1, 2, 3, 4].map((at) => ({ row: at, outcome: 'error' }));
    expect(byHand).toMatchObject({ ok: true, value: { added: 1, lines: refused } });
    const job = (await database.log.page({ storeId }, 0, 9)).jobs.find(({ target }) => target === third);
    const edit = { action: 'edit' as const, jobs: [job?.id ?? failed()] };
    const bad = await outbox.act({ ...edit, values: { ...parcel, deliveryCompanyCode: 'HANJIN' } });
    expect(bad.refused).toMatchObject([{ why: 'bad-values' }]);
    const good = await outbox.act({
      ...edit,
      values: { ...parcel, deliveryCompanyCode: 'KITE', trackingNumber: 'K-654321' },
    });
    expect(good).toMatchObject({ changed: 1, refused: [] });
    expect(await outbox.countAll(storeId, 'by-file')).toBe(0);
    expect(marketRules[name].operations).not.toContain('confirm');
    await time.advance(120_000);
    expect(shelf.get(third)).toMatchObject({ taken: true });
  });

  it('is spoken of in its own words', async () => {
    const name = marketSchema.parse('toy');
    const rules = marketRules[name];
    const checked = checkLine(
      { row: 2, cells: { productOrderId: '2026030200000001', courier: '부엉이', trackingNumber: 'O-123' } },
      { rules, operation: 'dispatch', now: monday },
    );
    const remark = checked.remarks.find(({ code }) => code === 'courier-unknown');
    expect(remark && remarkText(remark, rules).advice).toContain('올빼미배달·가오리연');
    expect(remark && fixesOf(remark, checked, rules)).toMatchObject([
      { do: 'set', value: '올빼미배달' },
      { do: 'set', value: '가오리연' },
      { do: 'pick-courier' },
    ]);
    expect(codeWords('TOY.NO', undefined, name).title).toBe('오늘은 안 된대요.');
    expect(codeWords('777777', undefined, name).title).toBe('장난감나라가 이유를 알려 주지 않았어요.');
    expect(codeWords('already-dispatched', undefined, name).title).toBe('장난감나라에 이미 있어요.');
    expect(clickOf('dispatch', 'TOY.NO')).toBe('edit');
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
    // Neither in a comparison nor as what is taken where nothing is known.
    const byName = /(?:[!=]==|\?\?|[^=!<>]=)\s*'(?:naver|brightmall)'|'(?:naver|brightmall)'\s*[!=]==/u;
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

/** Something is missing from a table, does not satisfy one, or is not handed on (a union with a member that nothing handles). */
const incomplete: readonly number[] = [2741, 1360, 2345];

/**
 * Adds a market to the contract's list, in memory only, and asks the compiler what is incomplete now. Only files that
 * name a market are asked about, with all they import: to be incomplete, a file has to name the markets it has.
 */
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
  const naming = fileNames.filter((file) => /naver|brightmall/iu.test(ts.sys.readFile(file) ?? ''));
  const program = ts.createProgram(naming, options, host);
  const found = naming
    .flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
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
