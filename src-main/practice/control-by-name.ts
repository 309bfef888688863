import { z } from 'zod';
import { apiNames } from './apis';
import type { Control } from './control';
import { faultRuleSchema } from './faults';
import { specialNames } from './made-orders';
import { changeTypes, productOrderSchema } from './product-order';
import { switchesSchema } from './switches';

const noArguments = z.strictObject({});
const oneOrder = z.strictObject({ productOrderId: z.string() });
const which = z.strictObject({ api: z.enum(apiNames), nth: z.number().int().positive().default(1) });

/** The same hand over HTTP, for a process of its own: each act by name, its arguments as one JSON object. */
export async function actByName(
  control: Control,
  name: string,
  given: unknown,
): Promise<{ known: boolean; value?: unknown }> {
  switch (name) {
    case 'set':
      return yes(control.set(switchesSchema.parse({ ...control.switches(), ...z.looseObject({}).parse(given) })));
    case 'inject':
      return yes(control.inject(...z.strictObject({ rules: z.array(faultRuleSchema) }).parse(given).rules));
    case 'clear-faults':
      return yes((noArguments.parse(given), control.clearFaults()));
    case 'release':
      return yes((noArguments.parse(given), control.release()));
    case 'requests':
      return yes(control.requests(z.strictObject({ api: z.enum(apiNames).optional() }).parse(given).api));
    case 'clear-requests':
      return yes((noArguments.parse(given), control.clearRequests()));
    case 'arrived':
    case 'ended': {
      const { api, nth } = which.parse(given);
      return yes(await control[name](api, nth));
    }
    case 'ledger':
      return yes((noArguments.parse(given), control.ledger()));
    case 'items':
      return yes((noArguments.parse(given), control.items()));
    case 'make-orders': {
      const { count, seed, perOrder, notConfirmed, specials } = z
        .strictObject({
          count: z.number(),
          seed: z.number(),
          perOrder: z.array(z.number()).optional(),
          notConfirmed: z.number().default(0),
          specials: z.partialRecord(z.enum(specialNames), z.number()).default({}),
        })
        .parse(given);
      const more = {
        specials: { 'not-confirmed': notConfirmed, ...specials },
        ...(perOrder === undefined ? {} : { perOrder }),
      };
      return yes(control.makeOrders(count, seed, more));
    }
    case 'make-items': {
      const { count, seed } = z.strictObject({ count: z.number(), seed: z.number() }).parse(given);
      return yes(control.makeItems(count, seed));
    }
    case 'request-cancel':
      return yes(control.requestCancel(oneOrder.parse(given).productOrderId));
    case 'withdraw-cancel':
      return yes(control.withdrawCancel(oneOrder.parse(given).productOrderId));
    case 'complete-cancel':
      return yes(control.completeCancel(oneOrder.parse(given).productOrderId));
    case 'change-address':
      return yes(control.changeAddress(oneOrder.parse(given).productOrderId));
    case 'change': {
      const { productOrderId, patch, changeType } = oneOrder
        .extend({ patch: z.looseObject({}), changeType: z.enum(changeTypes).optional() })
        .parse(given);
      const order = control.orders().find((one) => one.productOrderId === productOrderId);
      return yes(control.change(productOrderId, productOrderSchema.parse({ ...order, ...patch }), changeType));
    }
    case 'ship-elsewhere': {
      const shipment = { deliveryCompanyCode: z.string(), trackingNumber: z.string() };
      const { productOrderId, ...by } = oneOrder.extend(shipment).parse(given);
      return yes(control.shipElsewhere(productOrderId, by));
    }
    case 'revoke-tokens':
      return yes(
        control.revokeTokens(
          z.strictObject({ keepHandingOut: z.boolean().default(false) }).parse(given).keepHandingOut,
        ),
      );
    default:
      return { known: false };
  }
}

function yes(value?: unknown): { known: true; value: unknown } {
  return { known: true, value: value ?? null };
}
