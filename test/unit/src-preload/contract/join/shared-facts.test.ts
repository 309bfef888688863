import { describe, expect, it } from 'vitest';
import { personFacts } from '../../../../../src-preload/contract/join/facts';
import { shareInSteps } from '../../../../../src-preload/contract/join/shared-facts';

interface Person {
  recipient?: string;
  phones?: string[];
  address?: string;
}

/** Whether a box is compared with a parcel of this person, and the same the other way round. */
function meet(one: Person, other: Person): boolean[] {
  return [
    [one, other],
    [other, one],
  ].map(([box = {}, parcel = {}]) => {
    const steps = shareInSteps([personFacts(box)], [personFacts({}), personFacts(parcel)]);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value.near(0).found.length > 0;
    }
  });
}

const phones = ['010-9876-5432'];
const house = '서울 은평구 가람길 21';

// What is not compared is no rival: then a guess would be ticked.
describe('two are compared', () => {
  it.each<[string, Person, Person]>([
    ['by a whole name', { recipient: '김하루' }, { recipient: '김하루님' }],
    ['by a phone', { recipient: '김하루', phones }, { recipient: '박바다', phones: ['01098765432'] }],
    ['by a second phone', { phones: ['010-2222-3334', ...phones] }, { recipient: '박바다', phones }],
    ['by a rented number', { recipient: '김', phones: ['0502-1234-5678'] }, { phones: ['0502-1234-5678'] }],
    [
      'by the end of a phone and the first letter',
      { recipient: '김*루', phones: ['010-****-5432'] },
      { recipient: '김하루', phones },
    ],
    [
      'by a door',
      { recipient: '김', address: `${house}, 1동 402호` },
      { recipient: '박', address: `${house} 1동 402호` },
    ],
    ['by a door without a block', { recipient: '김', address: `${house}, 402호` }, { address: `${house} 402호` }],
    [
      'by a house and the first letter',
      { recipient: '김*루', address: house },
      { recipient: '김하루', address: `${house}, 402호` },
    ],
  ])('%s', (_, one, other) => {
    expect(meet(one, other)).toEqual([true, true]);
  });
});

describe('two are not compared', () => {
  it.each<[string, Person, Person]>([
    ['who say nothing', {}, {}],
    ['by a covered name', { recipient: '김*' }, { recipient: '김*' }],
    ['by a number that stands for none', { phones: ['010-0000-0000'] }, { phones: ['010-0000-0000'] }],
    ['by the end of a phone alone', { recipient: '박*다', phones: ['010-****-5432'] }, { recipient: '김하루', phones }],
    ['by the end of a rented number', { phones: ['0502-1234-5432'] }, { phones: ['0503-8765-5432'] }],
    [
      'by a house alone',
      { recipient: '김', address: `${house}, 402호` },
      { recipient: '박', address: `${house}, 403호` },
    ],
    [
      'by a flat in another block',
      { recipient: '김', address: `${house}, 1동 402호` },
      { recipient: '박', address: `${house}, 2동 402호` },
    ],
    ['by a covered address', { recipient: '김', address: '서울 ****' }, { recipient: '김*', address: '서울 ****' }],
  ])('%s', (_, one, other) => {
    expect(meet(one, other)).toEqual([false, false]);
  });
});

it('two of one house are both compared with who lives there', () => {
  const there = personFacts({ recipient: '박', address: `${house}, 402호` });
  const steps = shareInSteps([there, there], [there]);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect([step.value.near(0).found, step.value.near(1).found]).toEqual([[0], [0]]);
});
