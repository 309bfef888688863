/** Why a file cannot be used, and what helps. */
export const sheetFailures = {
  failures: {
    title: '이 파일은 쓸 수 없어요.',
    nothingChanged: '바뀐 것은 없어요.',
    tryAnother: '다른 파일 고르기',
    dismiss: '닫기',
  },
  /** By the code of reading (sheets/reading), of understanding, and of the window itself. */
  refusals: {
    empty: '파일에 내용이 없어요. 택배사 프로그램에서 다시 받아 주세요.',
    'not-a-workbook': '엑셀 파일이나 표로 읽을 수 없는 파일이에요. 택배사 프로그램에서 엑셀로 다시 받아 주세요.',
    'too-large': '파일이 50MB보다 커요. 날짜를 나누어 다시 받아 주세요.',
    'too-large-inside': '압축을 풀면 너무 커지는 파일이라 읽지 않았어요. 필요한 시트만 담아 다시 저장해 주세요.',
    'too-many-parts': '속에 든 조각이 너무 많은 파일이라 읽지 않았어요. 엑셀에서 다시 저장해 주세요.',
    damaged: '파일이 깨져 있어 읽을 수 없어요. 택배사 프로그램에서 다시 받아 주세요.',
    'only-excel-reads': '여기에서는 바로 읽을 수 없는 파일이에요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
    'password-needed': '비밀번호가 걸린 파일이에요.',
    'password-wrong': '비밀번호가 달라요. 한글과 영문, 대문자와 소문자를 살펴봐 주세요.',
    'password-kind-unknown': '이 방식의 비밀번호는 풀 수 없어요. 엑셀에서 열어 비밀번호 없이 다시 저장해 주세요.',
    'password-too-costly':
      '비밀번호를 푸는 데 너무 오래 걸리는 파일이에요. 엑셀에서 열어 비밀번호 없이 다시 저장해 주세요.',
    'too-many-rows': '줄이 20만 줄보다 많아요. 날짜를 나누어 다시 받아 주세요.',
    'too-many-columns': '열이 너무 많은 파일이에요. 필요한 열만 담아 다시 저장해 주세요.',
    'too-many-cells': '칸이 너무 많은 파일이에요. 필요한 시트와 열만 담아 다시 저장해 주세요.',
    'forbidden-content': '엑셀이 쓰지 않는 위험한 내용이 들어 있어 읽지 않았어요. 받은 곳에 다시 물어봐 주세요.',
    'no-sheet': '표가 있는 시트가 없어요. 다른 파일이 아닌지 살펴봐 주세요.',
    'excel-lock-file':
      '엑셀이 열어 둔 동안만 생기는 임시 파일이에요. 이름이 ~$로 시작하지 않는 원래 파일을 놓아 주세요.',
    'no-lines': '파일에 처리할 줄이 없어요. 다른 시트나 파일이 아닌지 살펴봐 주세요.',
    'other-market': '다른 쇼핑몰의 파일이라 이 스토어에는 쓸 수 없어요. 스마트스토어 주문이 든 파일을 놓아 주세요.',
    'courier-form':
      '택배사에 올리는 접수 파일이라 송장번호가 없어요. 접수를 마친 뒤 택배사에서 결과 파일을 받아 놓아 주세요.',
    'file-gone': '파일을 읽을 수 없어요. 엑셀에서 닫은 뒤 다시 놓아 주세요.',
    folder: '폴더예요. 폴더를 열고 그 안의 엑셀 파일을 놓아 주세요.',
    stopped: '읽기를 멈췄어요.',
    'out-of-memory':
      '읽는 데 메모리가 너무 많이 드는 파일이라 멈췄어요. 엑셀에서 필요한 시트만 새 파일에 담아 다시 놓아 주세요.',
    'no-progress':
      '읽는 데 너무 오래 걸리는 파일이라 멈췄어요. 엑셀에서 필요한 시트만 새 파일에 담아 다시 놓아 주세요.',
    internal: '이 파일을 읽다가 문제가 생겼어요. 엑셀에서 다시 저장한 뒤 놓아 주세요.',
  },
  /** The process that held a review ended; its lines were kept. */
  cameBack: (file: string) =>
    `${file}: 읽던 프로그램이 멈춰서 저장된 줄로 다시 열었어요. 방금 고친 칸이 있으면 한 번 봐 주세요.`,
  otherMarket: (layout: string) =>
    `${layout}이라 이 스토어에는 쓸 수 없어요. 스마트스토어 주문이 든 파일을 놓아 주세요.`,
  /** No lines in what was read, and a sheet that was not. */
  noLinesBesideSheet: (sheet: string) =>
    `읽은 시트에는 처리할 줄이 없고, ‘${sheet}’ 시트는 너무 커서 읽지 않았어요. 그 시트를 엑셀에서 따로 저장해서 놓아 주세요.`,
  otherFiles: {
    pdf: 'PDF',
    image: '그림',
    hwp: '한글 문서',
    word: '워드 문서',
    powerpoint: '파워포인트',
    program: '프로그램',
    binary: '알 수 없는',
    numbers: '넘버스',
    mail: '이메일',
    rtf: '서식 있는 텍스트(RTF)',
    video: '동영상',
    database: '데이터베이스',
    json: 'JSON',
    xml: 'XML',
  },
  otherFile: (kind: string) => `${kind} 파일이에요. 택배사 프로그램에서 엑셀로 다시 받아 주세요.`,
  /** Kinds with advice of their own. */
  otherFileAdvice: {
    zip: '압축 파일이에요. 압축을 풀어 주세요. 그 안의 엑셀 파일을 놓으면 돼요.',
    'locked-zip': '비밀번호가 걸린 압축 파일이에요. 압축을 풀어 주세요. 그 안의 엑셀 파일을 놓으면 돼요.',
    archive: '압축 파일이에요. 압축을 풀어 주세요. 그 안의 엑셀 파일을 놓으면 돼요.',
    'web-page': '표가 없는 웹 페이지예요. 택배사 프로그램에서 엑셀로 다시 받아 주세요.',
    'login-page': '로그인 화면이 대신 저장된 파일이에요. 그 사이트에 다시 로그인한 뒤 파일을 다시 받아 주세요.',
    'web-frames': '시트가 다른 폴더에 따로 저장된 웹 페이지예요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
    'web-archive': '웹 보관 파일이에요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
    link: '바로가기나 링크예요. 원래 파일을 찾아 놓아 주세요.',
    sylk: 'SYLK(.slk) 파일이에요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
    dif: 'DIF(.dif) 파일이에요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
    dbf: 'dBASE(.dbf) 파일이에요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
    'flat-ods': '한 파일로 저장된 오픈도큐먼트(.fods)예요. 엑셀에서 열어 .xlsx로 저장해 주세요.',
  },
};
