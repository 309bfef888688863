import type { PersonFacts } from './facts';
import type { Likeness } from './likeness';
import { compareNames } from './names';
import { comparePhones } from './phones';
import { comparePlaces } from './places';

/** How a line and an order agree, kind by kind. */
export interface Evidence {
  name: Likeness;
  phone: Likeness;
  place: Likeness;
  /** Says nothing by itself: half a block has one postcode. */
  postcode: Likeness;
}

/**
 * `proven`: two of name, phone and address are exactly the same and none of them differs, the one rule by which a
 * suggestion may be ticked. `likely`: worth showing first. `faint`: one thing agrees, which joins nothing.
 */
export type Strength = 'proven' | 'likely' | 'faint' | 'none';

/** The kinds that prove; they are independent of each other. A postcode follows from the address, and many buy one product. */
const proofs = ['name', 'phone', 'place'] as const;

const postcodeDigits = 5;

/** Compares what is known of two persons; the same whichever comes first. */
export function compareFacts(one: PersonFacts, other: PersonFacts): Evidence {
  const bothCoded = one.postcode.length === postcodeDigits && other.postcode.length === postcodeDigits;
  const haveOnePostcode = bothCoded && one.postcode === other.postcode;
  return {
    name: compareNames(one.name, other.name),
    phone: comparePhones(one.phones, other.phones),
    place: comparePlaces(one.place, other.place, haveOnePostcode),
    postcode: !bothCoded ? 'unknown' : haveOnePostcode ? 'same' : 'different',
  };
}

function countOf(evidence: Evidence, likeness: Likeness): number {
  let count = 0;
  for (const kind of proofs) if (evidence[kind] === likeness) count += 1;
  return count;
}

/** A road next to a lot with one postcode may be one place: as good as near, and no better. */
function nearlySame(evidence: Evidence): number {
  const places = evidence.place === 'unknown' && evidence.postcode === 'same' ? 1 : 0;
  return countOf(evidence, 'near') + places;
}

/** How much the evidence is worth; see Strength. */
export function strengthOf(evidence: Evidence): Strength {
  const same = countOf(evidence, 'same');
  const different = countOf(evidence, 'different');
  const near = nearlySame(evidence);
  if (same >= 2 && different === 0) return 'proven';
  if (same >= 2 || (different === 0 && same + near >= 2)) return 'likely';
  return same + near > 0 ? 'faint' : 'none';
}

/** For the order in which candidates are shown: larger for the likelier. */
export function weightOf(evidence: Evidence): number {
  const { name, phone, place } = evidence;
  const phoneEnds = phone === 'near' ? 5 : 0;
  return (
    countOf(evidence, 'same') * 100 -
    countOf(evidence, 'different') * 60 +
    nearlySame(evidence) * 30 +
    phoneEnds +
    (name === 'same' ? 3 : 0) +
    (place === 'same' ? 2 : 0)
  );
}

/** Whether two persons may be one, as far as both sides say. */
export function mayBeOne({ name, phone, place }: Evidence): boolean {
  return name !== 'different' && phone !== 'different' && place !== 'different';
}

/** Whether several may all be one person. */
export function areOne(persons: readonly PersonFacts[]): boolean {
  return persons.every((one, at) => persons.slice(at + 1).every((other) => mayBeOne(compareFacts(one, other))));
}

/**
 * Whether a second candidate stands in the way of the first: it may be meant as well, and nothing in which the first
 * agrees exactly speaks against it.
 */
export function isRival(first: Evidence, second: Evidence): boolean {
  if (proofs.some((kind) => second[kind] === 'different' && first[kind] === 'same')) return false;
  return strengthOf(second) === 'likely' || (mayBeOne(second) && countOf(second, 'same') > 0);
}
