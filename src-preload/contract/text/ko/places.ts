/** Screens that have no content yet: what will be there, and where to go meanwhile. */
export const places = {
  orders: {
    title: '주문',
    what: '여기에서 새 주문을 가져오고, 발주 확인과 택배 접수 파일 만들기를 차례로 하게 돼요. 아직 준비하고 있어요.',
    meanwhile: '지금은 발송 화면에 택배사에서 받은 파일을 놓으면 바로 발송 처리할 수 있어요.',
    go: '발송 화면으로 가기',
  },
  insights: {
    title: '통계',
    what: '여기에서 기간을 골라 몇 상자를 보냈는지, 기한을 넘긴 주문과 가장 많은 실패가 무엇인지 보게 돼요. 아직 준비하고 있어요.',
    meanwhile: '지금은 처리 내역에서 상태별 건수를 보고 엑셀로 저장할 수 있어요.',
    go: '처리 내역으로 가기',
  },
};
