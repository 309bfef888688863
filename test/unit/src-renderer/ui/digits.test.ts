import { describe, expect, it } from 'vitest';
import { groupsOfFour } from '../../../../src-renderer/ui/digits';

describe('long numbers', () => {
  it('are cut into fours from the front, as couriers print them', () => {
    expect(groupsOfFour('102030405064')).toEqual(['1020', '3040', '5064']);
    expect(groupsOfFour('6891101300721')).toEqual(['6891', '1013', '0072', '1']);
    expect(groupsOfFour('')).toEqual([]);
  });
});
