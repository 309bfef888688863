/** A product order as the market's own order export has it. Times in ms UTC; what the seller did not choose is absent. */
export interface ExportedOrder {
  productOrderId: string;
  orderId?: string | undefined;
  packageNumber?: string | undefined;
  /** 주문상태 and 클레임상태, as they are written there. */
  status?: string | undefined;
  claim?: string | undefined;
  isConfirmed: boolean;
  /** The market has a number of it. */
  hasNumber: boolean;
  product?: string | undefined;
  option?: string | undefined;
  quantity?: number | undefined;
  recipient?: string | undefined;
  phones: string[];
  zipCode?: string | undefined;
  address?: string | undefined;
  memo?: string | undefined;
  dueAt?: number | undefined;
  paidAt?: number | undefined;
}
