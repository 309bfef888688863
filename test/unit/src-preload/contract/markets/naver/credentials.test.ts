import { describe, expect, it } from 'vitest';
import { checkVendorCredentials } from '../../../../../../src-preload/contract/markets/brightmall/credentials';
import { checkCredentials } from '../../../../../../src-preload/contract/markets/naver/credentials';

const secret = '$2a$10$abcdefghijklmnopqrstuv';

describe('credentials pasted by a seller', () => {
  it('pass when id and secret have the form of the API centre', () => {
    expect(checkCredentials(' aaaabbbbcccc ', ` ${secret}\n`)).toBeUndefined();
  });

  it.each([
    ['', secret, 'id-empty'],
    ['aaaabbbbcccc', '', 'secret-empty'],
    [secret, 'aaaabbbbcccc', 'swapped'],
    ['aaaabbbbcccc', 'abcdefgh', 'secret-form'],
    ['aaaabbbbcccc', secret.slice(0, -1), 'secret-form'],
    ['aaaabbbbcccc', secret.replace('$2a$', '$2b$'), 'secret-form'],
    ['내 상점', secret, 'id-form'],
  ])('%s / %s is told as %s', (id, given, fault) => {
    expect(checkCredentials(id, given)).toBe(fault);
  });

  it("tell BrightMall's id and key apart", () => {
    expect(checkVendorCredentials('01EXAMPLE', 'bm_EXAMPLE')).toBeUndefined();
    expect(checkVendorCredentials('bm_EXAMPLE', '01EXAMPLE')).toBe('swapped');
    expect(checkVendorCredentials('01EXAMPLE', 'EXAMPLE')).toBe('key-form');
  });
});
