import type { DragEvent } from 'react';

/** What is carried: a line by its row, or an order by its number. */
export const lineType = 'application/x-balsong-line';
export const orderType = 'application/x-balsong-order';

export const joinRowId = (row: number): string => `join-row-${row}`;
export const joinOrderId = (productOrderId: string): string => `join-order-${productOrderId}`;

/** In the place of the picture the browser makes of a row: a card of our own follows the pointer (join-card.tsx). */
export function noImage(): Element {
  return document.createElement('canvas');
}

/** Lets a row take what is carried over it. */
export function takesDrop(type: string, setOver: (isOver: boolean) => void, take: (carried: string) => void) {
  return {
    onDragOver(event: DragEvent): void {
      if (!event.dataTransfer.types.includes(type)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (): void => setOver(false),
    onDrop(event: DragEvent): void {
      setOver(false);
      const carried = event.dataTransfer.getData(type);
      if (carried === '') return;
      event.preventDefault();
      event.stopPropagation();
      take(carried);
    },
  };
}
