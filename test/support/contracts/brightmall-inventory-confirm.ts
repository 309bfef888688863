import { z } from 'zod';

export const unavailableReason = z.enum(['out_of_stock', 'reserved', 'damaged', 'discontinued', 'other']);

/**
 * Request of resources/docs/markets/brightmall.md, "Inventory confirm": up to 100, a reason exactly when not available,
 * memo up to 500.
 */
export const inventoryConfirmRequest = z.strictObject({
  confirmations: z
    .array(
      z
        .strictObject({
          ord_prd_no: z.string().min(1),
          stock_available: z.boolean(),
          unavailable_reason: unavailableReason.optional(),
          memo: z.string().min(1).max(500).optional(),
          supply_price: z
            .strictObject({
              unit_price: z.number().nonnegative(),
              quantity: z.int().positive(),
              total_amount: z.number().nonnegative(),
            })
            .optional(),
        })
        .refine((item) => item.stock_available === (item.unavailable_reason === undefined)),
    )
    .max(100),
});

export const inventoryConfirmAnswer = z.strictObject({
  request_id: z.string(),
  timestamp: z.iso.datetime(),
  success_count: z.int(),
  failure_count: z.int(),
  available_count: z.int(),
  unavailable_count: z.int(),
  results: z.array(
    z.strictObject({
      ord_prd_no: z.string(),
      success: z.boolean(),
      stock_available: z.boolean().optional(),
      new_status: z.string().optional(),
      supply_price_recorded: z.boolean().optional(),
      message: z.string().optional(),
    }),
  ),
});

/** The document's example of a request. */
export const requestExample = {
  confirmations: [
    {
      ord_prd_no: '202601220157_000020196_[1]',
      stock_available: true,
      supply_price: { unit_price: 75000, quantity: 2, total_amount: 150000 },
    },
    {
      ord_prd_no: '202601220157_000020196_[2]',
      stock_available: false,
      unavailable_reason: 'out_of_stock',
      memo: '재입고 예정일: 2026-02-15',
    },
  ],
};

/** The document's example of an answer. */
export const answerExample = {
  request_id: 'req_mkp3inv_abc123',
  timestamp: '2026-01-29T07:00:00.000Z',
  success_count: 2,
  failure_count: 0,
  available_count: 1,
  unavailable_count: 1,
  results: [
    {
      ord_prd_no: '202601220157_000020196_[1]',
      success: true,
      stock_available: true,
      new_status: 'preparing',
      supply_price_recorded: true,
      message: 'Inventory confirmed and supply price recorded',
    },
    {
      ord_prd_no: '202601220157_000020196_[2]',
      success: true,
      stock_available: false,
      new_status: 'pending',
      message: 'Item marked as unavailable: out_of_stock',
    },
  ],
};
