import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import { checkVendorCredentials } from '../../../src-preload/contract/markets/brightmall/credentials';
import { checkCredentials, looksLikeSecret } from '../../../src-preload/contract/markets/naver/credentials';
import type { MarketName } from '../../../src-preload/contract/market-facts';
import type { Secrets, Store } from '../../../src-preload/contract/store';
import { text } from '../../text';

/** What stands in the form of a store while it is filled in. Never kept beyond the form. */
export interface StoreDraft {
  market: MarketName;
  label: string;
  clientId: string;
  clientSecret: string;
  vendorId: string;
  apiKey: string;
  /** The day the application was authenticated on, yyyy-MM-dd in Korea; empty: not said. */
  authenticatedOn: string;
}

export type SecretField = 'clientId' | 'clientSecret' | 'vendorId' | 'apiKey';

export interface Complaint {
  field: SecretField;
  words: string;
}

const faults = text.settings.faults;

function emptyDraft(market: MarketName): StoreDraft {
  return { market, label: '', clientId: '', clientSecret: '', vendorId: '', apiKey: '', authenticatedOn: '' };
}

/** The draft a form begins with: empty, or of a store that gets new secrets. */
export function draftFor(store: Store | undefined, market: MarketName): StoreDraft {
  if (!store) return emptyDraft(market);
  const { label, accountId, authenticatedOn = '' } = store;
  return { ...emptyDraft(store.market), label, authenticatedOn, [forms[store.market].account]: accountId };
}

/** What a pasted pair says at once; nothing while the other half is still empty. */
export function complaintOf(draft: StoreDraft): Complaint | undefined {
  return forms[draft.market].complaintOf(draft);
}

/** The credentials to hand over; undefined while a field is empty. */
export function secretsOf(draft: StoreDraft): Secrets | undefined {
  return forms[draft.market].secretsOf(draft);
}

/** Two texts as the halves of a market's credentials; undefined where they cannot be. */
const pairs: Record<MarketName, (account: string, secret: string) => Partial<StoreDraft> | undefined> = {
  naver: (clientId, clientSecret) =>
    checkCredentials(clientId, clientSecret) === undefined ? { clientId, clientSecret } : undefined,
  brightmall: (vendorId, apiKey) =>
    checkVendorCredentials(vendorId, apiKey) === undefined ? { vendorId, apiKey } : undefined,
};

/** Whether a text is the secret half of a market's credentials, and nothing else. */
export function isSecretOf(market: MarketName, pasted: string): boolean {
  return secretForms[market](cleanText(pasted));
}

const secretForms: Record<MarketName, (cleaned: string) => boolean> = {
  naver: looksLikeSecret,
  brightmall: (key) => checkVendorCredentials(key, 'filled') === 'swapped',
};

/** Whether a field is filled in and has the form that the market gives out. */
export function fitsOf(draft: StoreDraft, field: SecretField): boolean {
  return !isBlankText(draft[field]) && forms[draft.market].complaintOf(draft)?.field !== field;
}

/** Both halves of the credentials in one pasted text, whatever stands between them; undefined: not both are there. */
export function pairIn(pasted: string, market: MarketName): Partial<StoreDraft> | undefined {
  const parts = pasted.split(/[\s,;:=]+/u).filter((part) => part !== '');
  for (const secret of parts) {
    for (const account of parts) {
      if (account === secret) continue;
      const pair = hasDigit(account) ? pairs[market](account, secret) : undefined;
      if (pair) return pair;
    }
  }
  return undefined;
}

/** A word of the page that was copied along is no account. */
function hasDigit(part: string): boolean {
  return /\d/u.test(part);
}

/** The inputs a market asks for, in their order. */
export function fieldsOf(market: MarketName): readonly FieldFace[] {
  return forms[market].fields;
}

interface FieldFace {
  field: SecretField;
  label: string;
  testId: string;
  /** Hidden while it is typed. */
  secret: boolean;
}

interface CredentialForm {
  /** The public half, which the store shows. */
  account: SecretField;
  fields: readonly FieldFace[];
  complaintOf(draft: StoreDraft): Complaint | undefined;
  secretsOf(draft: StoreDraft): Secrets | undefined;
}

const words = text.settings;

/** What each market asks for to let a store in. */
const forms: Record<MarketName, CredentialForm> = {
  naver: {
    account: 'clientId',
    fields: [
      { field: 'clientId', label: words.clientId, testId: 'store-client-id', secret: false },
      { field: 'clientSecret', label: words.clientSecret, testId: 'store-client-secret', secret: true },
    ],
    complaintOf: naverComplaint,
    secretsOf(draft) {
      const clientId = cleanText(draft.clientId);
      const clientSecret = cleanText(draft.clientSecret);
      return clientId === '' || clientSecret === '' ? undefined : { market: 'naver', clientId, clientSecret };
    },
  },
  brightmall: {
    account: 'vendorId',
    fields: [
      { field: 'vendorId', label: words.vendorId, testId: 'store-vendor-id', secret: false },
      { field: 'apiKey', label: words.apiKey, testId: 'store-api-key', secret: true },
    ],
    complaintOf: brightmallComplaint,
    secretsOf(draft) {
      const vendorId = cleanText(draft.vendorId);
      const apiKey = cleanText(draft.apiKey);
      return vendorId === '' || apiKey === '' ? undefined : { market: 'brightmall', vendorId, apiKey };
    },
  },
};

function naverComplaint({ clientId, clientSecret }: StoreDraft): Complaint | undefined {
  if (looksLikeSecret(clientId)) return { field: 'clientId', words: faults.swapped };
  const fault = checkCredentials(isBlankText(clientId) ? 'notFilledYet' : clientId, clientSecret);
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
  const fault = checkVendorCredentials(isBlankText(vendorId) ? 'notFilledYet' : vendorId, apiKey);
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
