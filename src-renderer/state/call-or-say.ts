import type { WindowInput } from '../../src-preload/contract/bridge';
import type { CallName } from '../../src-preload/contract/names';
import { call } from './ipc-client';
import { text } from '../text';
import { announce } from './announcements';

/** Asks the main process for what shows by itself once it is done; says so where it failed. Answers whether it is done. */
export async function callOrSay<Name extends CallName>(name: Name, input: WindowInput<Name>): Promise<boolean> {
  const { ok } = await call(name, input);
  if (!ok) announce(text.shell.callFailed);
  return ok;
}
