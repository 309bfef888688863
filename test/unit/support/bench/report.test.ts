import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atLeast, atMost, reportBench, reportProof } from '../../../support/bench/report';

const exitCode = process.exitCode;
const printed = vi.spyOn(console, 'log');
beforeEach(() => {
  printed.mockReset();
  process.exitCode = undefined;
});
afterEach(() => {
  process.exitCode = exitCode;
});

it('a missed aim of a proof ends the process with 1, after its line of figures', () => {
  reportProof('kill', { kills: 40 }, { lost: atMost(0, 0), kills: atLeast(39, 40) });
  expect(process.exitCode).toBe(1);
  expect(printed).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"want":">= 40","holds":false'));
});

it('aims that hold, and a missed aim of speed, end it well', () => {
  reportProof('kill', {}, { lost: atMost(0, 0) });
  reportBench('scroll', {}, { 'p95 ms': atMost(66, 17.5) });
  expect(process.exitCode).toBeUndefined();
});
