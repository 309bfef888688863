import type { LineField } from '../../../../../src-preload/contract/line-fields';
import type { KnownLayout } from './known-headers';

/** What each field's column is called in a layout; a field left out must not be taken at all. */
export const truth: Partial<Record<KnownLayout, Partial<Record<LineField, string>>>> = {
  smartstore_order_export_2023_64cols: { ...smartStore(), zipCode: '우편번호' },
  smartstore_order_export_2026_72cols: { ...smartStore(), zipCode: '우편번호' },
  smartstore_order_export_custom_27cols: smartStore(),
  smartstore_bulk_dispatch_template: {
    productOrderId: '상품주문번호',
    deliveryMethod: '배송방법',
    courier: '택배사',
    trackingNumber: '송장번호',
  },
  cj_export_xls: {
    productOrderId: '고객주문번호',
    trackingNumber: '운송장번호',
    recipient: '받는분',
    phone: '받는분 전화번호',
    zipCode: '받는분  우편번호',
    address: '받는분주소',
    productName: '상품명',
  },
  cj_reservation_list: { trackingNumber: '운송장번호', recipient: '받는분', phone: '전화번호', address: '주소' },
  lotte_export: {
    productOrderId: '주문번호',
    trackingNumber: '운송장번호',
    recipient: '수하인명',
    address: '수하인기본주소',
    productName: '상품명',
  },
  epost_kpacket_result_csv: { productOrderId: '고객주문번호', trackingNumber: '등기번호', recipient: '수취인명' },
  sabangnet_tracking_upload: { courier: '택배사코드', trackingNumber: '송장번호' },
  ezadmin_tracking_upload: { courier: '택배사', trackingNumber: '송장번호' },
};

function smartStore(): Partial<Record<LineField, string>> {
  return {
    productOrderId: '상품주문번호',
    orderId: '주문번호',
    courier: '택배사',
    trackingNumber: '송장번호',
    deliveryMethod: '배송방법',
    dispatchDate: '발송일',
    recipient: '수취인명',
    phone: '수취인연락처1',
    otherPhone: '수취인연락처2',
    address: '통합배송지',
    productName: '상품명',
  };
}
