import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { expectCheap } from '../../support/bounded-work';

const sheet = Buffer.alloc(8_000_000);
/** So many times what an honest sheet costs. */
const costs = (times: number) => async () => {
  for (let time = 0; time < times; time += 1) createHash('sha512').update(sheet).digest();
};

it('lets pass what costs about as much as what it is compared with, and nothing that costs far more', async () => {
  await expectCheap(costs(1), 20, costs(1));
  await expect(expectCheap(costs(60), 20, costs(1))).rejects.toThrow('ms of the processor');
});
