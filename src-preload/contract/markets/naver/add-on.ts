/** `productClass` of what is sold along with a main product, as `/query` says it (resources/docs/markets/naver.md, "Query"). */
const addOnClass = '추가구성상품';

/** Whether a reading shows an add-on of its order. */
export function isAddOn({ productClass }: { productClass?: string | undefined }): boolean {
  return productClass === addOnClass;
}
