import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import { noCounts } from '../../../src-preload/contract/job-states';
import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import type { Store, StoreStatus, TestReport } from '../../../src-preload/contract/store';
import { withoutTestAddress } from '../../../src-preload/contract/store';
import { StoreCard } from '../../../src-renderer/features/settings/store-card';
import { testWords } from '../../../src-renderer/features/settings/test-words';
import { ProxySignIn } from '../../../src-renderer/shell/proxy-sign-in';
import { StoreHead } from '../../../src-renderer/shell/store-head';
import { TroubleBanner } from '../../../src-renderer/shell/trouble-banner';
import { useAnnouncements } from '../../../src-renderer/state/announcements';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';

const store: Store = {
  id: storeIdSchema.parse(randomUUID()),
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'app-1',
  hasSecrets: true,
  confirmFirst: 'ask',
};
let proxies = 0;
/** Each test meets a proxy of its own: about one the seller is asked once a run. */
const signIn = (refused = false) =>
  ({ is: 'proxy-sign-in', proxy: `p${proxies}.example:8080`, refused }) satisfies NetworkFault;

afterEach(() => {
  cleanup();
  proxies += 1;
});

const statusWith = (fault: NetworkFault): StoreStatus => ({
  storeId: store.id,
  connection: 'offline',
  offlineCause: 'no-line',
  fault,
  lastTest: { at: 1, report: { ...withoutTestAddress, code: 'no-connection', fault } },
  rateLimited: false,
  counts: { ...noCounts, queued: 3 },
  filed: 0,
  unread: 0,
  progress: { done: 0, total: 3 },
});
const show = (fault: NetworkFault): void =>
  useAppState.setState({ phase: 'ready', stores: [store], chosen: store.id, statuses: [statusWith(fault)] });

it.each<[NetworkFault, RegExp[]]>([
  [
    { is: 'certificate', problem: 'untrusted', issuer: 'Web Shield Root CA' },
    [/보안 연결을 믿을 수 없어서/, /Web Shield Root CA/, /은행 보안 프로그램/, /예외로/],
  ],
  [{ is: 'certificate', problem: 'expired' }, [/기간이 지났어요/, /날짜와 시간/]],
  [{ is: 'certificate', problem: 'not-yet-valid' }, [/아직 시작되지 않았어요/, /날짜와 시간/]],
  [{ is: 'certificate', problem: 'wrong-host' }, [/다른 곳의 인증서/, /와이파이/]],
  [{ is: 'proxy-down', proxy: 'p:1' }, [/프록시 서버에 연결되지 않아요/, /p:1/]],
  [{ is: 'proxy-refused', proxy: 'p:1' }, [/막았어요/, /p:1/]],
  [{ is: 'web-page' }, [/답 대신 웹 페이지/, /브라우저를 열어 로그인/]],
])('%o is said in the band, on the card and in the badge, and is no outage of the internet', (fault, words) => {
  createFakeBridge({});
  show(fault);
  const band = render(<TroubleBanner />).container.textContent ?? '';
  const card = render(<StoreCard store={store} />).container.querySelector('[data-testid=store-test-result]');
  render(<StoreHead />);
  for (const each of words) {
    expect(band).toMatch(each);
    expect(card?.textContent).toMatch(each);
  }
  expect(band).toMatch(/3건은 이 PC에 저장해 두었고, 연결되면 자동으로 이어서 처리해요/);
  expect(band).not.toMatch(/인터넷이 끊겼어요/);
  expect(screen.getByTestId('connection-badge').textContent).toBe('연결 막힘');
});

it('a proxy asks once: wrong ones are asked for again, right ones end it', async () => {
  const answers = [{ is: 'refused' }, { is: 'accepted', kept: true }];
  const bridge = createFakeBridge({ 'stores-proxy-sign-in': () => answers.shift() });
  const fault = signIn();
  const { proxy } = fault;
  show(fault);
  render(<ProxySignIn />);
  const type = (handle: string, value: string): void =>
    void fireEvent.change(screen.getByTestId(handle), { target: { value } });
  type('proxy-user', 'kim');
  type('proxy-password', 'wrong');
  fireEvent.click(screen.getByTestId('proxy-yes'));
  await screen.findByText(text.network.signIn.refused);
  // The name stays, the password is typed once more.
  expect(screen.getByTestId('proxy-password')).toHaveProperty('value', '');
  type('proxy-password', 'right');
  await act(async () => void fireEvent.click(screen.getByTestId('proxy-yes')));
  expect(screen.queryByTestId('proxy-sign-in')).toBeNull();
  expect(bridge.calls.map(({ input }) => input)).toEqual([
    { storeId: store.id, proxy, user: 'kim', password: 'wrong' },
    { storeId: store.id, proxy, user: 'kim', password: 'right' },
  ]);
});

it('the question can be put off, and is in the band from then on', () => {
  createFakeBridge({});
  show(signIn(true));
  render(<ProxySignIn />);
  expect(screen.getByTestId('proxy-said').textContent).toBe(text.network.signIn.refused);
  fireEvent.click(screen.getByTestId('proxy-no'));
  expect(screen.queryByTestId('proxy-sign-in')).toBeNull();
  render(<TroubleBanner />);
  fireEvent.click(screen.getByTestId('proxy-sign-in-open'));
  expect(screen.getByTestId('proxy-sign-in')).toBeTruthy();
});

it('다시 연결하기 announces what stands in between, in the words of the card in 설정', async () => {
  const fault: NetworkFault = { is: 'certificate', problem: 'untrusted', issuer: 'Web Shield Root CA' };
  const report: TestReport = { ...withoutTestAddress, code: 'no-connection', fault };
  createFakeBridge({ 'stores-test': () => report });
  show(fault);
  render(<TroubleBanner />);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: text.shell.banner.reconnect })));
  const { words } = useAnnouncements.getState().current;
  expect(words).toBe(testWords(store, report));
  expect(words).toContain('Web Shield Root CA');
});
