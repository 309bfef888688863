/**
 * What an answer says, read on its own: no code of a market client is used here. Each reading is an upper bound; a
 * client may take less from an answer, and never more.
 */
export const calls = [
  'dispatch',
  'confirm',
  'delay',
  'refund',
  'read',
  'lookup',
  'changes',
  'today-hour',
  'stock',
] as const;
export type Call = (typeof calls)[number];

export interface Said {
  /** Targets that the answer may be taken to accept (for a reading: to show as shipped like the job). */
  yes: ReadonlySet<string>;
  /** Targets that it may be taken to refuse. */
  no: ReadonlySet<string>;
  /** Targets of which anything may be taken. */
  any: ReadonlySet<string>;
  /** Product orders a lookup may answer. */
  ids: ReadonlySet<string>;
}

export const trackingNumber = '602030405064';
export const courier = 'CJGLS';

/** @param answer the JSON as it arrived in full; undefined where nothing that arrived may count */
export function saidBy(call: Call, answer: unknown): Said {
  switch (call) {
    case 'dispatch':
    case 'delay':
    case 'refund':
      return fromLists(idsOf(at(answer, 'data', 'successProductOrderIds')), failedIn(answer));
    case 'confirm':
      return fromLists(membersOf(at(answer, 'data', 'successProductOrderInfos'), 'productOrderId'), failedIn(answer));
    case 'read':
      return fromEntries(listOf(at(answer, 'data')));
    case 'lookup': {
      const ids = idsOf(Array.isArray(at(answer, 'data')) ? at(answer, 'data') : at(answer, 'data', 'productOrderIds'));
      return { ...nothing, ids: new Set(ids) };
    }
    case 'stock':
      return fromResults(answer);
    case 'changes':
      return { ...nothing, any: new Set(membersOf(at(answer, 'data', 'lastChangeStatuses'), 'productOrderId')) };
    case 'today-hour':
      return nothing;
  }
}

/** Whether a page of the change feed says that there is more; whoever ends there has lost what comes after. */
export function saysMore(answer: unknown): boolean {
  return (at(answer, 'data', 'more') ?? null) !== null;
}

/** The minutes after midnight an answer may be taken to say; undefined: none. */
export function minutesIn(answer: unknown): number | undefined {
  const [hour, minute] = [at(answer, 'basisHour'), at(answer, 'basisMinute') ?? 0];
  if (typeof hour !== 'number' || typeof minute !== 'number') return undefined;
  const isTime = Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && minute >= 0 && minute < 60;
  return isTime && hour * 60 + minute <= 24 * 60 ? hour * 60 + minute : undefined;
}

const nothing: Said = { yes: new Set(), no: new Set(), any: new Set(), ids: new Set() };

function fromLists(yes: readonly string[], no: readonly string[]): Said {
  const both = new Set(yes.filter((id) => no.includes(id)));
  return {
    ...nothing,
    yes: new Set(yes.filter((id) => !both.has(id))),
    no: new Set(no.filter((id) => !both.has(id))),
    any: new Set([...yes, ...no]),
  };
}

/** Entries of one product order that differ contradict each other: nothing may be taken of it. */
function fromEntries(entries: readonly unknown[]): Said {
  const byId = new Map<string, Set<string>>();
  const shipped = new Set<string>();
  for (const entry of entries) {
    const [id] = idsOf([at(entry, 'productOrder', 'productOrderId')]);
    if (id === undefined) continue;
    byId.set(id, (byId.get(id) ?? new Set()).add(wayOf(entry)));
    const isShipped =
      typeof at(entry, 'productOrder', 'productOrderStatus') === 'string' &&
      String(at(entry, 'delivery', 'deliveryCompany')).trim() === courier &&
      String(at(entry, 'delivery', 'trackingNumber')).replaceAll(/[^0-9a-z]/giu, '') === trackingNumber;
    if (isShipped) shipped.add(id);
  }
  const plain = [...byId].flatMap(([id, ways]) => (ways.size === 1 ? [id] : []));
  return { ...nothing, yes: new Set(plain.filter((id) => shipped.has(id))), any: new Set(plain) };
}

/** What tells two entries of one product order apart as far as sending goes. */
function wayOf(entry: unknown): string {
  const { status, by, number } = {
    status: at(entry, 'productOrder', 'productOrderStatus'),
    by: at(entry, 'delivery', 'deliveryCompany'),
    number: at(entry, 'delivery', 'trackingNumber'),
  };
  return JSON.stringify([status, by, number].map((each) => String(each).trim()));
}

function fromResults(answer: unknown): Said {
  const isWrapped = typeof at(answer, 'data') === 'object' && at(answer, 'data') !== null;
  const results = listOf(isWrapped ? at(answer, 'data', 'results') : at(answer, 'results'));
  const of = (success: boolean): string[] =>
    results.flatMap((one) => (at(one, 'success') === success ? idsOf([at(one, 'ord_prd_no')]) : []));
  const said = fromLists(of(true), of(false));
  // The whole call is said to have failed: no item of it is a success.
  return at(answer, 'success') === false ? { ...said, yes: new Set() } : said;
}

function failedIn(answer: unknown): string[] {
  return membersOf(at(answer, 'data', 'failProductOrderInfos'), 'productOrderId');
}

function membersOf(list: unknown, name: string): string[] {
  return idsOf(listOf(list).map((each) => at(each, name)));
}

/** Texts as they are; whole numbers as far as a double tells them apart. */
function idsOf(list: unknown): string[] {
  return listOf(list).flatMap((each) =>
    typeof each === 'string' ? [each] : Number.isSafeInteger(each) ? [String(each)] : [],
  );
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A member by its path; own members only. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = Reflect.get(here, name);
  }
  return here;
}
