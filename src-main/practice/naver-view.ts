import { formatMarketTime } from './market-time';
import type { ProductOrder } from './product-order';

/** A product order as /query and the conditional list show it (schema of docs 2.73.0): what a dispatch tool may need. */
export function viewOf(order: ProductOrder, seen: { now: number; scanAfterMs: number }): Record<string, unknown> {
  const gift = order.gift !== undefined;
  const waitsForAddress = order.gift === 'WAIT_FOR_RECEIVING';
  const total = order.unitPrice * order.quantity;
  const claim = order.claim;
  const isOpenClaim = claim !== undefined && /_REQUEST$|ING$|COLLECT_DONE$/.test(claim.status);
  return {
    order: {
      orderId: order.orderId,
      orderDate: formatMarketTime(order.paymentDate),
      paymentDate: formatMarketTime(order.paymentDate),
      // The market masks who gave a present.
      ordererName: gift ? `${order.orderer.name.slice(0, 1)}**` : order.orderer.name,
      ordererTel: gift ? '010-****-****' : order.orderer.tel,
      ordererId: order.orderer.id,
      paymentMeans: '신용카드 간편결제',
      payLocationType: 'MOBILE',
      generalPaymentAmount: total,
    },
    productOrder: {
      productOrderId: order.productOrderId,
      productOrderStatus: order.status,
      placeOrderStatus: order.placeOrderStatus,
      ...(order.placeOrderDate === undefined ? {} : { placeOrderDate: formatMarketTime(order.placeOrderDate) }),
      ...(claim === undefined ? {} : { claimType: claim.type, claimStatus: claim.status, claimId: claim.id }),
      productClass: order.productClass ?? '조합형옵션상품',
      productName: order.productName,
      ...(order.productOption === undefined ? {} : { productOption: order.productOption }),
      sellerProductCode: order.sellerProductCode,
      quantity: order.quantity,
      initialQuantity: order.quantity,
      remainQuantity: order.status === 'CANCELED' ? 0 : (order.remainQuantity ?? order.quantity),
      unitPrice: order.unitPrice,
      totalProductAmount: total,
      totalPaymentAmount: total,
      packageNumber: order.packageNumber,
      shippingDueDate: formatMarketTime(order.shippingDueDate),
      ...(order.delayed === undefined
        ? {}
        : {
            delayedDispatchReason: order.delayed.reason,
            ...(order.delayed.text === undefined ? {} : { delayedDispatchDetailedReason: order.delayed.text }),
          }),
      ...(order.shippingMemo === undefined ? {} : { shippingMemo: order.shippingMemo }),
      expectedDeliveryMethod: order.expectedDeliveryMethod,
      deliveryAttributeType: attributeOf(order),
      ...(order.hopeDeliveryYmd === undefined ? {} : { hopeDelivery: { hopeDeliveryYmd: order.hopeDeliveryYmd } }),
      ...(order.gift === undefined ? {} : { giftReceivingStatus: order.gift }),
      ...(order.logisticsDirectContracted === true
        ? { logisticsDirectContracted: true, logisticsCompanyId: 'PRACTICE-LOGIS' }
        : {}),
      ...(waitsForAddress ? {} : { shippingAddress: addressOf(order) }),
    },
    ...(claim !== undefined && isOpenClaim ? { currentClaim: currentClaimOf(claim, order) } : {}),
    ...(claim !== undefined && !isOpenClaim
      ? {
          completedClaims: [
            {
              claimType: claim.type,
              claimId: claim.id,
              claimStatus: claim.status,
              claimRequestDate: formatMarketTime(claim.requestedAt),
              requestQuantity: order.quantity,
            },
          ],
        }
      : {}),
    ...deliveryOf(order, seen),
  };
}

function attributeOf(order: ProductOrder): string {
  if (order.deliveryAttributeType !== undefined) return order.deliveryAttributeType;
  if (order.logisticsDirectContracted === true) return 'ARRIVAL_GUARANTEE';
  if (order.hopeDeliveryYmd !== undefined) return 'HOPE';
  return order.expectedDeliveryMethod === 'VISIT_RECEIPT' ? 'PICKUP' : 'NORMAL';
}

function addressOf(order: ProductOrder): Record<string, unknown> {
  return {
    addressType: 'DOMESTIC',
    baseAddress: order.recipient.baseAddress,
    detailedAddress: order.recipient.detailedAddress,
    city: '',
    state: '',
    country: '대한민국',
    name: order.recipient.name,
    tel1: order.recipient.tel,
    zipCode: order.recipient.zipCode,
    isRoadNameAddress: true,
  };
}

function currentClaimOf(claim: NonNullable<ProductOrder['claim']>, order: ProductOrder): Record<string, unknown> {
  const date = formatMarketTime(claim.requestedAt);
  const common = {
    claimId: claim.id,
    claimStatus: claim.status,
    claimRequestDate: date,
    requestQuantity: order.quantity,
  };
  if (claim.type === 'RETURN') return { return: { ...common, returnReason: 'INTENT_CHANGED' } };
  if (claim.type === 'EXCHANGE') return { exchange: { ...common, exchangeReason: 'COLOR_AND_SIZE' } };
  return { cancel: { ...common, cancelReason: 'INTENT_CHANGED', requestChannel: '구매회원' } };
}

/** Present once it was shipped. */
function deliveryOf(order: ProductOrder, seen: { now: number; scanAfterMs: number }): Record<string, unknown> {
  const shipment = order.dispatches.at(-1);
  if (shipment === undefined) return {};
  const isDelivered = order.deliveredAt !== undefined;
  const scannedAt = shipment.at + seen.scanAfterMs;
  // A number the market doubts is scanned by no one.
  const isDoubted = order.wrongTrackingNumberType !== undefined || order.deliveryStatus !== undefined;
  const isScanned = isDelivered || (!isDoubted && seen.scanAfterMs > 0 && scannedAt <= seen.now);
  return {
    delivery: {
      deliveryMethod: shipment.deliveryMethod,
      ...(shipment.deliveryCompanyCode === undefined ? {} : { deliveryCompany: shipment.deliveryCompanyCode }),
      ...(shipment.trackingNumber === undefined ? {} : { trackingNumber: shipment.trackingNumber }),
      deliveryStatus:
        order.deliveryStatus ?? (isDelivered ? 'DELIVERY_COMPLETION' : isScanned ? 'DELIVERING' : 'COLLECT_REQUEST'),
      ...(isScanned ? { pickupDate: formatMarketTime(scannedAt) } : {}),
      sendDate: formatMarketTime(shipment.dispatchDate),
      ...(order.deliveredAt === undefined ? {} : { deliveredDate: formatMarketTime(order.deliveredAt) }),
      isWrongTrackingNumber: order.wrongTrackingNumberType !== undefined,
      ...(order.wrongTrackingNumberType === undefined
        ? {}
        : { wrongTrackingNumberType: order.wrongTrackingNumberType }),
    },
  };
}
