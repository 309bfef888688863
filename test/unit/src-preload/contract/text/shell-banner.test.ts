import { describe, expect, test } from 'vitest';
import { closing } from '../../../../../src-preload/contract/text/ko/closing';
import { shell } from '../../../../../src-preload/contract/text/ko/shell';

describe('the banner of an outage', () => {
  const { offline } = shell.banner;
  test('says of what was not sent that it is not registered, and of what was cut that it is not known', () => {
    expect(offline(58, 0, '네이버')).toContain('58건은 이 PC에 저장해 두었고, 아직 네이버에는 등록되지 않았어요.');
    expect(offline(58, 0, '네이버')).not.toContain('몰라요');
    expect(offline(0, 3, '네이버')).toContain('3건은 답을 받기 전에 끊겨서 등록됐는지 아직 몰라요.');
    expect(offline(0, 3, '네이버')).not.toContain('등록되지 않았어요');
    expect(offline(58, 3, '네이버')).toMatch(/58건은 .*등록되지 않았어요. 3건은 .*몰라요/u);
  });
});

describe('the question at closing', () => {
  test('counts each job once, and says what waits for a choice', () => {
    expect(closing.detail(1, 11, [])).toContain('12건 중 11건은 선택을 기다려요.');
    expect(closing.detail(1, 11, [])).toContain('1건은 이 PC에 저장해 두었어요.');
    expect(closing.detail(0, 11, [])).toBe('모두 선택을 기다려요. 닫아도 그대로 남아 있어요.');
    expect(closing.detail(4, 0, ['‘바다상점’: 설정이 필요해서 멈춰 있어요.'])).toMatch(/바다상점/u);
  });
});
