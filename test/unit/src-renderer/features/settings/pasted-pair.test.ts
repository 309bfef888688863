import { describe, expect, it } from 'vitest';
import { pairIn } from '../../../../../src-renderer/features/settings/store-draft';

const clientId = '7hQp2LrVxTa9Kc3MwZ8d';
const clientSecret = '$2a$04$abcdefghijklmnopqrstuu';

describe('both keys in one paste', () => {
  it.each([
    `${clientId}\n${clientSecret}`,
    `${clientSecret}\t${clientId}`,
    `애플리케이션 ID: ${clientId}\r\n애플리케이션 시크릿: ${clientSecret}\r\n`,
  ])('are found whatever stands between them: %j', (pasted) => {
    expect(pairIn(pasted, 'naver')).toEqual({ clientId, clientSecret });
  });

  it('are not found where one is missing', () => {
    expect(pairIn(clientId, 'naver')).toBeUndefined();
    expect(pairIn(clientSecret, 'naver')).toBeUndefined();
    expect(pairIn(`시크릿 ${clientSecret}`, 'naver')).toBeUndefined();
    expect(pairIn('', 'naver')).toBeUndefined();
  });

  it('are found for the other market as well', () => {
    const pair = { vendorId: '01PRACTICE0BALSONGDESK0000', apiKey: 'bm_practice_balsong' };
    expect(pairIn(`Vendor ID ${pair.vendorId} API ${pair.apiKey}`, 'brightmall')).toEqual(pair);
  });
});
