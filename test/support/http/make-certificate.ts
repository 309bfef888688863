import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** A key pair with a certificate, as a server of `node:tls` takes them: PEM. They protect nothing. */
export interface MadeCertificate {
  key: string;
  cert: string;
}

interface Authority extends MadeCertificate {
  name: string;
  organisation: string | undefined;
  privateKey: KeyObject;
}

const dayMs = 24 * 60 * 60_000;

/** An authority that is not known unless a test says so. */
export function makeAuthority(name: string, organisation?: string): Authority {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = distinguishedName(name, organisation);
  const cert = certificate({
    issuer: subject,
    subject,
    publicKey,
    signer: privateKey,
    from: Date.now() - dayMs,
    to: Date.now() + dayMs,
    extensions: [extension([85, 29, 19], sequence(Buffer.from([1, 1, 255])), true)],
  });
  return { name, organisation, privateKey, cert, key: pem(privateKey) };
}

/**
 * A certificate of a host, signed by an authority.
 * @param valid ms UTC; yesterday to tomorrow unless given
 */
export function makeCertificate(
  authority: Authority,
  host: string,
  valid: { from?: number; to?: number } = {},
): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cert = certificate({
    issuer: distinguishedName(authority.name, authority.organisation),
    subject: distinguishedName(host, undefined),
    publicKey,
    signer: authority.privateKey,
    from: valid.from ?? Date.now() - dayMs,
    to: valid.to ?? Date.now() + dayMs,
    extensions: [extension([85, 29, 17], sequence(alternativeName(host)), false)],
  });
  return { cert, key: pem(privateKey) };
}

/** A name of DNS, or the four bytes of an address. */
function alternativeName(host: string): Buffer {
  return isIPv4(host) ? element(0x87, Buffer.from(host.split('.').map(Number))) : element(0x82, Buffer.from(host));
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** X.509 of version 3 (RFC 5280), signed with ECDSA and SHA-256. */
function certificate(given: {
  issuer: Buffer;
  subject: Buffer;
  publicKey: KeyObject;
  signer: KeyObject;
  from: number;
  to: number;
  extensions: Buffer[];
}): string {
  const algorithm = sequence(element(6, Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2])));
  const body = sequence(
    element(0xa0, element(2, Buffer.from([2]))),
    element(2, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    given.issuer,
    sequence(time(given.from), time(given.to)),
    given.subject,
    given.publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(...given.extensions)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, given.signer)]);
  const whole = sequence(body, algorithm, element(3, signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${whole.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function distinguishedName(name: string, organisation: string | undefined): Buffer {
  const part = (kind: number, words: string): Buffer =>
    element(0x31, sequence(element(6, Buffer.from([85, 4, kind])), element(12, Buffer.from(words))));
  return sequence(...(organisation === undefined ? [] : [part(10, organisation)]), part(3, name));
}

function extension(id: number[], value: Buffer, isCritical: boolean): Buffer {
  const critical = isCritical ? [element(1, Buffer.from([255]))] : [];
  return sequence(element(6, Buffer.from(id)), ...critical, element(4, value));
}

function time(ms: number): Buffer {
  return element(0x18, Buffer.from(`${new Date(ms).toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`));
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

/** One element of DER: tag, length, content. */
function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
