import { nextZoom } from '../../../src-preload/contract/appearance';
import type { Appearance } from '../../../src-preload/contract/appearance';
import { success } from '../../../src-preload/contract/result';
import { actOf } from '../../../src-preload/contract/shortcuts';
import type { Act } from '../../../src-preload/contract/shortcuts';

/** Of a key: enough to know whether it changes the size of the text. */
interface PressedKey {
  type: string;
  key: string;
  code: string;
  control: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  isComposing: boolean;
}

interface Options {
  appearance: Appearance;
  /** Puts it into effect: colours, and the zoom factor of the page. */
  apply(appearance: Appearance): void;
  keep(appearance: Appearance): void;
  /** Tells the window what it looks like now. */
  changed(appearance: Appearance): void;
}

/** How the window looks, and the three ways it changes: settings, Ctrl with +, - and 0, Ctrl with the wheel. */
export function createAppearance(options: Options) {
  let current = options.appearance;
  const set = (change: Partial<Appearance>): void => {
    const next = { ...current, ...change };
    if (next.theme === current.theme && next.zoom === current.zoom) return;
    current = next;
    options.apply(next);
    options.keep(next);
    options.changed(next);
  };
  const step = (direction: 1 | -1): void => set({ zoom: nextZoom(current.zoom, direction) });
  const runAct = (act: Act): boolean => {
    if (act === 'zoom-in') step(1);
    else if (act === 'zoom-out') step(-1);
    else if (act === 'zoom-reset') set({ zoom: 1 });
    else return false;
    return true;
  };
  return {
    current: () => current,
    /** The page was loaded again, and with it its zoom factor. */
    applyAgain: () => options.apply(current),
    step,
    /** Answers whether the key was one of these, which the page then does not get. */
    takesKey({ type, key, code, control, meta, alt, shift, isComposing }: PressedKey, isMac: boolean): boolean {
      if (type !== 'keyDown' || isComposing) return false;
      const press = { key, code, ctrlKey: control, metaKey: meta, altKey: alt, shiftKey: shift };
      const act = actOf(press, isMac);
      return act !== undefined && runAct(act);
    },
    runAct,
    handlers: {
      'appearance-get': () => success(current),
      'appearance-set': (change: Partial<{ [Key in keyof Appearance]: Appearance[Key] | undefined }>) => {
        const { theme = current.theme, zoom = current.zoom } = change;
        set({ theme, zoom });
        return success(current);
      },
    },
  };
}

export type AppearanceControl = ReturnType<typeof createAppearance>;
