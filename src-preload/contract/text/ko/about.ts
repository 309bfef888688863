/** 설정 > 정보. */
export const about = {
  title: '정보',
  version: (version: string) => `발송데스크 ${version}`,
  notices: '오픈소스 라이선스',
  noticesHint: '이 프로그램에 들어 있는 다른 사람의 프로그램과 글꼴, 그 사용 조건이에요.',
  noticesAbout: '이름을 누르면 사용 조건 전문을 볼 수 있어요. 전문은 영어예요.',
  reading: '읽는 중이에요.',
  missing: '목록 파일을 찾지 못했어요. 설치 폴더의 THIRD-PARTY-NOTICES.txt에도 같은 내용이 있어요.',
  close: '닫기',
};
