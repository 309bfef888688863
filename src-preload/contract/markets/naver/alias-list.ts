/**
 * How sellers and their tools write a courier's name (resources/docs/sheets.md, "Couriers"; checked by
 * test/support/tables/check-tables.ts). `sources` are the letters of that section: N1, N2 the market's own documents of
 * 2025-09 and 2026-03, A1 to A14 public code and real sheets. `unsourced` spellings are general knowledge: they resolve
 * too, and the review says how they were read. SweetTracker's numbers and tracker.delivery's ids are other platforms'
 * codes: never taken without asking.
 */
interface AliasRow {
  code: string;
  aliases: readonly string[];
  unsourced: readonly string[];
  sources: string;
  sweettracker?: string;
  tracker?: string;
}

export const aliasRows: readonly AliasRow[] = [
  {
    code: 'CJGLS',
    aliases: [
      'CJ',
      'cj',
      'CJ택배',
      'CJ대한통운',
      'CJ 대한통운',
      '대한통운',
      '씨제이',
      'CJ GLS',
      'CJGLS',
      'CJ logistics',
      'cjlogistics',
      'KOREX',
    ],
    unsourced: ['CJ대한통운택배', '대한통운택배', '씨제이대한통운', '씨제이택배', 'CJ지엘에스'],
    sources: 'N1 A1 A2 A3 A5 A7 A11 A14',
    sweettracker: '04',
    tracker: 'kr.cjlogistics',
  },
  {
    code: 'HYUNDAI',
    aliases: ['롯데', '롯데택배', '롯데글로벌', '롯데택배(구현대택배)', '현대택배', 'LOTTE', 'lotte', 'HYUNDAI'],
    unsourced: ['롯데로지스', 'Lotte Global Logistics', '현대로지스틱스', '현대로지스'],
    sources: 'N1 A1 A2 A4 A5 A10',
    sweettracker: '08',
    tracker: 'kr.lotte',
  },
  {
    code: 'HANJIN',
    aliases: ['한진', '한진택배', 'HANJIN', 'hanjin'],
    unsourced: ['(주)한진', '한진원클릭', '한진 원클릭'],
    sources: 'N1 A1 A2 A3 A5',
    sweettracker: '05',
    tracker: 'kr.hanjin',
  },
  {
    code: 'KGB',
    aliases: ['로젠', '로젠택배', 'LOGEN', 'logen', 'KGB'],
    unsourced: ['iLOGEN', '아이로젠', 'ILOGEN'],
    sources: 'N1 A1 A2 A3 A5',
    sweettracker: '06',
    tracker: 'kr.logen',
  },
  {
    code: 'EPOST',
    aliases: ['우체국택배', '우체국소포', 'EPOST', 'epost', '우정사업본부', 'KPOST'],
    unsourced: ['우체국 소포', '우체국택배(소포)', 'e-post', '인터넷우체국', '우편소포', '소포', '계약소포'],
    sources: 'N1 A1 A2 A3',
    sweettracker: '01',
    tracker: 'kr.epost',
  },
  {
    code: 'REGISTPOST',
    aliases: ['우편등기', '등기우편', 'REGISTPOST'],
    unsourced: ['등기', '우체국등기', '등기소포'],
    sources: 'N1 A7 A13',
  },
  { code: 'GENERALPOST', aliases: ['일반우편', 'GENERALPOST'], unsourced: ['일반 우편'], sources: 'N1' },
  {
    code: 'EMS',
    aliases: ['EMS', 'ems'],
    unsourced: ['국제우편', 'EMS국제우편', '국제특송'],
    sources: 'N1',
    tracker: 'kr.epost.ems',
  },
  {
    code: 'CVSNET',
    aliases: [
      'GS',
      'GS택배',
      'gs편의점',
      'GS편의점택배',
      'GS25편의점택배',
      'GS Postbox',
      'GSPostbox',
      'GSPostbox택배',
      'CVSNET',
      'CVSnet 편의점택배',
    ],
    unsourced: ['GS25택배', '포스트박스', '반값택배'],
    sources: 'N1 A1 A2 A5',
    sweettracker: '24',
    tracker: 'kr.cvsnet',
  },
  {
    code: 'CUPARCEL',
    aliases: ['CU택배', 'CU 편의점택배', 'CU편의점택배', 'CUPOST', 'CUpost', 'CUPARCEL', 'cupost', 'BGF'],
    unsourced: ['CU편의점', 'CU포스트', '알뜰택배', '끼리택배'],
    sources: 'N1 A2 A9',
    sweettracker: '46',
    tracker: 'kr.cupost',
  },
  {
    code: 'KDEXP',
    aliases: ['경동', '경동택배', '경동물류', 'KDEXP', 'kdexp'],
    unsourced: ['경동합동'],
    sources: 'N1 A1 A4 A5',
    sweettracker: '23',
    tracker: 'kr.kdexp',
  },
  {
    code: 'HDEXP',
    aliases: ['합동택배', 'HDEXP'],
    unsourced: ['합동'],
    sources: 'N1 A9',
    sweettracker: '32',
    tracker: 'kr.hdexp',
  },
  {
    code: 'DAESIN',
    aliases: ['대신', '대신택배', 'DAESIN', 'daesin'],
    unsourced: ['대신정기화물', '대신화물'],
    sources: 'N1 A1 A5',
    sweettracker: '22',
    tracker: 'kr.daesin',
  },
  {
    code: 'ILYANG',
    aliases: ['일양로지스', '일양로지스택배', 'ILYANG'],
    unsourced: ['일양', '일양택배'],
    sources: 'N1 A7 A14',
    sweettracker: '11',
    tracker: 'kr.ilyanglogis',
  },
  {
    code: 'CHUNIL',
    aliases: ['천일택배', 'CHUNIL'],
    unsourced: ['천일', '천일정기화물'],
    sources: 'N1 A9',
    sweettracker: '17',
    tracker: 'kr.chunilps',
  },
  {
    code: 'KUNYOUNG',
    aliases: ['건영택배', 'KUNYOUNG'],
    unsourced: [],
    sources: 'N1 A9',
    sweettracker: '18',
    tracker: 'kr.kunyoung',
  },
  {
    code: 'HONAM',
    aliases: ['우리택배', '호남택배', '한서호남택배', '우리택배(구호남택배)', 'HONAM'],
    unsourced: ['구호남택배'],
    sources: 'N1 A9 A7',
    sweettracker: '45',
    tracker: 'kr.honamlogis',
  },
  { code: 'HPL', aliases: ['한의사랑택배', 'HPL'], unsourced: ['한의사랑'], sources: 'N1 A7', sweettracker: '16' },
  { code: 'SLX', aliases: ['SLX', 'SLX택배'], unsourced: [], sources: 'N1', sweettracker: '44', tracker: 'kr.slx' },
  {
    code: 'GOODTOLUCK',
    aliases: ['굿투럭', 'GOODTOLUCK'],
    unsourced: ['GTL'],
    sources: 'N1 A9',
    sweettracker: '40',
    tracker: 'kr.goodstoluck',
  },
  {
    code: 'NONGHYUP',
    aliases: ['농협택배', 'NHLOGIS', 'NONGHYUP'],
    unsourced: ['NH택배'],
    sources: 'N1 A9',
    sweettracker: '53',
  },
  {
    code: 'HOMEPICK',
    aliases: ['홈픽택배', 'HOMEPICK'],
    unsourced: ['홈픽'],
    sources: 'N1 A9',
    sweettracker: '54',
    tracker: 'kr.homepick',
  },
  {
    code: 'YONGMA',
    aliases: ['용마로지스', 'YONGMA'],
    unsourced: ['용마'],
    sources: 'N1 A9',
    sweettracker: '74',
    tracker: 'kr.yongmalogis',
  },
  {
    code: 'LOGISVALLEY',
    aliases: ['로지스밸리', '로지스밸리택배'],
    unsourced: [],
    sources: 'N1 A9',
    sweettracker: '79',
  },
  {
    code: 'TODAYPICKUP',
    aliases: ['오늘의픽업', '카카오T당일배송'],
    unsourced: [],
    sources: 'N1',
    tracker: 'kr.todaypickup',
  },
  { code: 'TEAMFRESH', aliases: ['팀프레시', 'TEAMFRESH'], unsourced: [], sources: 'N1' },
  // The document of 2026 calls this code KURLY; the market's list we build on still says FRESH.
  { code: 'FRESH', aliases: ['컬리로지스', '컬리넥스트마일'], unsourced: ['컬리', '프레시솔루션'], sources: 'N2 N1' },
  { code: 'SELC', aliases: ['삼성전자물류'], unsourced: ['삼성전자로지텍'], sources: 'N1' },
  { code: 'LGE', aliases: ['LG전자배송센터'], unsourced: ['LG전자'], sources: 'N1' },
  { code: 'PANTOS', aliases: ['범한판토스', 'LX판토스', 'PANTOS'], unsourced: ['판토스'], sources: 'N1 A7' },
  {
    code: 'HLCGLOBAL',
    aliases: ['롯데글로벌로지스(국제택배)'],
    unsourced: ['롯데국제', '롯데국제택배'],
    sources: 'N1',
  },
  { code: 'KOREXG', aliases: ['CJ대한통운(국제택배)', 'CJ대한통운특송'], unsourced: ['CJ국제택배'], sources: 'N1' },
  { code: 'DHL', aliases: ['DHL'], unsourced: [], sources: 'N1' },
  { code: 'FEDEX', aliases: ['FEDEX', 'FedEx'], unsourced: ['페덱스'], sources: 'N1' },
  { code: 'UPS', aliases: ['UPS'], unsourced: [], sources: 'N1' },
  { code: 'USPS', aliases: ['USPS'], unsourced: [], sources: 'N1' },
  { code: 'TNT', aliases: ['TNT'], unsourced: [], sources: 'N1' },
  { code: 'SFEX', aliases: ['순풍택배'], unsourced: ['SF', 'SF익스프레스', '순풍'], sources: 'N1 A7' },
  { code: 'CH1', aliases: ['기타택배', '해외기타택배'], unsourced: ['기타', '그외'], sources: 'N1' },
];

/** deliveryCompanyCode -> its spellings, for the search. */
export const aliases: ReadonlyMap<string, readonly string[]> = new Map(
  aliasRows.map((row) => [row.code, [...row.aliases, ...row.unsourced]]),
);
