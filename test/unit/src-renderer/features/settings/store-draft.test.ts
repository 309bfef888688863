import { describe, expect, it } from 'vitest';
import {
  complaintOf,
  draftFor,
  isSecretOf,
  secretsOf,
} from '../../../../../src-renderer/features/settings/store-draft';
import { text } from '../../../../../src-renderer/text';

const goodSecret = '$2a$04$abcdefghijklmnopqrstuu';
const { faults } = text.settings;

describe('pasted credentials', () => {
  it('says at once when id and secret were swapped', () => {
    const draft = { ...draftFor(undefined, 'naver'), clientId: goodSecret };
    expect(complaintOf(draft)).toEqual({ field: 'clientId', words: faults.swapped });
  });

  it('knows the secret half of each market for itself, whatever the fault is called', () => {
    const pasted = [` ${goodSecret}\n`, 'bm_practice_balsong', 'aB3dE5fG7'];
    expect(pasted.map((each) => isSecretOf('naver', each))).toEqual([true, false, false]);
    expect(pasted.map((each) => isSecretOf('brightmall', each))).toEqual([false, true, false]);
  });

  it('knows an id in the place of the secret, and a secret that was cut', () => {
    const draft = draftFor(undefined, 'naver');
    expect(complaintOf({ ...draft, clientSecret: 'aB3dE5fG7' })?.words).toBe(faults['secret-form']);
    expect(complaintOf({ ...draft, clientSecret: '$2a$04$abc' })?.words).toBe(faults['secret-cut']);
  });

  it('says nothing of a good secret, nor of fields that are still empty', () => {
    expect(complaintOf(draftFor(undefined, 'naver'))).toBeUndefined();
    expect(complaintOf({ ...draftFor(undefined, 'naver'), clientSecret: goodSecret })).toBeUndefined();
    expect(
      complaintOf({ ...draftFor(undefined, 'naver'), clientId: 'aB3dE5fG7', clientSecret: goodSecret }),
    ).toBeUndefined();
    expect(complaintOf(draftFor(undefined, 'brightmall'))).toBeUndefined();
  });

  it('says nothing of signs that cannot be seen around a good pair, and takes a field of only such as empty', () => {
    const pasted = { clientId: '\u200bid01\u3164', clientSecret: `\ufeff${goodSecret}\u200b` };
    expect(complaintOf({ ...draftFor(undefined, 'naver'), ...pasted })).toBeUndefined();
    expect(secretsOf({ ...draftFor(undefined, 'naver'), ...pasted, clientId: '\u3164' })).toBeUndefined();
    const vendor = { vendorId: '\u200bvendor', apiKey: 'bm_abcd\u3164' };
    expect(complaintOf({ ...draftFor(undefined, 'brightmall'), ...vendor })).toBeUndefined();
    expect(secretsOf({ ...draftFor(undefined, 'brightmall'), ...vendor })).toMatchObject({
      vendorId: 'vendor',
      apiKey: 'bm_abcd',
    });
  });

  it('hands over trimmed credentials, or none while one is missing', () => {
    expect(
      secretsOf({
        ...draftFor(undefined, 'naver'),
        clientId: '\u200b id01\u3164',
        clientSecret: `\ufeff ${goodSecret}\u2800\n`,
      }),
    ).toEqual({
      market: 'naver',
      clientId: 'id01',
      clientSecret: goodSecret,
    });
    expect(secretsOf({ ...draftFor(undefined, 'brightmall'), vendorId: 'vendor' })).toBeUndefined();
  });
});
