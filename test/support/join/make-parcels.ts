import type { JoinLine, JoinOrder } from '../../../src-preload/contract/join/facts';
import { pickIndex, pickOne, seededRandom } from '../../../src-main/practice/seeded-random';
import { inventFlat, inventPerson, type Person } from './invented-people';
import type { NoiseRecipe } from './noise-recipes';
import { usualHands } from './usual-hands';

/** A day's parcels: what the book has, what the courier's sheet says, and which orders each line truly is for. */
export interface InventedDay {
  lines: JoinLine[];
  orders: JoinOrder[];
  /** Row of a line -> its product orders; none for a line of another mall. */
  truth: Map<number, readonly string[]>;
  parcels: number;
}

const goods: readonly [string, readonly string[]][] = [
  ['머그컵 350ml', ['하늘', '구름', '노을']],
  ['린넨 앞치마', ['베이지', '차콜']],
  ['유자차 500g', ['1병', '2병']],
  ['대나무 칫솔', ['6개', '10개']],
  ['무지 노트 A5', ['줄', '모눈']],
  ['소이 캔들 200g', ['라벤더', '비누']],
  ['겨울 파자마 세트', ['M 네이비', 'L 네이비']],
  ['고무나무 도마', ['중', '대']],
];

/** Invents a day by a recipe; the same for the same recipe and size. */
export function makeParcels(parcels: number, recipe: NoiseRecipe): InventedDay {
  const random = seededRandom(recipe.seed);
  const happens = (share: number): boolean => random() < share;
  const people: Person[] = [];
  const day: InventedDay = { lines: [], orders: [], truth: new Map(), parcels };
  let numbers = 0;
  let trackings = 0;

  const { hands = usualHands } = recipe;
  const meet = (): Person => {
    const somebody = (): Person | undefined => (people.length === 0 ? undefined : pickOne(random, people));
    const person = hands.meet(random, somebody);
    const earlier = somebody();
    if (earlier !== undefined && happens(recipe.twin)) person.name = earlier.name;
    if (earlier?.place.flat !== undefined && happens(recipe.neighbour))
      person.place = { ...earlier.place, flat: `9${inventFlat(random)}` };
    people.push(person);
    return person;
  };

  const addOrder = (person: Person, orderId: string, packageNumber: string, phone: string): JoinOrder => {
    numbers += 1;
    const [product, options] = pickOne(random, goods);
    const order: JoinOrder = {
      productOrderId: `20261127${String(numbers).padStart(8, '0')}`,
      orderId,
      packageNumber,
      recipient: person.name,
      phones: [phone],
      address: hands.bookAddress(person.place),
      zipCode: person.place.zipCode,
      product,
      option: pickOne(random, options),
    };
    day.orders.push(order);
    return order;
  };
  const addOrders = (person: Person, count: number, phone: string): JoinOrder[] => {
    numbers += 1;
    const [orderId, packageNumber] = [`20261127${String(90_000_000 - numbers)}`, `p${numbers}`];
    return Array.from({ length: count }, () => addOrder(person, orderId, packageNumber, phone));
  };

  const nextTracking = (): string => {
    trackings += 1;
    return `6${String(trackings).padStart(11, '0')}`;
  };
  const writeLine = (person: Person, phone: string, product: string, trackingNumber: string): JoinLine => {
    const place = happens(recipe.moved) ? inventPerson(random).place : person.place;
    const address = hands.address(random, place, {
      byLot: happens(recipe.byLot),
      withoutDoor: happens(recipe.withoutDoor),
      withoutProvince: happens(recipe.withoutProvince),
      badBlanks: happens(recipe.badBlanks),
    });
    const line: JoinLine = {
      row: day.lines.length + 2,
      recipient: writeName(person.name),
      phones: happens(recipe.noPhone) ? [] : [writePhone(phone)],
      address: happens(recipe.coveredAddress) ? address.replaceAll(/\d/gu, '*') : address,
      zipCode: place.zipCode,
      product,
      references: [pickOne(random, ['', '문 앞에 놓아 주세요', '부재 시 연락 주세요'])],
      trackingNumber,
    };
    day.lines.push(line);
    return line;
  };
  const writeName = (name: string): string => {
    if (happens(recipe.coveredName)) return hands.coverName(random, name);
    return happens(recipe.titles) ? hands.name(random, name) : name;
  };
  const writePhone = (phone: string): string => {
    if (happens(recipe.coveredPhone)) return hands.coverPhone(random, phone);
    return happens(recipe.oddPhone) ? hands.phone(random, phone) : phone;
  };
  const safe = (): string => `0502-${1000 + pickIndex(random, 9000)}-${1000 + pickIndex(random, 9000)}`;
  /** The phone as the book and as the sheet has it. */
  const phonesOf = (person: Person): readonly [book: string, sheet: string] => {
    if (happens(recipe.present)) return ['010-0000-0000', '010-0000-0000'];
    if (happens(recipe.safePhone)) return [safe(), happens(0.5) ? safe() : person.phone];
    return [person.phone, person.phone];
  };
  const named = ({ product = '', option = '' }: JoinOrder): string => (happens(0.3) ? product : `${product} ${option}`);
  const truly = (line: JoinLine, orders: readonly JoinOrder[]): void => {
    day.truth.set(
      line.row,
      orders.map(({ productOrderId }) => productOrderId),
    );
  };

  for (let n = 0; n < parcels; n += 1) {
    const person = meet();
    const [book, sheet] = phonesOf(person);
    const kind = random();
    let from = 0;
    const falls = (share: number): boolean => {
      from += share;
      return kind >= from - share && kind < from;
    };
    if (falls(recipe.bundle)) {
      const orders = addOrders(person, 2 + pickIndex(random, 2), book);
      const tracking = nextTracking();
      const [first] = orders;
      if (happens(recipe.rowPerOrder)) {
        // The seller's form had one address for all of them, so the courier gives back one.
        const [head, ...rest] = orders;
        const line = writeLine(person, sheet, head === undefined ? '' : named(head), tracking);
        truly(line, orders);
        for (const order of rest) {
          const next = { ...line, row: day.lines.length + 2, product: named(order) };
          day.lines.push(next);
          truly(next, orders);
        }
      } else if (first !== undefined) {
        truly(writeLine(person, sheet, `${named(first)} 외 ${orders.length - 1}건`, tracking), orders);
      }
    } else if (falls(recipe.acrossOrders)) {
      const orders = [...addOrders(person, 1, book), ...addOrders(person, 1, book)];
      const [first] = orders;
      const more = happens(recipe.saysHowMany) ? ' 외 1건' : '';
      if (first !== undefined) truly(writeLine(person, sheet, `${named(first)}${more}`, nextTracking()), orders);
    } else if (falls(recipe.twoParcels)) {
      for (const order of [...addOrders(person, 1, book), ...addOrders(person, 1, book)])
        truly(writeLine(person, sheet, named(order), nextTracking()), [order]);
    } else {
      const orders = addOrders(person, 1, book);
      const boxes = falls(recipe.twoBoxes) ? 2 : 1;
      for (const order of orders)
        for (let box = 0; box < boxes; box += 1) truly(writeLine(person, sheet, named(order), nextTracking()), orders);
    }
    if (happens(recipe.strangers)) {
      const other = meet();
      truly(writeLine(other, other.phone, pickOne(random, goods)[0], nextTracking()), []);
    }
    if (happens(recipe.notToday)) {
      const other = meet();
      addOrders(other, 1, phonesOf(other)[0]);
    }
  }
  return day;
}
