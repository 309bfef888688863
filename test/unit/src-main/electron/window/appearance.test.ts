import { describe, expect, it } from 'vitest';
import { createAppearance } from '../../../../../src-main/electron/window/appearance';
import { standardAppearance } from '../../../../../src-preload/contract/appearance';
import type { Appearance } from '../../../../../src-preload/contract/appearance';

const plainKey = {
  type: 'keyDown',
  key: '',
  code: '',
  control: false,
  meta: false,
  alt: false,
  shift: false,
  isComposing: false,
};

function open() {
  const applied: Appearance[] = [];
  const kept: Appearance[] = [];
  const seen: Appearance[] = [];
  const control = createAppearance({
    appearance: standardAppearance,
    apply: (look) => applied.push(look),
    keep: (look) => kept.push(look),
    changed: (look) => seen.push(look),
  });
  const press = (key: string, more: object = { control: true }): boolean =>
    control.takesKey({ ...plainKey, key, ...more }, false);
  return { control, press, applied, kept, seen };
}

describe('the size of the text', () => {
  it('grows and shrinks by Ctrl with + and -, as far as it goes, and Ctrl+0 takes it back', () => {
    const { control, press } = open();
    expect(press('=')).toBe(true);
    expect(control.current().zoom).toBe(1.15);
    for (const key of ['+', '+', '+']) press(key);
    expect(control.current().zoom).toBe(1.3);
    press('-');
    expect(control.current().zoom).toBe(1.15);
    press('0');
    expect(control.current().zoom).toBe(1);
    press('-');
    expect(control.current().zoom).toBe(1);
  });

  it('leaves every other key to the page: typing, Alt, the end of a press, Cmd where that is not the key', () => {
    const { control, press } = open();
    expect(press('=', {})).toBe(false);
    expect(press('=', { control: true, alt: true })).toBe(false);
    expect(press('=', { control: true, type: 'keyUp' })).toBe(false);
    expect(press('=', { meta: true })).toBe(false);
    expect(press('a')).toBe(false);
    expect(press('=', { control: true, isComposing: true })).toBe(false);
    expect(control.current()).toEqual(standardAppearance);
    const mac = { ...plainKey, key: '=', meta: true };
    expect(control.takesKey(mac, true)).toBe(true);
  });

  it('is applied, kept and told once for each change, and applied again when the page was loaded again', () => {
    const { control, applied, kept, seen } = open();
    control.handlers['appearance-set']({ theme: 'dark' });
    control.handlers['appearance-set']({ theme: 'dark', zoom: undefined });
    expect(seen).toEqual([{ theme: 'dark', zoom: 1 }]);
    expect(kept).toEqual(seen);
    expect(applied).toEqual(seen);
    control.applyAgain();
    expect(applied).toHaveLength(2);
    expect(control.handlers['appearance-get']()).toEqual({ ok: true, value: { theme: 'dark', zoom: 1 } });
  });
});
