import { describe, expect, it } from 'vitest';
import { createSheetPasswordItems } from '../../../../src-main/secrets/sheet-password-items';

/** A keychain like that of Windows: an item holds 2,560 bytes, in the widest way of counting them. */
function narrowKeychain() {
  const kept = new Map<string, string>();
  return {
    kept,
    items: {
      read: async (account: string) => kept.get(account),
      async write(account: string, value: string) {
        if (Buffer.byteLength(value, 'utf16le') > 2560) throw new Error('the item is too large');
        kept.set(account, value);
      },
      async remove(account: string) {
        if (!kept.delete(account)) throw new Error('no such item');
      },
    },
  };
}

const form = (n: number): string => n.toString(16).padStart(64, '0').split('').toReversed().join('');

describe('passwords of locked sheets', () => {
  it('are kept one by one, the oldest forgotten first, in items that Windows can hold', async () => {
    const { kept, items } = narrowKeychain();
    const passwords = createSheetPasswordItems(items);
    const password = '가'.repeat(255);
    for (let n = 1; n <= 60; n += 1) await passwords.write(form(n), `${password}${n}`);
    expect(await passwords.read(form(10))).toBe(undefined);
    for (let n = 11; n <= 60; n += 1) expect(await passwords.read(form(n))).toBe(`${password}${n}`);
    expect(kept.size).toBe(51);
  });

  it('that are used again are not the oldest any more', async () => {
    const { items } = narrowKeychain();
    const passwords = createSheetPasswordItems(items);
    for (let n = 1; n <= 50; n += 1) await passwords.write(form(n), 'old');
    await passwords.write(form(1), 'new');
    await passwords.write(form(51), 'one more');
    expect(await passwords.read(form(1))).toBe('new');
    expect(await passwords.read(form(2))).toBe(undefined);
  });

  it('written at the same time are all kept', async () => {
    const { items } = narrowKeychain();
    const passwords = createSheetPasswordItems(items);
    await Promise.all([1, 2, 3].map((n) => passwords.write(form(n), `p${n}`)));
    await passwords.clear();
    expect(await Promise.all([1, 2, 3].map((n) => passwords.read(form(n))))).toEqual([undefined, undefined, undefined]);
  });

  it('are all forgotten at once, those of earlier versions among them', async () => {
    const { kept, items } = narrowKeychain();
    kept.set('sheet-passwords', JSON.stringify({ [form(1)]: 'from before' }));
    const passwords = createSheetPasswordItems(items);
    expect(await passwords.read(form(1))).toBe('from before');
    await passwords.write(form(1), 'typed again');
    expect(await passwords.read(form(1))).toBe('typed again');
    await passwords.clear();
    expect(kept.size).toBe(0);
  });

  it('count a list that cannot be read as none', async () => {
    const { kept, items } = narrowKeychain();
    kept.set('sheet-password-forms', 'not json');
    const passwords = createSheetPasswordItems(items);
    await passwords.write(form(1), 'p');
    expect(await passwords.read(form(1))).toBe('p');
  });
});
