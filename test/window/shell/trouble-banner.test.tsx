import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import { noCounts } from '../../../src-preload/contract/job-states';
import { storeSchema, storeStatusSchema } from '../../../src-preload/contract/store';
import { EngineFoot } from '../../../src-renderer/shell/engine-foot';
import { StoreHead } from '../../../src-renderer/shell/store-head';
import { TroubleBanner } from '../../../src-renderer/shell/trouble-banner';
import { useAppState } from '../../../src-renderer/state/app-state';
import { createFakeBridge } from '../../support/window/fake-bridge';

/** Why a store rests is one thing with one name: in its badge, its banner, the button of the banner and the foot. */
const storeId = storeIdSchema.parse('7b7b7b7b-0000-4000-8000-000000000002');
const since = Date.parse('2026-03-02T09:00:00+09:00');
const store = storeSchema.parse({
  id: storeId,
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'app-1',
  hasSecrets: true,
  confirmFirst: 'ask',
});

afterEach(cleanup);

interface Drawn {
  badge: string | null;
  banner: string | null;
  buttons: (string | null)[];
  foot: string | null;
}

/** What is said of a store in this state; twelve orders wait unless the counts say otherwise. */
function drawn(given: object): Drawn {
  createFakeBridge({
    'log-counts-all': () => ({ retry: 0, 'confirm-then-dispatch': 0, 'by-file': 0, 'here-instead': 0 }),
  });
  const status = storeStatusSchema.parse({
    storeId,
    filed: 0,
    unread: 0,
    rateLimited: false,
    counts: { ...noCounts, queued: 12 },
    progress: { done: 0, total: 12 },
    ...given,
  });
  useAppState.setState({ phase: 'ready', stores: [store], chosen: storeId, statuses: [status] });
  render(
    <>
      <StoreHead />
      <TroubleBanner />
      <EngineFoot />
    </>,
  );
  const banner = document.querySelector('.banner');
  return {
    badge: screen.getByTestId('connection-badge').textContent,
    banner: banner?.textContent ?? null,
    buttons: [...(banner?.querySelectorAll('button') ?? [])].map((button) => button.textContent),
    foot: screen.getByTestId('pause-toggle').textContent,
  };
}

const paused = (cause: string, more: object = {}) => ({ connection: 'paused', pause: { cause, since, ...more } });

it.each([
  ['seller', '잠시 멈춤', '잠시 멈춰 두었어요.', '다시 시작하기'],
  ['look-first', '먼저 살펴보기', '먼저 살펴볼 주문이 있어요.', '12건 이어서 처리하기'],
  ['quota', '호출 한도 도달', '네이버에 보낼 수 있는 호출을 다 썼어요.', '다시 연결하기'],
  ['ip', '설정 필요', '네이버가 지금 인터넷 주소(IP)를 허용하지 않았어요.', '다시 연결하기'],
  ['permission', '설정 필요', '이 애플리케이션에 주문 권한이 없어요.', '다시 연결하기'],
  ['bug', '설정 필요', '프로그램이 보낸 내용을 쇼핑몰이 읽지 못했어요.', '다시 연결하기'],
])('a store that stopped for %s: the badge, its reason and the way on', (cause, badge, title, button) => {
  const { foot, ...seen } = drawn(paused(cause));
  expect(seen.badge).toBe(badge);
  expect(seen.banner).toContain(title);
  expect(seen.banner).toContain('12건');
  expect(seen.buttons).toContain(button);
  // Only the seller's own pause is ended by the seller's own button.
  expect(foot).toBe(cause === 'seller' ? '다시 시작하기' : '잠시 멈추기');
});

it('a secret that was refused leads to another one, and is never called connected', () => {
  const { badge, buttons } = drawn({ ...paused('secret'), provenAt: since });
  expect(badge).toBe('설정 필요');
  expect(buttons).toContain('다시 연결하기');
  expect(buttons.at(-1)).toMatch(/바꾸기$/u);
});

it('a copied folder says that the secret is missing, not that it is wrong', () => {
  const missing = drawn(paused('secret', { detail: 'no-secrets' })).banner;
  cleanup();
  expect(missing).not.toBe(drawn(paused('secret')).banner);
});

it.each(['seller', 'look-first', 'quota', 'ip', 'secret', 'permission', 'bug'])(
  'with nothing that waits no figure is said: %s',
  (cause) => {
    const { banner, buttons } = drawn({ ...paused(cause), counts: noCounts, progress: { done: 0, total: 0 } });
    expect(banner).not.toBeNull();
    expect(`${banner} ${buttons.join(' ')}`).not.toMatch(/(?<!\d)0건/u);
  },
);

it('of an outage: what was not sent is not registered, what was cut is not known', () => {
  const { badge, banner } = drawn({
    connection: 'offline',
    offlineCause: 'no-line',
    counts: { ...noCounts, queued: 50, waiting: 8, sending: 1, unknown: 2 },
  });
  expect(badge).toBe('인터넷 끊김');
  expect(banner).toMatch(/58건은 .*등록되지 않았어요\. 3건은 .*몰라요/u);
});

it('a store that the market has not answered is not called connected', () => {
  expect(drawn({ connection: 'online' })).toMatchObject({ badge: '아직 연결 전', banner: null });
});

it('a store that it has answered is, with the time', () => {
  expect(drawn({ connection: 'online', provenAt: since }).badge).toMatch(/^연결됨 .*9:00/u);
});
