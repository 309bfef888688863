import { expect, it } from 'vitest';
import { makeParcels } from '../../../../support/join/make-parcels';
import { measureJoin } from '../../../../support/join/measure-join';
import { officesInTheCountry, presentsInTown, usualDay } from '../../../../support/join/noise-recipes';

it.each([
  ['a usual day', usualDay],
  ['a day of presents in a town', presentsInTown],
  ['a day of offices in the country', officesInTheCountry],
])('joins %s without a wrong tick', (_, recipe) => {
  const { wrong, foundShare, questionsPer100 } = measureJoin(makeParcels(600, recipe));
  expect(wrong).toBe(0);
  expect(foundShare).toBeGreaterThan(0.98);
  expect(questionsPer100).toBeLessThan(3);
});
