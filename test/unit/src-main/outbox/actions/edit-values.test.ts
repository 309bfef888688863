import { afterEach, describe, expect, it } from 'vitest';
import type { DispatchValues } from '../../../../../src-preload/contract/job';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(async () => {
  await world.end();
});

const parcel: DispatchValues = {
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'HANJIN',
  trackingNumber: '403020102030',
};

/** A job that the market refused, and which the seller corrects. */
async function refusedJob(): Promise<string> {
  world = await createWorld();
  const [line] = world.orders(1, { code: '104119' });
  if (line === undefined) throw new Error('a line');
  await world.add([line]);
  await world.time.advance(2000);
  delete world.orderOf(line.target).code;
  return line.target;
}

async function editTo(target: string, values: DispatchValues, chosen?: boolean) {
  const { id } = await world.job(target);
  return world.outbox.act({ action: 'edit', jobs: [id], values, ...(chosen === undefined ? {} : { chosen }) });
}

describe('a correction in the log', () => {
  it.each<[string, Partial<DispatchValues>]>([
    ['words in the place of a number', { trackingNumber: '경비실' }],
    ['a number of a length that the courier does not have', { trackingNumber: '40302010203' }],
    ['a courier that the market does not list', { deliveryCompanyCode: 'NO_SUCH' }],
    ['a telephone number', { trackingNumber: '01012345678', deliveryCompanyCode: 'DAESIN' }],
  ])('is refused with %s, as a row of a sheet is, and changes nothing', async (_, change) => {
    const target = await refusedJob();
    const before = await world.job(target);
    const outcome = await editTo(target, { ...parcel, ...change });
    expect(outcome).toMatchObject({ changed: 0, refused: [{ why: 'bad-values' }] });
    expect(await world.job(target)).toEqual(before);
  });

  it('is taken all the same where a row could be ticked, and was looked at', async () => {
    const target = await refusedJob();
    const odd = { ...parcel, trackingNumber: '40302010203' };
    expect(await editTo(target, odd, true)).toMatchObject({ changed: 1 });
    await world.time.advance(2000);
    expect(world.fake.ledger).toMatchObject([{ number: '40302010203' }]);
  });

  it('is kept as a row has it', async () => {
    const target = await refusedJob();
    expect(await editTo(target, { ...parcel, trackingNumber: "'4030-2010-2030" })).toMatchObject({ changed: 1 });
    expect(await world.job(target)).toMatchObject({ values: { dispatch: parcel } });
  });
});
