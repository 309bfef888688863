import { pickIndex, pickOne } from '../../../src-main/practice/seeded-random';

/** A house as both of its addresses name it; flats only of blocks of flats. Roads, estates and people are invented. */
export interface Place {
  province: readonly [long: string, short: string];
  district: string;
  road: string;
  roadNumber: string;
  quarter: string;
  lotNumber: string;
  estate?: string;
  block?: string;
  flat?: string;
  zipCode: string;
}

export interface Person {
  name: string;
  phone: string;
  place: Place;
}

/**
 * How many of a hundred people have a surname: Statistics Korea, census of 2015 (성씨·본관별 인구), rounded; the rest shares
 * what is left.
 */
const surnames: readonly [string, number][] = [
  ['김', 21.5],
  ['이', 14.7],
  ['박', 8.4],
  ['최', 4.7],
  ['정', 4.3],
  ['강', 2.4],
  ['조', 2.1],
  ['윤', 2.1],
  ['장', 2],
  ['임', 1.7],
];
const rarer = [
  ...'한오서신권황안송류홍전고문손양배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국',
];
const syllables = [...'가나다라마하서지민수현우준영은채윤아도율빈호진연재승유주예원해솔봄슬한별찬결온새람솜빛'];
const districts: readonly [Place['province'], readonly string[]][] = [
  [
    ['서울특별시', '서울'],
    ['은평구', '강서구', '중구', '노원구', '관악구', '송파구'],
  ],
  [
    ['부산광역시', '부산'],
    ['중구', '수영구', '동래구', '해운대구'],
  ],
  [
    ['대구광역시', '대구'],
    ['중구', '수성구', '달서구'],
  ],
  [
    ['경기도', '경기'],
    ['고양시 일산서구', '성남시 분당구', '파주시', '하남시', '수원시 영통구', '김포시'],
  ],
  [
    ['강원특별자치도', '강원'],
    ['춘천시', '강릉시', '평창군'],
  ],
  [
    ['전북특별자치도', '전북'],
    ['전주시 완산구', '군산시'],
  ],
  [
    ['경상남도', '경남'],
    ['김해시', '창원시 성산구'],
  ],
  [
    ['충청남도', '충남'],
    ['아산시', '천안시 서북구'],
  ],
];
const roads = [
  '가온로',
  '한빛로',
  '솔밭길',
  '책향기로',
  '들안로',
  '물빛로',
  '너울길',
  '바람길',
  '숲안길',
  '온새로',
  '모란대로',
  '한지길',
];
const quarters = ['솔내동', '가온동', '한들동', '물빛동', '모란동', '숲안리', '너울리'];
const estates = ['가온마을', '한빛자이', '솔밭푸르지오', '모란타운', '들안빌라'];

function surname(random: () => number): string {
  let rest = random() * 100;
  for (const [name, share] of surnames) {
    if (rest < share) return name;
    rest -= share;
  }
  return pickOne(random, rarer);
}

function digits(random: () => number, count: number): string {
  return String(pickIndex(random, 10 ** count)).padStart(count, '0');
}

/** A flat of its own in a block. */
export function inventFlat(random: () => number): string {
  return `${1 + pickIndex(random, 25)}0${1 + pickIndex(random, 6)}`;
}

function inventPlace(random: () => number): Place {
  const [province, names] = pickOne(random, districts);
  const side = random() < 0.4 ? `${1 + pickIndex(random, 60)}번길` : '';
  const part = random() < 0.3 ? `-${1 + pickIndex(random, 20)}` : '';
  const place: Place = {
    province,
    district: pickOne(random, names),
    road: pickOne(random, roads) + side,
    roadNumber: `${1 + pickIndex(random, 300)}${part}`,
    quarter: pickOne(random, quarters),
    lotNumber: `${1 + pickIndex(random, 900)}-${1 + pickIndex(random, 30)}`,
    zipCode: `0${digits(random, 4)}`,
  };
  const kind = random();
  // About half of all households live in flats of an estate, a fifth in smaller houses (Statistics Korea, housing census 2022).
  if (kind < 0.53) {
    return {
      ...place,
      estate: pickOne(random, estates),
      block: `${101 + pickIndex(random, 15)}`,
      flat: inventFlat(random),
    };
  }
  return kind < 0.75 ? { ...place, flat: inventFlat(random) } : place;
}

/** Somebody who does not exist. */
export function inventPerson(random: () => number): Person {
  return {
    name: surname(random) + pickOne(random, syllables) + pickOne(random, syllables),
    // No stand-in: those are told apart from numbers by their repeated digits.
    phone: `010-${2000 + pickIndex(random, 7999)}-${digits(random, 4)}`,
    place: inventPlace(random),
  };
}
