import { inventProduct } from './invented-people';
import type { StockItem } from './product-order';
import { pickIndex, seededRandom } from './seeded-random';

/** Items of the BrightMall vendor, numbered as its documents show them: `202611210900_000065001_[1]`. */
export function makeItems(count: number, seed: number): StockItem[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index): StockItem => {
    const { product } = inventProduct(random);
    const order = String(seed * 1000 + Math.floor(index / 3)).padStart(9, '0');
    return {
      ordPrdNo: `202611210900_${order}_[${(index % 3) + 1}]`,
      productName: product.name,
      quantity: 1 + pickIndex(random, 4),
      status: 'pending',
      confirmations: [],
    };
  });
}
