import { pickOne } from '../../../src-main/practice/seeded-random';
import type { Hands } from './hands';
import { inventPerson } from './invented-people';
import { courierAddress, marketAddress } from './write-addresses';

/** A store that sends to homes; what is sourced stands with the recipes (noise-recipes.ts). */
export const usualHands: Hands = {
  meet: inventPerson,
  bookAddress: marketAddress,
  address: courierAddress,
  name: (random, name) =>
    pickOne(random, [
      `${name}님`,
      `${name} 고객님`,
      `${name}님께`,
      `${name}(선물)`,
      `${name.slice(0, 1)} ${name.slice(1)}`,
    ]),
  coverName(random, name) {
    const cover = pickOne(random, ['*', '○', 'O']);
    return name.slice(0, 1) + cover.repeat(name.length - 2) + name.slice(-1);
  },
  phone(random, phone) {
    const digits = phone.replaceAll('-', '');
    return pickOne(random, [
      digits,
      `+82 ${phone.slice(1)}`,
      digits.slice(1),
      phone.replaceAll('-', ' '),
      `${phone}, 02-345-6789`,
    ]);
  },
  coverPhone: (_random, phone) => phone.replace(/-\d{3,4}-/u, '-****-'),
};
