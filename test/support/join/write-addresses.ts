import { pickOne } from '../../../src-main/practice/seeded-random';
import type { Place } from './invented-people';

/** As SmartStore's export writes it: by road, the quarter in brackets, block and flat behind (통합배송지). */
export function marketAddress({ province, district, road, roadNumber, quarter, estate, block, flat }: Place): string {
  const names = estate === undefined ? `(${quarter})` : `(${quarter}, ${estate})`;
  const door = [block === undefined ? '' : `${block}동`, flat === undefined ? '' : `${flat}호`]
    .filter(Boolean)
    .join(' ');
  return [province[0], district, road, roadNumber, names, door].filter(Boolean).join(' ');
}

/** Block and flat as people write them: 304동 1502호, 304-1502, 304동1502호, 제304동 제1502호, 304동 1502. */
function writeDoor(random: () => number, { block, flat }: Place): string {
  if (flat === undefined) return '';
  if (block === undefined) return pickOne(random, [`${flat}호`, ` ${flat}호`, `제${flat}호`]);
  return pickOne(random, [
    `${block}동 ${flat}호`,
    `${block}-${flat}`,
    `${block}동${flat}호`,
    `제${block}동 제${flat}호`,
    `${block}동 ${flat}`,
  ]);
}

/** How a courier's sheet may write the same place. */
export interface AddressStyle {
  byLot: boolean;
  withoutDoor: boolean;
  withoutProvince: boolean;
  /** Blanks left out, doubled, or put where none belong. */
  badBlanks: boolean;
}

/** The same place in another hand. */
export function courierAddress(random: () => number, place: Place, style: AddressStyle): string {
  const { province, district, road, roadNumber, quarter, lotNumber, estate } = place;
  const house = style.byLot ? `${quarter} ${lotNumber}` : `${road} ${roadNumber}`;
  const names =
    estate === undefined ? '' : pickOne(random, ['', ` ${estate}`, ` (${quarter}, ${estate})`, `, ${estate}`]);
  const region = style.withoutProvince ? district : `${pickOne(random, province)} ${district}`;
  const end = style.withoutDoor ? '' : writeDoor(random, place);
  const text = `${region} ${house}${names}${end === '' ? '' : pickOne(random, [` ${end}`, `, ${end}`])}`;
  if (!style.badBlanks) return text;
  return pickOne(random, [
    text.replaceAll(' ', '  '),
    text.replace(`${district} `, district),
    text.replace(`${road} `, road),
    ` ${text} `,
    text.replace(/(\d)번길/u, '$1 번길'),
  ]);
}
