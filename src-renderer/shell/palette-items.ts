import { marketRules } from '../../src-preload/contract/markets/rules';
import { foldTyped, placeOf } from '../../src-preload/contract/initial-consonants';
import type { Act } from '../../src-preload/contract/shortcuts';
import type { Store } from '../../src-preload/contract/store';
import type { StoreId } from '../../src-preload/contract/ids';
import type { Place } from '../state/app-state';
import type { Theme } from '../../src-preload/contract/appearance';
import { text } from '../text';

/** What choosing an entry does. */
export type PaletteDeed =
  | { is: 'place'; place: Place }
  | { is: 'act'; act: Act }
  | { is: 'pause'; paused: boolean }
  | { is: 'connect' }
  | { is: 'theme'; theme: Theme }
  | { is: 'store'; storeId: StoreId }
  | { is: 'courier'; code: string; review: string };

export interface PaletteItem {
  key: string;
  words: string;
  kind: string;
  deed: PaletteDeed;
}

/** What of the window an entry depends on. */
export interface PaletteSurroundings {
  places: readonly Place[];
  stores: readonly Store[];
  chosen: StoreId | undefined;
  /** Undefined: there is no store to pause. */
  paused: boolean | undefined;
  theme: Theme;
  /** Acts for which there is something to press now. */
  acts: readonly Exclude<Act, `place-${number}`>[];
  /** The review whose lines may lack a courier; undefined: none is looked at. */
  review: string | undefined;
}

const words = text.shortcuts.palette;
/** More are found by typing. */
const mostCouriers = 8;

/** What the palette offers for what was typed: screens, acts, other stores, and for a file under review its couriers. */
export function paletteItems(typed: string, around: PaletteSurroundings): PaletteItem[] {
  const wanted = foldTyped(typed, fold);
  const rest = [...placesOf(around), ...actsOf(around), ...storesOf(around)];
  const found = rest.map((item) => ({ item, at: placeOf(fold(item.words), wanted) })).filter(({ at }) => at >= 0);
  // What begins with it first; within that the order of the table.
  const sorted = [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)];
  return [...sorted.map(({ item }) => item), ...couriersOf(typed, around)];
}

function fold(name: string): string {
  return name.normalize('NFC').replaceAll(' ', '').toLowerCase();
}

function placesOf({ places }: PaletteSurroundings): PaletteItem[] {
  return places.map((place) => ({
    key: `place ${place}`,
    words: text.shell.nav[place],
    kind: words.kinds.place,
    deed: { is: 'place', place },
  }));
}

function actsOf({ acts, paused, theme }: PaletteSurroundings): PaletteItem[] {
  const themes: readonly (readonly [Theme, string])[] = [
    ['light', words.light],
    ['dark', words.dark],
    ['system', words.system],
  ];
  const deeds: (readonly [string, PaletteDeed])[] = [
    ...acts.map((act): [string, PaletteDeed] => [text.shortcuts.acts[act], { is: 'act', act }]),
    ...(paused === undefined
      ? []
      : [[paused ? text.shell.goOn : text.shell.pause, { is: 'pause', paused: !paused }] as const]),
    [words.connect, { is: 'connect' }],
    ...themes
      .filter(([each]) => each !== theme)
      .map(([each, label]): [string, PaletteDeed] => [label, { is: 'theme', theme: each }]),
  ];
  return deeds.map(([label, deed]) => ({ key: label, words: label, kind: words.kinds.act, deed }));
}

function storesOf({ stores, chosen }: PaletteSurroundings): PaletteItem[] {
  return stores
    .filter(({ id }) => id !== chosen)
    .map(({ id, label }) => ({
      key: `store ${id}`,
      words: label,
      kind: words.kinds.store,
      deed: { is: 'store', storeId: id },
    }));
}

function couriersOf(typed: string, { review, stores, chosen }: PaletteSurroundings): PaletteItem[] {
  const store = stores.find(({ id }) => id === chosen);
  if (store === undefined || review === undefined || typed.trim() === '') return [];
  return marketRules[store.market].shipments.couriers
    .search(typed)
    .slice(0, mostCouriers)
    .map(({ code, name }) => ({
      key: `courier ${code}`,
      words: words.courier(name),
      kind: words.kinds.courier,
      deed: { is: 'courier', code, review },
    }));
}
