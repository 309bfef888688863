import { documents, targets } from './answer-documents';
import type { Call } from './answer-oracle';
import { calls } from './answer-oracle';

type Random = (below: number) => number;
type Place = { parent: Record<string, unknown> | unknown[]; key: string };

/** The document of a call with one to three of its values changed, as JSON. */
export function changeDocument(call: Call | 'token', random: Random): { how: string; text: string } {
  if (random(12) === 0) {
    const all = [...calls, 'token'] as const;
    const other = all[random(all.length)] ?? 'token';
    return { how: `the answer to ${other}`, text: JSON.stringify(documents[other]) };
  }
  const document: unknown = JSON.parse(JSON.stringify(documents[call]));
  const root = { document };
  const how: string[] = [];
  for (let left = 1 + random(3); left > 0; left -= 1) {
    const places = placesOf(root);
    const place = places[random(places.length)];
    if (place !== undefined) how.push(`${place.key}: ${changeAt(place, places, random)}`);
  }
  return { how: how.join('; '), text: JSON.stringify(root.document) ?? '' };
}

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent: Place['parent'] = Array.isArray(value) ? value : Object.assign(value);
  return Object.entries(value).flatMap(([key, child]) => [{ parent, key }, ...placesOf(child)]);
}

const others: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  ' ',
  [],
  {},
  [[]],
  'true',
  'null',
  '0',
  2 ** 60,
];

/** Of one list that was made longer: some changes on top of each other stay below what the agent takes. */
const mostBytes = 2_000_000;

function changeAt({ parent, key }: Place, places: readonly Place[], random: Random): string {
  const value: unknown = Reflect.get(parent, key);
  const put = (next: unknown, how: string): string => {
    Reflect.set(parent, key, next);
    return how;
  };
  switch (random(11)) {
    case 0:
      return put(others[random(others.length)], 'another type');
    case 1:
      Reflect.deleteProperty(parent, key);
      return 'left out';
    case 2: {
      const other = places[random(places.length)];
      if (other === undefined || contains(value, other.parent)) return 'as it was';
      const there: unknown = Reflect.get(other.parent, other.key);
      if (contains(there, parent)) return 'as it was';
      Reflect.set(other.parent, other.key, value);
      return put(there, `swapped with ${other.key}`);
    }
    case 3:
      return put([value], 'in a list');
    case 4:
      return put({ value }, 'in an object');
    case 5:
      return put(JSON.stringify(value), 'as a text');
    case 6: {
      if (!Array.isArray(value)) return put(targets[random(targets.length)], 'an id');
      value.push(...value, ...(random(2) === 0 ? [targets[random(targets.length)]] : []));
      return 'doubled';
    }
    case 7:
      return bothLists(places, random);
    case 8:
      return typeof value === 'string'
        ? put(changedId(value, random), 'another id')
        : put(otherWay(value), 'the other way');
    case 9: {
      if (!Array.isArray(value)) return put('가'.repeat(1 + random(300_000)), 'long');
      const bytes = JSON.stringify(value[0] ?? null).length;
      for (let n = Math.min(random(5000), Math.floor(mostBytes / bytes)); n > 0; n -= 1)
        value.push(structuredClone(value[0]));
      return 'many';
    }
    default:
      Object.defineProperty(parent, '__proto__', { value: { success: true }, enumerable: true, configurable: true });
      return 'a prototype';
  }
}

function contains(value: unknown, wanted: unknown): boolean {
  if (value === wanted) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((child) => contains(child, wanted));
}

/** Somebody accepted is refused as well, and the other way round. */
function bothLists(places: readonly Place[], random: Random): string {
  const lists = places.flatMap(({ parent, key }): unknown[][] => {
    const value: unknown = Reflect.get(parent, key);
    return Array.isArray(value) ? [value] : [];
  });
  const [from, to] = [lists[random(lists.length)], lists[random(lists.length)]];
  const item: unknown = structuredClone(from?.[0]);
  if (to === undefined || item === undefined) return 'as it was';
  if (typeof item === 'object' && item !== null) {
    for (const [name, value] of Object.entries(item)) if (typeof value === 'boolean') Reflect.set(item, name, !value);
    const inner: unknown = Reflect.get(item, 'productOrder');
    if (typeof inner === 'object' && inner !== null) Reflect.set(inner, 'productOrderStatus', 'PAYED');
  }
  if (random(2) === 0) to.push(item);
  else to.unshift(item);
  return 'in both lists';
}

function changedId(id: string, random: Random): unknown {
  const fullWidth = id.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const ways: readonly unknown[] = [
    `${id} `,
    ` ${id}`,
    `0${id}`,
    `${id}0`,
    id.slice(0, -1),
    fullWidth,
    Number(id),
    `${id}\u0000`,
    id.toUpperCase(),
    `${id}\n`,
    targets[random(3)],
    [...id].toReversed().join(''),
  ];
  return ways[random(ways.length)];
}

function otherWay(value: unknown): unknown {
  return typeof value === 'boolean' ? !value : typeof value === 'number' ? -value : value;
}
