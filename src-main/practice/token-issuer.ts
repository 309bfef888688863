import { hash as bcryptHash } from 'bcryptjs';
import type { Switches } from './switches';

export interface PracticeCredentials {
  clientId: string;
  /** A bcrypt salt, `$2a$` + cost + 22 characters, as the market hands out. */
  clientSecret: string;
}

/** A token call's own answer, which is no gateway answer. */
export type TokenAnswer =
  | { ok: true; accessToken: string; expiresIn: number }
  | { ok: false; status: 400 | 403 | 415; code: string; message: string; field?: string };

interface TokenRequest {
  contentType: string;
  queryParameters: URLSearchParams;
  body: string;
}

export interface TokenIssuer {
  /** `now` is the market's clock (ms), `remarks` takes what the market would hold against the app on the next day. */
  issue(request: TokenRequest, now: number, switches: Switches, remarks: string[]): Promise<TokenAnswer>;
  accepts(token: string, now: number): boolean;
  /** Refuses every token handed out so far. With `keepHandingOut` the desk goes on giving the refused one. */
  revoke(keepHandingOut: boolean): void;
}

interface Issued {
  token: string;
  expiresAt: number;
  refused: boolean;
}

/** Issues and knows the tokens of one application. They live in memory: after a restart every token is unknown. */
export function openTokenIssuer(credentials: PracticeCredentials, random: () => number): TokenIssuer {
  const issued: Issued[] = [];
  let handOutRefused = false;

  return {
    async issue(request, now, switches, remarks) {
      const answer = await checkTokenRequest(request, credentials, now, switches, remarks);
      if (answer !== undefined) return answer;
      const kept = issued.findLast(
        (token) => token.expiresAt - now >= switches.tokenKeepSeconds * 1000 && (handOutRefused || !token.refused),
      );
      const given = kept ?? {
        token: newToken(random),
        expiresAt: now + switches.tokenLifeSeconds * 1000,
        refused: false,
      };
      if (kept === undefined) issued.push(given);
      // The market's first answer says 10799, not 10800.
      return {
        ok: true,
        accessToken: given.token,
        expiresIn: Math.max(0, Math.ceil((given.expiresAt - now) / 1000) - 1),
      };
    },
    accepts: (token, now) => issued.some((one) => one.token === token && !one.refused && one.expiresAt > now),
    revoke(keepHandingOut) {
      for (const one of issued) one.refused = true;
      handOutRefused = keepHandingOut;
    },
  };
}

async function checkTokenRequest(
  request: TokenRequest,
  credentials: PracticeCredentials,
  now: number,
  switches: Switches,
  remarks: string[],
): Promise<TokenAnswer | undefined> {
  if ([...request.queryParameters.keys()].length > 0) {
    remarks.push('parameters in the URL');
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', '지원하지 않는 요청 형식입니다.');
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.contentType)) {
    remarks.push('not a form');
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', '지원하지 않는 요청 형식입니다.');
  }
  const form = new URLSearchParams(request.body);
  const type = form.get('type') ?? '';
  if (form.get('grant_type') === null) remarks.push('grant_type missing');
  if (type === 'SELF' && form.has('account_id')) remarks.push('account_id with SELF');
  if (form.get('grant_type') !== 'client_credentials') return invalid('grant_type');
  if (type !== 'SELF' && type !== 'SELLER') return invalid('type');
  if (type === 'SELLER' && (form.get('account_id') ?? '') === '') return invalid('account_id');
  if (form.get('client_id') !== credentials.clientId) return invalid('client_id');

  const timestamp = form.get('timestamp') ?? '';
  // FAQ #357: these two sentences, to the letter.
  if (/^\d{13}$/.test(timestamp) && Number(timestamp) > now) {
    return refuse(400, 'BAD_REQUEST', 'timestamp 항목은 현재 이전이어야 합니다.', 'timestamp');
  }
  if (!/^\d{13}$/.test(timestamp) || now - Number(timestamp) > switches.timestampLifeSeconds * 1000) {
    return refuse(400, 'BAD_REQUEST', 'timestamp항목의 유효 시간이 만료되었습니다.', 'timestamp');
  }
  const wanted = await signatureOf(credentials, timestamp);
  return form.get('client_secret_sign') === wanted ? undefined : invalid('client_secret_sign');
}

/**
 * base64 of bcrypt(client id _ ms) with the secret as salt. bcryptjs takes the documented sample, whose salt ends in a
 * character no canonical salt has, and writes the canonical one into the hash, as the market does.
 */
export async function signatureOf(credentials: PracticeCredentials, timestamp: string): Promise<string> {
  const hash = await bcryptHash(`${credentials.clientId}_${timestamp}`, credentials.clientSecret);
  return Buffer.from(hash).toString('base64');
}

function invalid(field: string): TokenAnswer {
  return refuse(400, 'BAD_REQUEST', `${field} 항목이 유효하지 않습니다`, field);
}

function refuse(status: 400 | 403 | 415, code: string, message: string, field?: string): TokenAnswer {
  return { ok: false, status, code, message, ...(field === undefined ? {} : { field }) };
}

function newToken(random: () => number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 40 }, () => letters[Math.floor(random() * letters.length)]).join('');
}
