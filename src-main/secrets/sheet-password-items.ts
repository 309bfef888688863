import { z } from 'zod';
import type { Items } from './items';

export interface SheetPasswordItems {
  read(form: string): Promise<string | undefined>;
  write(form: string, password: string): Promise<void>;
  clear(): Promise<void>;
}

/** An item of the Windows keychain holds 2,560 bytes: the list of so many forms, of 16 letters each, stays below it. */
const mostForms = 50;
const letters = 16;
const listAccount = 'sheet-password-forms';
/** All passwords in one item, as earlier versions kept them; it is read until it is forgotten, and not written any more. */
const formerAccount = 'sheet-passwords';
const listSchema = z.array(z.string());
const formerSchema = z.record(z.string(), z.string());

/**
 * Passwords of locked sheets, one item of the keychain for each form of file name, and one that lists the forms: the
 * oldest is forgotten when there are too many, and all can be forgotten at once.
 * @param items rejects when the keychain fails; so does whatever is asked here then
 */
export function createSheetPasswordItems(items: Items): SheetPasswordItems {
  const shortOf = (form: string): string => form.slice(0, letters);
  const accountOf = (short: string): string => `sheet-password/${short}`;
  const forms = async (): Promise<string[]> => parsed(listSchema, await items.read(listAccount)) ?? [];
  const drop = async (account: string): Promise<void> => {
    // Some keychains fail when deleting what is not there.
    if ((await items.read(account)) !== undefined) await items.remove(account);
  };
  /** One change of the list at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    async read(form) {
      const own = await items.read(accountOf(shortOf(form)));
      return own ?? parsed(formerSchema, await items.read(formerAccount))?.[form];
    },
    write: (form, password) =>
      inTurn(async () => {
        const short = shortOf(form);
        const kept = [...(await forms()).filter((each) => each !== short), short];
        for (const old of kept.slice(0, -mostForms)) await drop(accountOf(old));
        await items.write(accountOf(short), password);
        await items.write(listAccount, JSON.stringify(kept.slice(-mostForms)));
      }),
    clear: () =>
      inTurn(async () => {
        for (const short of await forms()) await drop(accountOf(short));
        await drop(listAccount);
        await drop(formerAccount);
      }),
  };
}

function parsed<Value>(schema: z.ZodType<Value>, text: string | undefined): Value | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: written by something else, and as good as nothing.
    return undefined;
  }
}
