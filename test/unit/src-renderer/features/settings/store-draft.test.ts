import { describe, expect, it } from 'vitest';
import { complaintOf, draftFor, secretsOf } from '../../../../../src-renderer/features/settings/store-draft';
import { text } from '../../../../../src-renderer/text';

const goodSecret = '$2a$04$abcdefghijklmnopqrstuu';
const { faults } = text.settings;

describe('pasted credentials', () => {
  it('says at once when id and secret were swapped', () => {
    const draft = { ...draftFor(undefined, 'naver'), clientId: goodSecret };
    expect(complaintOf(draft)).toEqual({ field: 'clientId', words: faults.swapped });
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

  it('hands over trimmed credentials, or none while one is missing', () => {
    expect(
      secretsOf({ ...draftFor(undefined, 'naver'), clientId: ' id01 ', clientSecret: ` ${goodSecret}\n` }),
    ).toEqual({
      market: 'naver',
      clientId: 'id01',
      clientSecret: goodSecret,
    });
    expect(secretsOf({ ...draftFor(undefined, 'brightmall'), vendorId: 'vendor' })).toBeUndefined();
  });
});
