/** Screens that have no content yet: what will be there, and where to go meanwhile. */
export const places = {
  insights: {
    title: '통계',
    what: '여기에서 기간을 골라 몇 상자를 보냈는지, 기한을 넘긴 주문과 가장 많은 실패가 무엇인지 보게 돼요. 아직 준비하고 있어요.',
    meanwhile: '지금은 처리 내역에서 상태별 건수를 보고 엑셀로 저장할 수 있어요.',
    go: '처리 내역으로 가기',
  },
};
