import { expect, it } from 'vitest';
import { IndexGroups } from '../../../../../src-preload/contract/check/index-groups';

it('has the verdict of two or more that stand under a key now, worked out once until they change', () => {
  let judged = 0;
  const groups = new IndexGroups(6, (indexes) => {
    judged += 1;
    return [...indexes].join();
  });
  const steps: [() => void, string[], string | undefined][] = [
    [() => groups.remove('key', 0), [], undefined],
    [() => groups.add('key', 0), ['0'], undefined],
    [() => groups.add('key', 1), ['0', '1'], '0,1'],
    [() => groups.add('key', 2), ['0', '1', '2'], '0,1,2'],
    [() => groups.remove('key', 1), ['0', '2'], '0,2'],
    [() => groups.remove('key', 2), ['0'], undefined],
    [() => groups.add('key', 3), ['0', '3'], '0,3'],
    [() => groups.remove('key', 0), ['3'], undefined],
    [() => groups.remove('key', 3), [], undefined],
    [() => groups.add('key', 4), ['4'], undefined],
    [() => groups.remove('key', 4), [], undefined],
    [() => groups.add('key', 5), ['5'], undefined],
    [() => groups.add(undefined, 0), ['5'], undefined],
    [() => groups.remove(undefined, 5), ['5'], undefined],
  ];
  let wanted = 0;
  for (const [step, indexes, verdict] of steps) {
    step();
    if (verdict !== undefined) wanted += 1;
    expect([...groups.of('key')].map(String)).toEqual(indexes);
    for (const each of [...indexes, ...indexes]) expect(groups.verdict(Number(each), 'key')).toBe(verdict);
    expect(judged).toBe(wanted);
  }
  expect([...groups.of(undefined), groups.verdict(5, undefined), groups.verdict(5, 'other')]).toEqual([
    undefined,
    undefined,
  ]);
});
