import { describe, expect, it } from 'vitest';
import { calls } from '../../../../src-preload/contract/calls';
import { callNames } from '../../../../src-preload/contract/names';
import type { CallName } from '../../../../src-preload/contract/names';
import { failure, success } from '../../../../src-preload/contract/result';
import { createAnswerer } from '../../../../src-main/bridge/answer';
import { standardAppearance } from '../../../../src-preload/contract/appearance';
import type {
  AppearanceHandlers,
  DiagnosticsHandlers,
  FileHandlers,
  Handlers,
  LifeHandlers,
  Ready,
} from '../../../../src-main/bridge/answer';
import { registerCalls } from '../../../../src-main/bridge/register';
import type { Ipc } from '../../../../src-main/bridge/register';

interface FakeEvent {
  ours: boolean;
}

function fakeIpc() {
  const listeners = new Map<string, (event: FakeEvent, input: unknown) => Promise<unknown>>();
  const ipc: Ipc<FakeEvent> = {
    handle: (channel, listener) => void listeners.set(channel, listener),
    removeHandler: (channel) => void listeners.delete(channel),
  };
  return { ipc, listeners };
}

/** Handlers that all answer `internal`, but for those a test hands in. */
function handlersWith(own: Partial<Handlers>): Handlers {
  const rest: Partial<Record<CallName, () => { ok: false; failure: { code: 'internal' } }>> = {};
  for (const name of callNames) rest[name] = () => ({ ok: false, failure: { code: 'internal' } });
  return { ...rest, ...own } as Handlers;
}

/** None is ever asked here. */
const life: LifeHandlers & FileHandlers & DiagnosticsHandlers & AppearanceHandlers = {
  'appearance-get': () => success(standardAppearance),
  'appearance-set': () => success(standardAppearance),
  'diagnostics-report': () => success({}),
  'diagnostics-open-folder': () => failure('failed'),
  'diagnostics-support': () => success({ parts: [] }),
  'files-keep': () => success({}),
  'files-look': () => success({ is: 'same' }),
  'files-read': () => failure('file-gone'),
  'sheet-reader-start': () => failure('no-reader'),
  'sheet-reader-at-work': () => success({}),
  'sheet-reader-end': () => success({}),
  'backups-list': () => success([]),
  'backups-make': () => failure('failed'),
  'backups-restore': () => failure('not-found'),
  'app-restart': () => success({}),
};

function register(
  own: Partial<Handlers>,
  ready: Promise<Ready> = Promise.resolve({ ok: true, handlers: handlersWith(own) }),
) {
  const { ipc, listeners } = fakeIpc();
  const problems: unknown[] = [];
  const takeBack = registerCalls({
    ipc,
    isOurs: (event) => event.ours,
    answerer: Promise.resolve(
      createAnswerer({ ready: () => ready, life, report: (_name, problem) => problems.push(problem) }),
    ),
  });
  const call = (name: string, input: unknown, event: FakeEvent = { ours: true }) =>
    listeners.get(`call:${name}`)?.(event, input);
  return { call, problems, listeners, takeBack };
}

describe('the bridge in the main process', () => {
  it('registers every call of the contract and takes all of them back', () => {
    const { listeners, takeBack } = register({});
    expect([...listeners.keys()].toSorted()).toEqual(callNames.map((name) => `call:${name}`).toSorted());
    takeBack();
    expect(listeners.size).toBe(0);
  });

  it('has a schema for every name and no schema without a name', () => {
    expect(Object.keys(calls).toSorted()).toEqual([...callNames].toSorted());
  });

  it('refuses a stranger before looking at what it says', async () => {
    let asked = false;
    const { call } = register({
      'stores-list': () => {
        asked = true;
        return success([]);
      },
    });
    expect(await call('stores-list', {}, { ours: false })).toEqual(failure('not-our-window'));
    expect(asked).toBe(false);
  });

  it('refuses input that does not fit, naming where', async () => {
    const { call } = register({});
    expect(await call('log-page', { filter: {}, offset: -1, limit: 10 })).toMatchObject({
      ok: false,
      failure: { code: 'bad-input', detail: expect.stringContaining('offset') },
    });
  });

  it('refuses fields no one listed', async () => {
    const { call } = register({ 'stores-list': () => success([]) });
    expect(await call('stores-list', { secret: true })).toMatchObject({ failure: { code: 'bad-input' } });
  });

  it('answers what the handler answers', async () => {
    const { call } = register({ 'stores-list': () => success([]) });
    expect(await call('stores-list', {})).toEqual(success([]));
  });

  it('turns an exception into `internal` and reports it on this side only', async () => {
    const { call, problems } = register({
      'stores-list': () => {
        throw new Error('a path that must not cross');
      },
    });
    expect(await call('stores-list', {})).toEqual(failure('internal'));
    expect(problems).toHaveLength(1);
  });

  it('says why it cannot start, to the first question only', async () => {
    const { call } = register({}, Promise.resolve({ ok: false, code: 'newer-schema', detail: '40' }));
    expect(await call('app-start', {})).toEqual(failure('newer-schema', '40'));
    expect(await call('stores-list', {})).toEqual(failure('internal'));
  });

  it('lets no answer out that breaks the contract', async () => {
    const leaking = { ...secretStore, clientSecret: 'must not leave' };
    const { call, problems } = register({ 'stores-list': () => success([leaking]) });
    expect(await call('stores-list', {})).toEqual(failure('internal'));
    expect(problems).toHaveLength(1);
  });
});

const secretStore = {
  id: '3f2c1a9e-8d4b-4c6f-9a1e-0b2c3d4e5f60' as never,
  market: 'naver' as const,
  label: '하늘상점',
  practice: false,
  accountId: 'abc',
  hasSecrets: true,
  confirmFirst: 'ask' as const,
};
