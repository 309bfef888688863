/** The first start: three ways in. */
export const firstRun = {
  title: '어떻게 시작할까요?',
  hint: '하나를 골라도 나중에 나머지를 할 수 있어요.',
  ways: {
    practice: {
      title: '연습으로 해 보기',
      body: '연습용 주문 12건으로 파일을 놓고 발송 처리까지 해 봐요. 실제 주문은 바뀌지 않아요.',
      takes: '1분 · 아무것도 준비하지 않아도 돼요',
      act: '연습으로 해 보기',
    },
    connect: {
      title: '내 스마트스토어 연결하기',
      body: '커머스API센터에서 ID와 시크릿을 복사해 와요. 어디를 눌러야 하는지 차례대로 알려 줘요.',
      takes: '10분쯤 · 한 번만 하면 돼요',
      act: '스토어 연결하기',
    },
    file: {
      title: '파일만 열어 보기',
      body: '택배사에서 받은 파일을 놓으면 어떻게 읽는지 보여 줘요. 어디에도 등록하지 않아요.',
      takes: '1분 · 택배사 파일 하나',
      act: '파일 고르기',
    },
  },
  backup: '다른 PC에서 쓰던 백업이 있다면',
  fromBackup: '백업에서 가져오기',
  skip: '나중에 고르기',
};
