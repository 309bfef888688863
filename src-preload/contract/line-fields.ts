type Role = 'dispatch' | 'eye' | 'stock';

interface Field {
  /**
   * What the column is for: `dispatch` decides a dispatch, a confirm or a lookup; `eye` is for the eye and for matching;
   * `stock` is an answer about stock.
   */
  role: Role;
  /** It identifies a person, or says what somebody bought: never in the file as plain text. */
  personal: boolean;
}

/**
 * Every column a line may have, once, in the order the window shows them. Schema, sealing, questions about columns and
 * the readers of sheets follow from it.
 */
const fields = {
  productOrderId: { role: 'dispatch', personal: false },
  orderId: { role: 'dispatch', personal: false },
  courier: { role: 'dispatch', personal: false },
  trackingNumber: { role: 'dispatch', personal: false },
  deliveryMethod: { role: 'dispatch', personal: false },
  dispatchDate: { role: 'dispatch', personal: false },
  recipient: { role: 'eye', personal: true },
  phone: { role: 'eye', personal: true },
  otherPhone: { role: 'eye', personal: true },
  zipCode: { role: 'eye', personal: true },
  address: { role: 'eye', personal: true },
  /** What stands behind `address` where a sheet writes it in two columns (주소1, 주소2). */
  addressRest: { role: 'eye', personal: true },
  productName: { role: 'eye', personal: true },
  itemId: { role: 'stock', personal: false },
  available: { role: 'stock', personal: false },
  reason: { role: 'stock', personal: false },
  memo: { role: 'stock', personal: false },
  unitPrice: { role: 'stock', personal: false },
  quantity: { role: 'stock', personal: false },
  totalAmount: { role: 'stock', personal: false },
} as const satisfies Record<string, Field>;

export type LineField = keyof typeof fields;
type FieldWith<Wanted extends Role> = {
  [Name in LineField]: (typeof fields)[Name]['role'] extends Wanted ? Name : never;
}[LineField];

const isLineField = (name: string): name is LineField => Object.hasOwn(fields, name);
const hasRole =
  <Wanted extends Role>(role: Wanted) =>
  (name: LineField): name is FieldWith<Wanted> =>
    fields[name].role === role;

export const lineFields: readonly LineField[] = Object.keys(fields).filter(isLineField);
export const dispatchFields = lineFields.filter(hasRole('dispatch'));
export const eyeFields = lineFields.filter(hasRole('eye'));
export const stockFields = lineFields.filter(hasRole('stock'));

/** Whether the cells of a column are sealed before they are stored. */
export function isPersonal(field: LineField): boolean {
  return fields[field].personal;
}

/** Numbers of one row that may name its orders; a row with more is a list of something else. */
export const mostReferences = 20;
