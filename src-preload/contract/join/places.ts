import type { Likeness } from './likeness';
import type { ReadPlace } from './read-place';

/** A district's name this long is hardly one of two cities: 중구 and 동구 are many. */
const tellingDistrict = 3;

/**
 * The same is only what says the same house and the same flat, or no flat on either side. A house without the flat of the
 * other is near. What is covered, and a road next to a lot, cannot be compared.
 * @param haveOnePostcode tells which 중구 is meant where one side leaves out its city
 */
export function comparePlaces(one: ReadPlace, other: ReadPlace, haveOnePostcode = false): Likeness {
  if (one.is === 'none' || other.is === 'none' || one.is === 'covered' || other.is === 'covered') return 'unknown';
  const region = compareRegions(one, other);
  if (region === 'different') return 'different';
  if (one.is !== other.is) return 'unknown';
  if (one.is === 'words')
    return one.house === other.house && one.house !== '' && region === 'same' ? 'same' : 'unknown';
  if (one.house !== other.house) return 'different';
  const flat = compareFlats(one, other);
  return region === 'same' || haveOnePostcode || flat === 'different' ? flat : 'near';
}

function compareRegions(one: ReadPlace, other: ReadPlace): 'same' | 'near' | 'different' {
  const bothNamed = one.province !== '' && other.province !== '';
  if (bothNamed && one.province !== other.province) return 'different';
  const shared = one.districts.filter((each) => other.districts.includes(each));
  const bothDistricts = one.districts.length > 0 && other.districts.length > 0;
  if (bothDistricts && shared.length === 0) return 'different';
  if (bothNamed && (bothDistricts || one.districts.length === other.districts.length)) return 'same';
  return shared.some((each) => each.length >= tellingDistrict) ? 'same' : 'near';
}

function compareFlats(one: ReadPlace, other: ReadPlace): Likeness {
  if (one.flat === other.flat && one.block === other.block) return 'same';
  if (one.flat !== '' && other.flat !== '' && one.flat !== other.flat) return 'different';
  if (one.block !== '' && other.block !== '' && one.block !== other.block) return 'different';
  return 'near';
}
