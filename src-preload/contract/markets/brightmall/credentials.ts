import { cleanText } from '../../clean-text';

export type VendorFault = 'vendor-empty' | 'key-empty' | 'swapped' | 'key-form' | 'vendor-form';

/** Keys begin with bm_, vendor ids look like a ULID (resources/docs/markets/brightmall.md, "Address and headers"). */
const keyForm = /^bm_\S{4,}$/u;
const vendorForm = /^[0-9A-Za-z_-]{4,64}$/u;

/** What is wrong with the form of a vendor id and key, before any call is made; undefined when they may be right. */
export function checkVendorCredentials(vendorId: string, apiKey: string): VendorFault | undefined {
  const vendor = cleanText(vendorId);
  const key = cleanText(apiKey);
  if (vendor === '') return 'vendor-empty';
  if (key === '') return 'key-empty';
  if (vendor.startsWith('bm_')) return 'swapped';
  if (!keyForm.test(key)) return 'key-form';
  return vendorForm.test(vendor) ? undefined : 'vendor-form';
}
