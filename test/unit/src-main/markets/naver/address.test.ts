import { describe, expect, it } from 'vitest';
import { brightmallBase } from '../../../../../src-main/markets/brightmall/address';
import { naverBase } from '../../../../../src-main/markets/naver/address';

describe('a base address', () => {
  it('is the documented one unless replaced', () => {
    expect(naverBase()).toBe('https://api.commerce.naver.com/external');
    expect(brightmallBase()).toBe('https://brightmall-backend.certi.life/vendor-api');
  });
  it.each([
    'http://127.0.0.1:8080',
    'http://127.0.0.1:8080/',
    'http://127.0.0.1:8080/external',
    'http://127.0.0.1:8080/external/',
  ])('of NAVER may leave out its path: %s', (given) => {
    expect(naverBase(given)).toBe('http://127.0.0.1:8080/external');
  });
  it('of NAVER may have another path', () => {
    expect(naverBase('http://127.0.0.1:8080/partner')).toBe('http://127.0.0.1:8080/partner');
  });
  it.each(['http://localhost:1', 'http://localhost:1/vendor-api', 'http://localhost:1/vendor-api/'])(
    'of BrightMall may leave out its path: %s',
    (given) => {
      expect(brightmallBase(given)).toBe('http://localhost:1/vendor-api');
    },
  );
});
