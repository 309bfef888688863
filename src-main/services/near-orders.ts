import type { StoreId } from '../../src-preload/contract/ids';
import type { NearOrderField } from '../../src-preload/contract/near-orders';
import type { NearOrder } from '../../src-preload/contract/orders';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { AppDatabase, KnownOrder } from '../database/tables';
import { coverName } from './cover-name';

interface Near {
  prefix: string;
  orders: NearOrder[];
}

/** Orders that a number broken by Excel may have meant: what the app knows, never a guess. */
export function createNearOrders(database: AppDatabase) {
  return {
    /** For each of these beginnings the known orders that have it; beginnings of none are left out. */
    async find(input: {
      storeId: StoreId;
      field: NearOrderField;
      prefixes: readonly string[];
    }): Promise<Result<{ near: Near[] }, 'not-found'>> {
      const { storeId, field, prefixes } = input;
      if (!(await database.stores.get(storeId))) return failure('not-found');
      const near = await database.transaction(({ knownOrders }) =>
        [...new Set(prefixes)].flatMap((prefix): Near[] => {
          const orders = knownOrders.beginningWith(storeId, field, prefix).map(withCoveredName);
          return orders.length === 0 ? [] : [{ prefix, orders }];
        }),
      );
      return success({ near });
    },
  };
}

function withCoveredName({ id, recipient, productName, done }: KnownOrder): NearOrder {
  return {
    id,
    done,
    ...(recipient === undefined ? {} : { recipient: coverName(recipient) }),
    ...(productName === undefined ? {} : { productName }),
  };
}
