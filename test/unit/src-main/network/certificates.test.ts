import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAgent } from '../../../../src-main/network/agent';
import type { HttpAnswer } from '../../../../src-main/network/agent';
import { trustedCertificates } from '../../../../src-main/network/certificates';
import { createConnector } from '../../../../src-main/network/connector';
import type { Connect } from '../../../../src-main/network/connector';
import { createProbe } from '../../../../src-main/network/probe';
import { makeAuthority, makeCertificate } from '../../../support/http/make-certificate';
import type { MadeCertificate } from '../../../support/http/make-certificate';
import { startProxy } from '../../../support/http/proxy-server';
import { startSecureMarket } from '../../../support/http/secure-market';

/** A market that only a proxy knows the way to. */
const host = 'market.example';
const url = `https://${host}/v1/orders`;
const known = makeAuthority('Known Root');
const shield = makeAuthority('Web Shield Root CA', 'Example Security');
const hourMs = 60 * 60_000;

/** The way to a market with this certificate, for who trusts these authorities. */
async function openWay(
  certificate: MadeCertificate,
  trusted: readonly string[],
): Promise<{ connect: Connect; written: string[] }> {
  const market = await startSecureMarket(certificate);
  onTestFinished(market.close);
  const proxy = await startProxy(market.port);
  onTestFinished(proxy.close);
  const connect = createConnector({ certificates: trusted, resolveProxy: async () => `PROXY ${proxy.name}` });
  return { connect, written: market.written };
}

describe('a certificate', () => {
  /** A call through a proxy to a market with this certificate. */
  const through = async (certificate: MadeCertificate): Promise<{ ended: HttpAnswer; written: string[] }> => {
    const { connect, written } = await openWay(certificate, [known.cert]);
    const agent = createAgent({ now: () => 1, connect });
    onTestFinished(() => agent.destroy());
    return { ended: await agent.request({ method: 'POST', url, headers: {}, body: '{}' }), written };
  };

  it.each<[string, () => MadeCertificate, object]>([
    [
      'of an authority that is not known: the name of it is said',
      () => makeCertificate(shield, host),
      { problem: 'untrusted', issuer: 'Web Shield Root CA (Example Security)' },
    ],
    [
      'that has run out',
      () => makeCertificate(known, host, { from: Date.now() - 2 * hourMs, to: Date.now() - hourMs }),
      { problem: 'expired', issuer: 'Known Root' },
    ],
    [
      'of tomorrow',
      () => makeCertificate(known, host, { from: Date.now() + hourMs }),
      { problem: 'not-yet-valid', issuer: 'Known Root' },
    ],
    [
      'of another host',
      () => makeCertificate(known, 'portal.example'),
      { problem: 'wrong-host', issuer: 'Known Root' },
    ],
  ])('%s, and nothing was written', async (_what, make, fault) => {
    const { ended, written } = await through(make());
    expect(ended).toMatchObject({ type: 'not-written', fault: { is: 'certificate', ...fault } });
    expect(written).toEqual([]);
  });

  it('is looked at by the probe as well, so that a store does not seem to be back', async () => {
    const good = makeCertificate(known, host);
    const strange = await openWay(good, [shield.cert]);
    expect(await createProbe(strange.connect)(url)).toMatchObject({ is: 'certificate', problem: 'untrusted' });
    const well = await openWay(good, [known.cert]);
    expect(await createProbe(well.connect)(url)).toBe(true);
    expect([...strange.written, ...well.written]).toEqual([]);
    // No name of this kind is ever found.
    expect(await createProbe(createConnector({ certificates: [known.cert] }))('https://market.invalid/')).toBe(false);
  });
});

describe('the authorities that are trusted', () => {
  it('are those of the runtime and of the system, where it can be read', () => {
    const trust = trustedCertificates({ getCACertificates: (kind: string) => [`${kind} certificate`] });
    expect(trust.hasSystem).toBe(true);
    expect(trust.certificates).toContain('system certificate');
    expect(trust.certificates.length).toBeGreaterThan(100);
  });

  it('are none that the environment names as those of the system', () => {
    const names = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
    for (const name of names) vi.stubEnv(name, '/tmp/planted.pem');
    onTestFinished(() => void vi.unstubAllEnvs());
    const getCACertificates = () => names.flatMap((name) => process.env[name] ?? []);
    const { certificates, hasSystem } = trustedCertificates({ getCACertificates });
    expect(hasSystem).toBe(true);
    expect(certificates).not.toContain('/tmp/planted.pem');
    // Whoever else reads them finds them.
    expect(getCACertificates()).toHaveLength(2);
  });

  it.each([
    ['an older runtime', {}],
    [
      'a store that cannot be read',
      {
        getCACertificates: () => {
          throw new Error('store');
        },
      },
    ],
  ])('are those of the runtime with %s, and it says so', (_what, runtime) => {
    const trust = trustedCertificates(runtime);
    expect(trust.hasSystem).toBe(false);
    expect(trust.certificates.length).toBeGreaterThan(100);
  });
});
