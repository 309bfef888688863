import { describe, expect, it } from 'vitest';
import { mayOpenOutside, pageAddresses } from '../../../../../src-main/electron/window/outside-links';

describe('what may be opened in the browser', () => {
  it.each(Object.values(pageAddresses))('our own page %s', (address) => {
    expect(mayOpenOutside(address)).toBe(true);
  });

  it.each([
    'http://sell.smartstore.naver.com/',
    'https://sell.smartstore.naver.com.evil.example/',
    'https://evil.example/?next=https://sell.smartstore.naver.com/',
    'https://user:secret@sell.smartstore.naver.com/',
    'https://sell.smartstore.naver.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://desk/index.html',
    'not an address',
    '',
  ])('never %s', (address) => {
    expect(mayOpenOutside(address)).toBe(false);
  });
});
