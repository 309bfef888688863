import type { z } from 'zod';
import { calls, commonFailures } from '../../src-preload/contract/calls';
import type { CallFailure, CallOutput, Calls } from '../../src-preload/contract/calls';
import type { CallName } from '../../src-preload/contract/names';
import { failure } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';

/** A handler gets parsed input and answers a Result; it may throw only by a bug of ours. */
type Handler<Name extends CallName> = (
  input: z.output<Calls[Name]['input']>,
) => Promise<Result<CallOutput<Name>, CallFailure<Name>>> | Result<CallOutput<Name>, CallFailure<Name>>;

/** What is answered whether or not there is a database: it is about the database itself. */
type LifeCall = 'backups-list' | 'backups-make' | 'backups-restore' | 'app-restart';
export type LifeHandlers = { [Name in LifeCall]: Handler<Name> };
/** What needs no database either: files the seller handed in, on this computer, and their readers. */
type FileCall =
  | 'files-keep'
  | 'files-look'
  | 'files-read'
  | 'sheet-reader-start'
  | 'sheet-reader-at-work'
  | 'sheet-reader-end';
/** What needs no database: the log of the app. */
type DiagnosticsCall = 'diagnostics-report' | 'diagnostics-open-folder' | 'diagnostics-support';
/** Nor does how the window looks. */
type AppearanceCall = 'appearance-get' | 'appearance-set';
export type AppearanceHandlers = { [Name in AppearanceCall]: Handler<Name> };
export type DiagnosticsHandlers = { [Name in DiagnosticsCall]: Handler<Name> };
type CallWithoutDatabase = LifeCall | FileCall | DiagnosticsCall | AppearanceCall;
export type FileHandlers = { [Name in FileCall]: Handler<Name> };
export type Handlers = { [Name in Exclude<CallName, CallWithoutDatabase>]: Handler<Name> };

/** Why nothing can be called: the reason is the answer to the window's first question, `app-start`. */
export type StartFailure = Calls['app-start']['failures'][number];
export type Ready = { ok: true; handlers: Handlers } | { ok: false; code: StartFailure; detail: string };

interface Options {
  /** The window may ask before the database is open; it is answered when it is. */
  ready(): Promise<Ready>;
  life: LifeHandlers & FileHandlers & DiagnosticsHandlers & AppearanceHandlers;
  /** Told of answers that broke the contract and of exceptions: the window only learns `internal`. */
  report(name: CallName, problem: unknown): void;
}

/** What answers a call of our own window: parses the input, asks the handler, checks its answer against the contract. */
export function createAnswerer(options: Options): (name: CallName, input: unknown) => Promise<unknown> {
  return async (name, input) => {
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      return failure('bad-input', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
    }
    try {
      if (isLifeCall(options.life, name))
        return checkAnswer(options, name, await handle(options.life, name, parsed.data));
      const ready = await options.ready();
      if (!ready.ok) return name === 'app-start' ? failure(ready.code, ready.detail) : failure('internal');
      return checkAnswer(options, name, await handle(ready.handlers, name, parsed.data));
    } catch (problem) {
      options.report(name, problem);
      return failure('internal');
    }
  };
}

/** The one place where name and input type part: the input was parsed by the schema of that very name. */
function handle<Name extends CallName>(
  handlers: { [Each in Name]: Handler<Each> },
  name: Name,
  input: unknown,
): Promise<Result<unknown, string>> | Result<unknown, string> {
  const handler: (input: never) => Promise<Result<unknown, string>> | Result<unknown, string> = handlers[name];
  return handler(input as never);
}

function isLifeCall(life: Options['life'], name: CallName): name is CallWithoutDatabase {
  return Object.hasOwn(life, name);
}

function checkAnswer(options: Options, name: CallName, given: Result<unknown, string>): Result<unknown, string> {
  const call = calls[name];
  if (!given.ok) {
    const allowed: readonly string[] = [...call.failures, ...commonFailures];
    if (allowed.includes(given.failure.code)) return given;
    options.report(name, `an unlisted failure: ${given.failure.code}`);
    return failure('internal');
  }
  const checked = call.output.safeParse(given.value);
  if (checked.success) return { ok: true, value: checked.data };
  options.report(name, checked.error);
  return failure('internal');
}
