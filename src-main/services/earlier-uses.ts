import { bareNumber } from '../../src-preload/contract/bare-number';
import type { ImportId, StoreId } from '../../src-preload/contract/ids';
import type { EarlierUse, Line } from '../../src-preload/contract/line';
import type { AppDatabase, NumberUse } from '../database/tables';
import { coverName } from './cover-name';
import { targetsAtOnce } from './latest-jobs';
import { relationOf } from './same-parcel';

/** A line that names a tracking number; its courier where it is known. */
export interface NumberedLine {
  line: Line;
  number: string;
  courier?: string | undefined;
  /** The product order, or the order where a sheet has no other number. */
  target?: string | undefined;
  orderId?: string | undefined;
}

/** The file that is looked at, and whose it is. */
interface Sheet {
  storeId: StoreId;
  importId: ImportId;
}

/**
 * Couriers give a number out again once its parcel is long delivered. No courier says when; their tracking pages keep a
 * parcel for about three months, so a number seen again within four is not a new one. Our reasoning; no source found.
 */
const memoryMs = 120 * 24 * 60 * 60 * 1000;

/**
 * Lines whose number another parcel of the store has already: yesterday's column left in today's file. Asked for in
 * chunks, like latestJobs.
 */
export async function findEarlierUses(
  database: AppDatabase,
  { storeId, importId }: Sheet,
  numbered: readonly NumberedLine[],
  now: number,
): Promise<EarlierUse[]> {
  const found: EarlierUse[] = [];
  for (let from = 0; from < numbered.length; from += targetsAtOnce) {
    const chunk = numbered
      .slice(from, from + targetsAtOnce)
      .map((each) => ({ ...each, number: bareNumber(each.number) }));
    const numbers = chunk.map(({ number }) => number);
    const uses = await database.usedNumbers.usesOf(storeId, numbers, now - memoryMs);
    if (uses.length > 0) found.push(...(await ofOthers(database, { storeId, importId }, chunk, uses)));
  }
  return found;
}

/** Of each line the uses by another parcel, the latest of them named. */
async function ofOthers(
  database: AppDatabase,
  { storeId, importId }: Sheet,
  lines: readonly NumberedLine[],
  uses: readonly NumberUse[],
): Promise<EarlierUse[]> {
  const byNumber = groupBy(uses, ({ number }) => number);
  const pairs = lines.flatMap((line) =>
    (byNumber.get(line.number) ?? []).filter((use) => isOther(line, use)).map((use) => ({ line, use })),
  );
  if (pairs.length === 0) return [];
  const [people, orders] = await Promise.all([
    database.usedNumbers.peopleOf(pairs.map(({ use }) => use.jobId)),
    database.usedNumbers.ordersOf(
      storeId,
      pairs.flatMap(({ line: { target }, use }) => [use.target, ...(target === undefined ? [] : [target])]),
    ),
  ]);
  const strange = pairs.filter(({ line, use }) => {
    const { recipient, address } = line.line.cells;
    const orderId = line.orderId ?? orders.get(line.target ?? '');
    const before = { ...people.get(use.jobId), orderId: use.orderId ?? orders.get(use.target) };
    const relation = relationOf({ orderId, recipient, address }, before);
    // Between lines of one file that do not say whose they are, the sheet's own check has had its say.
    // What the market refused comes again with its mistake mended, and then only a name can tell it from another box.
    const mayHaveGoneOut = use.is !== 'refused' && use.importId !== importId;
    return relation === 'strangers' || (relation === 'unclear' && mayHaveGoneOut);
  });
  return [...groupBy(strange, ({ line }) => line.line.row)].map(([row, those]) => {
    const [latest, ...rest] = those.map(({ use }) => use).toSorted(byWeight);
    if (!latest) throw new RangeError('a group of no uses');
    const name = people.get(latest.jobId)?.recipient;
    return {
      row,
      at: latest.at,
      target: latest.target,
      is: latest.is,
      others: rest.length,
      ...(name === undefined ? {} : { recipient: coverName(name) }),
    };
  });
}

/** What the market has first, the latest of it. */
function byWeight(one: NumberUse, other: NumberUse): number {
  return Number(one.is === 'refused') - Number(other.is === 'refused') || other.at - one.at;
}

/** Another target under the same courier; where one side names no courier, the number alone decides. */
function isOther({ target, courier }: NumberedLine, use: NumberUse): boolean {
  if (use.target === target) return false;
  return courier === undefined || use.courier === undefined || courier === use.courier;
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
