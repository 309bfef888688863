import { describe, expect, it } from 'vitest';
import { complaintOf, emptyDraft, secretsOf } from '../../../../../src-renderer/features/settings/store-draft';
import { text } from '../../../../../src-renderer/text';

const goodSecret = '$2a$04$abcdefghijklmnopqrstuu';
const { faults } = text.settings;

describe('pasted credentials', () => {
  it('says at once when id and secret were swapped', () => {
    const draft = { ...emptyDraft('naver'), clientId: goodSecret };
    expect(complaintOf(draft)).toEqual({ field: 'clientId', words: faults.swapped });
  });

  it('knows an id in the place of the secret, and a secret that was cut', () => {
    const draft = emptyDraft('naver');
    expect(complaintOf({ ...draft, clientSecret: 'aB3dE5fG7' })?.words).toBe(faults['secret-form']);
    expect(complaintOf({ ...draft, clientSecret: '$2a$04$abc' })?.words).toBe(faults['secret-cut']);
  });

  it('says nothing of a good secret, nor of fields that are still empty', () => {
    expect(complaintOf(emptyDraft('naver'))).toBeUndefined();
    expect(complaintOf({ ...emptyDraft('naver'), clientSecret: goodSecret })).toBeUndefined();
    expect(complaintOf({ ...emptyDraft('naver'), clientId: 'aB3dE5fG7', clientSecret: goodSecret })).toBeUndefined();
    expect(complaintOf(emptyDraft('brightmall'))).toBeUndefined();
  });

  it('hands over trimmed credentials, or none while one is missing', () => {
    expect(secretsOf({ ...emptyDraft('naver'), clientId: ' id01 ', clientSecret: ` ${goodSecret}\n` })).toEqual({
      market: 'naver',
      clientId: 'id01',
      clientSecret: goodSecret,
    });
    expect(secretsOf({ ...emptyDraft('brightmall'), vendorId: 'vendor' })).toBeUndefined();
  });
});
