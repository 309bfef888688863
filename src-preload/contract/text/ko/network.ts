import type { NetworkFault } from '../../network-fault';
import { figure } from '../numbers';
import { toward } from '../particles.ko';

const kept = (jobs: number): string =>
  jobs > 0
    ? ` ${figure(jobs)}건은 이 PC에 저장해 두었고, 연결되면 자동으로 이어서 처리해요.`
    : ' 연결되면 자동으로 다시 시작해요.';

const problems: Record<Extract<NetworkFault, { is: 'certificate' }>['problem'], string> = {
  untrusted:
    '백신이나 은행 보안 프로그램, 회사 네트워크가 보안 연결을 중간에서 열어 보면 이렇게 돼요. 그 프로그램의 설정에서 보안 연결(HTTPS, SSL) 검사를 끄거나 발송데스크를 예외로 넣어 주세요.',
  expired:
    '인증서 기간이 지났어요. PC의 날짜와 시간이 맞는지 먼저 보고, 맞으면 백신이나 은행 보안 프로그램을 최신으로 바꿔 주세요.',
  'not-yet-valid': '인증서 기간이 아직 시작되지 않았어요. PC의 날짜와 시간이 맞는지 살펴봐 주세요.',
  'wrong-host':
    '쇼핑몰이 아닌 다른 곳의 인증서가 왔어요. 카페나 호텔 와이파이라면 브라우저를 열어 로그인하고, 아니면 백신이나 은행 보안 프로그램의 설정을 살펴봐 주세요.',
};

interface Words {
  title: string;
  body: string;
}

/** Why the way to a market is barred, and what to do. */
function faultWords(fault: NetworkFault, market: string): Words {
  switch (fault.is) {
    case 'certificate':
      return {
        title: `${toward(market)} 가는 보안 연결을 믿을 수 없어서 연결하지 않았어요.`,
        body: `${fault.issuer === undefined ? '' : `인증서를 만든 곳: ${fault.issuer}. `}${problems[fault.problem]}`,
      };
    case 'proxy-sign-in':
      return {
        title: fault.refused
          ? '프록시 서버가 사용자 이름과 비밀번호를 받아들이지 않아요.'
          : '프록시 서버가 사용자 이름과 비밀번호를 물어요.',
        body: `회사나 건물의 네트워크가 쓰는 서버예요(${fault.proxy}). 네트워크 담당자에게 받은 이름과 비밀번호를 넣어 주세요.`,
      };
    case 'proxy-down':
      return {
        title: '이 PC에 정해진 프록시 서버에 연결되지 않아요.',
        body: `${fault.proxy}에 닿지 않아요. 인터넷 연결을 살펴보고, 이제 프록시를 쓰지 않는다면 윈도우 설정 > 네트워크 및 인터넷 > 프록시에서 꺼 주세요.`,
      };
    case 'proxy-refused':
      return {
        title: `프록시 서버가 ${toward(market)} 가는 연결을 막았어요.`,
        body: `네트워크 담당자에게 ${fault.proxy}에서 이 쇼핑몰의 주소를 열어 달라고 해 주세요.`,
      };
    case 'web-page':
      return {
        title: `${market}의 답 대신 웹 페이지가 왔어요.`,
        body: '카페나 호텔 와이파이라면 브라우저를 열어 로그인해 주세요. 회사 네트워크라면 막힌 주소일 수 있으니 네트워크 담당자에게 물어봐 주세요.',
      };
  }
}

export const network = {
  fault: faultWords,
  kept,
  signIn: {
    open: '이름과 비밀번호 넣기',
    title: '프록시 서버에 로그인',
    body: (proxy: string) =>
      `${proxy}에 쓸 이름과 비밀번호예요. 이 PC의 암호 보관함에 저장하고, 쇼핑몰에는 보내지 않아요.`,
    user: '사용자 이름',
    password: '비밀번호',
    refused: '이름이나 비밀번호가 맞지 않아요. 다시 넣어 주세요.',
    failed: '연결해 보지 못했어요. 한 번 더 눌러 주세요.',
    yes: '로그인하기',
    trying: '연결해 보는 중',
    no: '나중에',
    accepted: '프록시 서버에 로그인했어요.',
    acceptedForRun: '프록시 서버에 로그인했어요. 암호 보관함을 쓸 수 없어서 프로그램을 끌 때까지만 기억해요.',
  },
};
