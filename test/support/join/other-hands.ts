import { pickIndex, pickOne } from '../../../src-main/practice/seeded-random';
import type { Hands } from './hands';
import { inventPerson, type Person, type Place } from './invented-people';

type Random = () => number;

const towns = ['솔내면', '가온읍', '한들면', '물빛면', '모란읍'];
const firms = ['가온상사', '한빛목공', '솔밭카페', '물빛미용실', '모란약국', '들안건설', '온새디자인', '너울식당'];
const ranks = ['실장', '과장', '대리', '팀장', '원장', '사장님', '대표', '매니저'];
const villaBlocks = ['가', '나', 'A', 'B'];
const areaCodes = ['02', '031', '033', '051', '063'];
const entrances = ['공동현관 #0410*', '공동현관 비밀번호 2580#', '경비실 호출', '엘리베이터 없음', '1층 무인택배함'];

/**
 * Names before and after 2023 and 2024 and in short: the book has today's, address books of couriers have any of them.
 * (Acts on 강원특별자치도 and 전북특별자치도; lists of 시도 names in public address code.)
 */
const otherProvinces: Readonly<Record<string, readonly string[]>> = {
  서울특별시: ['서울', '서울시', '서울특별시'],
  부산광역시: ['부산', '부산시', '부산광역시'],
  대구광역시: ['대구', '대구시', '대구광역시'],
  경기도: ['경기', '경기도'],
  강원특별자치도: ['강원', '강원도', '강원특별자치도'],
  전북특별자치도: ['전북', '전라북도', '전북특별자치도'],
  경상남도: ['경남', '경상남도'],
  충청남도: ['충남', '충청남도'],
};

/** Where somebody lives or works beyond what every place has. */
interface WiderPlace extends Place {
  town?: string;
  /** 지하 1층, 2층: shops and offices. */
  floor?: string;
  /** What the buyer typed behind the address: it goes on the label as it stands, or the seller takes it out. */
  note?: string;
}

function landline(random: Random): string {
  return `${pickOne(random, areaCodes)}-${200 + pickIndex(random, 700)}-${String(pickIndex(random, 10_000)).padStart(4, '0')}`;
}

function happens(random: Random, share: number): boolean {
  return random() < share;
}

/** 김솔 and 남궁하루: one in 150 has a given name of one syllable, two-syllable surnames are rarer (encyclopedias on names). */
function otherLength(random: Random, name: string): string {
  const kind = random();
  if (kind < 0.007) return name.slice(0, 2);
  return kind < 0.01 ? pickOne(random, ['남궁', '선우', '황보']) + name.slice(1) : name;
}

/** A recipient that is a firm, somebody in a firm, or somebody with a rank, as buyers type them. */
function officeName(random: Random, firm: string, name: string): string {
  return pickOne(random, [
    `${firm} ${name}`,
    `(주)${firm} ${name}`,
    `${name} ${pickOne(random, ranks)}`,
    `${firm} ${name} ${pickOne(random, ranks)}`,
    firm,
  ]);
}

/** Without estate, block and flat. */
function houseOf({ province, district, road, roadNumber, quarter, lotNumber, zipCode }: Place): Place {
  return { province, district, road, roadNumber, quarter, lotNumber, zipCode };
}

function office(random: Random, person: Person): Person {
  const place: WiderPlace = { ...houseOf(person.place), floor: pickOne(random, ['1층', '2층', '3층', '지하1층', '']) };
  return {
    name: officeName(random, pickOne(random, firms), person.name),
    phone: happens(random, 0.4) ? landline(random) : person.phone,
    place,
  };
}

function farm(random: Random, person: Person): Person {
  const place: WiderPlace = {
    ...houseOf(person.place),
    town: pickOne(random, towns),
    quarter: pickOne(random, ['숲안리', '너울리']),
  };
  return { ...person, place };
}

function door({ block, flat, floor = '' }: WiderPlace): string {
  return [block === undefined ? '' : `${block}동`, flat === undefined ? '' : `${flat}호`, floor]
    .filter(Boolean)
    .join(' ');
}

/** Door as it is written by hand; villas have blocks with a letter or a syllable. */
function writeDoor(random: Random, { block, flat, floor = '' }: WiderPlace): string {
  if (floor !== '') {
    const [plain, short] = [floor.replace('지하1층', '지하 1층'), floor.replace('지하1층', 'B1층').replace('층', 'F')];
    return pickOne(random, [floor, plain, short]);
  }
  if (flat === undefined) return '';
  if (block === undefined) return pickOne(random, [`${flat}호`, flat]);
  return pickOne(random, [`${block}동 ${flat}호`, `${block}-${flat}`, `${block}동${flat}호`, `${block}동 ${flat}`]);
}

