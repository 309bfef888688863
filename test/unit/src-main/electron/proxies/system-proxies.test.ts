import { describe, expect, it, vi } from 'vitest';
import { pacAddressIn, pacQuestionOf } from '../../../../../src-main/electron/proxies/pac-address';
import { createSystemProxies } from '../../../../../src-main/electron/proxies/system-proxies';
import { withResolvers } from '../../../../support/with-resolvers';

const windows = `
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
    AutoConfigURL    REG_SZ    http://pac.example/proxy.pac

`;
const mac = (enabled: number) =>
  `<dictionary> {\n  ProxyAutoConfigEnable : ${enabled}\n  ProxyAutoConfigURLString : http://pac.example/a.pac\n}\n`;
const gnome = (mode: string) =>
  `org.gnome.system.proxy autoconfig-url 'http://pac.example/g.pac'\norg.gnome.system.proxy mode '${mode}'\n`;

describe('the PAC file a system is set to', () => {
  it.each([
    ['win32', windows, 'http://pac.example/proxy.pac'],
    ['win32', 'ERROR: The system was unable to find the specified registry key', undefined],
    ['win32', windows.replace('http://', 'file://'), undefined],
    ['darwin', mac(1), 'http://pac.example/a.pac'],
    ['darwin', mac(0), undefined],
    ['linux', gnome('auto'), 'http://pac.example/g.pac'],
    ['linux', gnome('manual'), undefined],
    ['freebsd', windows, undefined],
  ])('is read in what %s prints', (platform, printed, address) => {
    expect(pacAddressIn(platform, printed)).toBe(address);
  });

  it('is asked of a program of the system itself', () => {
    expect(['win32', 'darwin', 'linux', 'aix'].map((each) => pacQuestionOf(each, 'D:\\Win')?.program)).toEqual([
      'D:\\Win\\System32\\reg.exe',
      '/usr/sbin/scutil',
      'gsettings',
      undefined,
    ]);
  });
});

describe('the proxies of the system', () => {
  const world = (given: { printed?: string | undefined; file?: string }) => {
    const set: object[] = [];
    const fetched: string[] = [];
    const file: { text: string | undefined; comes?: Promise<void> | undefined } = { text: given.file };
    const clock = { now: 0 };
    const chromium = { set: async (config: object) => void set.push(config) };
    const proxies = createSystemProxies({
      platform: 'win32',
      windowsFolder: 'C:\\Windows',
      clock: () => clock.now,
      openSession: () => ({
        resolveProxy: async (url) => `PROXY for.example:1; ${url}`,
        setProxy: (config) => chromium.set(config),
      }),
      ask: async () => given.printed,
      async fetchText(url) {
        fetched.push(url);
        await file.comes;
        if (file.text === undefined) throw new Error('away');
        return file.text;
      },
    });
    return { proxies, set, fetched, file, clock, given, chromium };
  };

  it('are asked of Chromium as the system has them', async () => {
    const { proxies, set } = world({});
    expect(await proxies.resolve('https://a.example/')).toBe('PROXY for.example:1; https://a.example/');
    expect(set).toEqual([{ mode: 'system' }]);
  });

  it('come out of a PAC file that is fetched for it, once in a network', async () => {
    const { proxies, set, fetched } = world({ printed: windows, file: 'function' });
    await proxies.resolve('https://a.example/');
    await proxies.resolve('https://b.example/');
    expect(fetched).toEqual(['http://pac.example/proxy.pac']);
    const pacScript = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from('function').toString('base64')}`;
    expect(set).toEqual([{ mode: 'pac_script', pacScript }]);
    proxies.forget();
    await proxies.resolve('https://a.example/');
    expect(fetched).toHaveLength(2);
  });

  it('are none where the file cannot be had, and it is looked for again', async () => {
    const { proxies, set, fetched, file, clock } = world({ printed: windows });
    await proxies.resolve('https://a.example/');
    await proxies.resolve('https://a.example/');
    expect(set).toEqual([{ mode: 'direct' }]);
    expect(fetched).toHaveLength(1);
    file.text = 'function';
    clock.now = 60_000;
    await proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(set.at(-1)).toMatchObject({ mode: 'pac_script' }));
  });

  it('follow what the seller changes in the system while the app runs; a file read before does until it can be had', async () => {
    const { proxies, set, file, clock, given } = world({ printed: windows, file: 'function' });
    await proxies.resolve('https://a.example/');
    file.text = undefined;
    clock.now = 60_000;
    await proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(set).toHaveLength(2));
    expect(set[1]).toEqual(set[0]);
    given.printed = undefined;
    clock.now = 120_000;
    await proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(set.at(-1)).toEqual({ mode: 'system' }));
  });

  it('of an earlier network, whose file hangs, change nothing of the next one', async () => {
    const { proxies, set, file, fetched } = world({ printed: windows, file: 'function' });
    const earlier = withResolvers();
    file.comes = earlier.promise;
    const first = proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(fetched).toHaveLength(1));
    proxies.forget();
    file.comes = undefined;
    await proxies.resolve('https://a.example/');
    expect(set).toMatchObject([{ mode: 'pac_script' }]);
    earlier.reject(new Error('away'));
    await first;
    expect(set).toHaveLength(1);
    // Nor does it lose the text that was read in the next one.
    proxies.forget();
    file.text = undefined;
    await proxies.resolve('https://a.example/');
    expect(set[1]).toEqual(set[0]);
  });

  it('are waited for by who asked in the network before', async () => {
    const { proxies, set, file, fetched } = world({ printed: windows, file: 'function' });
    const earlier = withResolvers();
    file.comes = earlier.promise;
    const first = proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(fetched).toHaveLength(1));
    proxies.forget();
    file.comes = undefined;
    earlier.resolve();
    await first;
    expect(set).toMatchObject([{ mode: 'pac_script' }]);
    expect(fetched).toHaveLength(2);
  });

  it('are asked for again after a look that failed', async () => {
    const { proxies, set, chromium } = world({});
    const works = chromium.set;
    chromium.set = () => Promise.reject(new Error('no session'));
    await expect(proxies.resolve('https://a.example/')).rejects.toThrow('no session');
    chromium.set = works;
    await proxies.resolve('https://a.example/');
    expect(set).toEqual([{ mode: 'system' }]);
  });

  it('a look that never ends holds none up once a later one is through', async () => {
    const { proxies, set, file, clock, fetched } = world({ printed: windows, file: 'function' });
    file.comes = new Promise(() => undefined);
    void proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(fetched).toHaveLength(1));
    file.comes = undefined;
    clock.now = 60_000;
    void proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(set).toMatchObject([{ mode: 'pac_script' }]));
    let answer = '';
    void proxies.resolve('https://a.example/').then((text) => (answer = text));
    await vi.waitFor(() => expect(answer).toContain('https://a.example/'));
  });

  it('a look that was begun in the network before stands for none in the next', async () => {
    const { proxies, set, file, clock, fetched, given } = world({ printed: windows, file: 'function' });
    await proxies.resolve('https://a.example/');
    const earlier = withResolvers();
    file.comes = earlier.promise;
    clock.now = 60_000;
    await proxies.resolve('https://a.example/');
    await vi.waitFor(() => expect(fetched).toHaveLength(2));
    proxies.forget();
    earlier.resolve();
    given.printed = undefined;
    await proxies.resolve('https://a.example/');
    expect(set.at(-1)).toEqual({ mode: 'system' });
  });
});
