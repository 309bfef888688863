import { canConfirm } from '../../../src-preload/contract/market-facts';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { text } from '../../text';
import type { Understood } from '../../sheets/protocol';
import { useSend } from './reviews-state';
import type { ReviewState } from './reviews-state';

/** What a dispatch needs besides its order; a file that has or may have any of it is a courier's. */
const ofShipment = ['courier', 'trackingNumber', 'deliveryMethod', 'dispatchDate'] as const;

/**
 * What a file is for, as far as it says so itself. 발주 확인: it names product orders, has nothing of a shipment, and either
 * nothing else at all or a name that says so. Anything else is what its market does first, and never a guess.
 */
export function operationOfFile(
  market: MarketName,
  { reading, columns, questions }: Pick<Understood, 'reading' | 'columns' | 'questions'>,
  fileName: string,
): JobKind | undefined {
  if (!canConfirm({ market })) return undefined;
  const found = reading.columns;
  if (found.productOrderId === undefined || questions.length > 0) return undefined;
  if (reading.wholeCourier !== undefined || ofShipment.some((field) => found[field] !== undefined)) return undefined;
  const ids = [found.productOrderId, found.orderId];
  const others = columns.filter(({ index, samples }) => !ids.includes(index) && samples.some((each) => each !== ''));
  return others.length === 0 || text.send.confirmInName.test(fileName.normalize('NFC')) ? 'confirm' : undefined;
}

/** The operation a file that was just opened is to be read for instead; undefined where it fits, or the seller has chosen. */
export function fittingOperation(review: ReviewState, understood: Understood): JobKind | undefined {
  const isChosen = review.opened !== undefined || useSend.getState().operations[review.market] !== undefined;
  const fitting = isChosen ? undefined : operationOfFile(review.market, understood, review.fileName);
  return fitting === review.operation ? undefined : fitting;
}
