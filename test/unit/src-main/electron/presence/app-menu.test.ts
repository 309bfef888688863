import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../../src-preload/contract/shortcuts';
import { appId } from '../../../../../src-main/electron/app-id';
import { appMenu } from '../../../../../src-main/electron/presence/app-menu';

const root = join(import.meta.dirname, '../../../../..');

describe('the menu', () => {
  it('is in Korean on macOS, with the roles that quit and that the clipboard’s keys need', () => {
    const menus = appMenu('darwin', () => undefined) ?? [];
    const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    for (const { label, type } of [...menus, ...items]) {
      if (type !== 'separator') expect(label).toMatch(/[가-힣]/u);
    }
    const roles = items.map(({ role }) => role);
    for (const role of ['quit', 'hide', 'cut', 'copy', 'paste', 'selectAll', 'undo', 'redo', 'close'])
      expect(roles).toContain(role);
  });

  it('shows the acts of the window with their keys, no two with the same, and asks for what is chosen', () => {
    const asked: Act[] = [];
    const menus = appMenu('darwin', (act) => asked.push(act)) ?? [];
    const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['CommandOrControl+O', 'CommandOrControl+K', 'F1', 'Control+Tab']));
    const find = items.find(({ accelerator }) => accelerator === 'CommandOrControl+F');
    if (find?.click) Reflect.apply(find.click, undefined, []);
    expect(asked).toEqual(['find']);
  });

  it.each(['win32', 'linux'])('is not there on %s', (platform) => {
    expect(appMenu(platform, () => undefined)).toBeUndefined();
  });
});

describe('the id that notices of Windows are shown for', () => {
  it('is the package’s', async () => {
    const config = await readFile(join(root, 'resources/build/electron-builder.mjs'), 'utf8');
    expect(/appId: '([^']+)'/u.exec(config)?.[1]).toBe(appId);
  });
});
