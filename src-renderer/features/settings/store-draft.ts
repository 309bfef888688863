import { checkVendorCredentials } from '../../../src-preload/contract/markets/brightmall/credentials';
import { checkCredentials, looksLikeSecret } from '../../../src-preload/contract/markets/naver/credentials';
import type { MarketName, Secrets } from '../../../src-preload/contract/store';
import { text } from '../../text';

/** What stands in the form of a store while it is filled in. Never kept beyond the form. */
export interface StoreDraft {
  market: MarketName;
  label: string;
  clientId: string;
  clientSecret: string;
  vendorId: string;
  apiKey: string;
}

export type SecretField = 'clientId' | 'clientSecret' | 'vendorId' | 'apiKey';

export interface Complaint {
  field: SecretField;
  words: string;
}

const faults = text.settings.faults;

export function emptyDraft(market: MarketName): StoreDraft {
  return { market, label: '', clientId: '', clientSecret: '', vendorId: '', apiKey: '' };
}

/** What a pasted pair says at once; nothing while the other half is still empty. */
export function complaintOf(draft: StoreDraft): Complaint | undefined {
  return draft.market === 'naver' ? naverComplaint(draft) : brightmallComplaint(draft);
}

function naverComplaint({ clientId, clientSecret }: StoreDraft): Complaint | undefined {
  if (looksLikeSecret(clientId)) return { field: 'clientId', words: faults.swapped };
  const fault = checkCredentials(clientId.trim() === '' ? 'notFilledYet' : clientId, clientSecret);
  switch (fault) {
    case undefined:
    case 'secret-empty':
    case 'id-empty':
      return undefined;
    case 'swapped':
      return { field: 'clientId', words: faults.swapped };
    case 'id-form':
      return { field: 'clientId', words: faults['id-form'] };
    case 'secret-form':
      return {
        field: 'clientSecret',
        words: looksLikeSecret(clientSecret) ? faults['secret-cut'] : faults['secret-form'],
      };
  }
}

function brightmallComplaint({ vendorId, apiKey }: StoreDraft): Complaint | undefined {
  const fault = checkVendorCredentials(vendorId.trim() === '' ? 'notFilledYet' : vendorId, apiKey);
  switch (fault) {
    case undefined:
    case 'vendor-empty':
    case 'key-empty':
      return undefined;
    case 'swapped':
      return { field: 'vendorId', words: faults['vendor-swapped'] };
    case 'key-form':
      return { field: 'apiKey', words: faults['key-form'] };
    case 'vendor-form':
      return { field: 'vendorId', words: faults['vendor-form'] };
  }
}

/** The credentials to hand over; undefined while a field is empty. */
export function secretsOf(draft: StoreDraft): Secrets | undefined {
  const { market } = draft;
  if (market === 'naver') {
    const clientId = draft.clientId.trim();
    const clientSecret = draft.clientSecret.trim();
    return clientId === '' || clientSecret === '' ? undefined : { market, clientId, clientSecret };
  }
  const vendorId = draft.vendorId.trim();
  const apiKey = draft.apiKey.trim();
  return vendorId === '' || apiKey === '' ? undefined : { market, vendorId, apiKey };
}
