import { describe, it, vi } from 'vitest';
import { playDay } from '../../support/core/day';
import { brokenLines } from './broken-lines';
import { clocks, lostAnswers, orderTroubles, storeTroubles } from './worst-days';

/**
 * The whole main process but Electron, against the practice market over HTTP. Most of a day is the ten seconds the
 * engine gives a market before it reads what became of an unanswered call, so that the days run at the same time.
 */
vi.setConfig({ maxConcurrency: 40 });

const groups = { lostAnswers, brokenLines, storeTroubles, orderTroubles, clocks };
const seeds = new Map(
  Object.values(groups)
    .flat()
    .map((scenario, index) => [scenario, 100 + index]),
);

describe.concurrent('a worst day', () => {
  for (const [group, scenarios] of Object.entries(groups)) {
    for (const scenario of scenarios) {
      it(`${group}: ${scenario.name}`, () => playDay(scenario, seeds.get(scenario) ?? 1));
    }
  }
});
