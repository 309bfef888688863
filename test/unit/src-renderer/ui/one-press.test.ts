import { describe, expect, it } from 'vitest';
import { onePress } from '../../../../src-renderer/ui/one-press';

describe('a press', () => {
  it('counts once, however quickly it is repeated', () => {
    let presses = 0;
    const press = onePress(() => (presses += 1));
    press({ detail: 1 });
    press({ detail: 2 });
    press({ detail: 3 });
    expect(presses).toBe(1);
  });

  it('of a key counts each time', () => {
    let presses = 0;
    const press = onePress(() => (presses += 1));
    press({ detail: 0 });
    press({ detail: 0 });
    expect(presses).toBe(2);
  });
});