/** Last letter or middle one, or whatever stands behind the name (김하루 고**). */
function coverName(random: Random, name: string): string {
  const cover = pickOne(random, ['*', '○']);
  const isPlain = /^[가-힣]{2,4}$/u.test(name);
  if (isPlain && happens(random, 0.3)) return `${name} 고${cover}${cover}`;
  if (happens(random, 0.5)) return name.slice(0, -1) + cover;
  return name.slice(0, 1) + cover + name.slice(2);
}

/**
 * A maker who sends to homes, shops, offices and farms. Sources: the privacy commission's finding of 2025-09-10 that couriers
 * cover the middle or the last letter of a name and the middle or the last four digits of a phone; the official form of road
 * addresses, with the door before the brackets; public code of sellers that joins couriers' sheets (ranks and firms' forms
 * behind and before names, 김하루 고**, phones with dots, brackets and 82); a courier's blog on what buyers type behind
 * their address. Town names (읍, 면) are often left out of road addresses.
 */
export const officesAndFarms: Hands = {
  meet(random, somebody) {
    const earlier = somebody();
    const person = inventPerson(random);
    person.name = otherLength(random, person.name);
    if (earlier !== undefined && happens(random, 0.02)) {
      // A colleague or one of the family: the same place and phone, another name.
      const name = earlier.name.replace(/[가-힣]{2,4}(?=( \S+)?$)/u, person.name);
      return { name: name === earlier.name ? person.name : name, phone: earlier.phone, place: earlier.place };
    }
    const kind = random();
    if (kind < 0.12) return office(random, person);
    if (kind < 0.27) return farm(random, person);
    let { place }: { place: WiderPlace } = person;
    if (place.block === undefined && place.flat !== undefined && happens(random, 0.3))
      place = { ...place, block: pickOne(random, villaBlocks) };
    if (happens(random, 0.08)) place = { ...place, note: pickOne(random, entrances) };
    return { ...person, place };
  },

  bookAddress(place: WiderPlace) {
    const { province, district, town = '', road, roadNumber, quarter, estate, note = '' } = place;
    const names = estate === undefined ? `(${quarter})` : `(${quarter}, ${estate})`;
    return [province[0], district, town, road, roadNumber, names, door(place), note].filter(Boolean).join(' ');
  },

  name(random, name) {
    if (name.startsWith('(주)')) return name.replace('(주)', pickOne(random, ['㈜', '주식회사 ', '']));
    return pickOne(random, [
      `${name}님`,
      `${name}씨`,
      name.replaceAll(' ', ''),
      name.replace(/ (\S+)$/u, '/$1'),
      `${name} 귀하`,
      `${name}(본인)`,
    ]);
  },

  coverName,

  phone(random, phone) {
    const [area = '', ...rest] = phone.split('-');
    return pickOne(random, [
      phone.replaceAll('-', ''),
      phone.replaceAll('-', '.'),
      `(${area})${rest.join('-')}`,
      `82-${phone.slice(1)}`,
      phone.replaceAll('-', '').slice(1),
      `${phone} / ${landline(random)}`,
      `T.${phone}`,
    ]);
  },

  coverPhone(random, phone) {
    return happens(random, 0.5) ? phone.replace(/-\d{3,4}-/u, '-****-') : phone.replace(/\d{4}$/u, '****');
  },

  address(random, place: WiderPlace, { byLot, withoutDoor }) {
    const { province, district, town = '', road, roadNumber, quarter, lotNumber, estate, note = '' } = place;
    const region = [pickOne(random, otherProvinces[province[0]] ?? province), district];
    if (happens(random, 0.08)) region[1] = district.replace(/^(\S+)시 /u, '$1 ');
    if (town !== '' && (byLot || happens(random, 0.7))) region.push(town);
    const end = withoutDoor ? '' : writeDoor(random, place);
    const behind = note === '' || happens(random, 0.3) ? '' : pickOne(random, [` ${note}`, ` (${note})`]);
    if (byLot) {
      const lot = `${quarter} ${lotNumber}${pickOne(random, ['', '번지'])}`;
      return [...region, lot, estate ?? '', end].filter(Boolean).join(' ') + behind;
    }
    const house = `${road} ${roadNumber}`;
    const called = estate === undefined ? '' : estate + pickOne(random, ['', '아파트', ' APT']);
    const named = estate === undefined ? `(${quarter})` : `(${quarter}, ${called})`;
    // The official form sets the door off with a comma and puts the brackets last.
    const official = `${[...region, house].join(' ')}${end === '' ? '' : `, ${end}`} ${named}`;
    const plain = [...region, house, end].filter(Boolean).join(' ');
    const withName = [...region, house, called, end].filter(Boolean).join(' ');
    return pickOne(random, [official, official, plain, withName]) + behind;
  },
};
