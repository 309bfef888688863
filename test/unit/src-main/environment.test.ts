import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasTestAddress, isSafeStart, readEnvironment } from '../../../src-main/environment';

const run = { isPackaged: false };

it.each([
  [['desk', '--safe'], true],
  [['electron', '.', '--safe', '송장.xlsx'], true],
  [['desk'], false],
  [['desk', '--safely'], false],
  [['--safe'], false],
])('%j starts safe: %s', (argv, isSafe) => {
  expect(isSafeStart(argv)).toBe(isSafe);
});

describe('the environment', () => {
  it('says nothing where nothing is set', () => {
    expect(readEnvironment(run, { PATH: '/bin' })).toEqual({ ignored: [] });
    expect(hasTestAddress(readEnvironment(run, { BALSONG_NAVER_URL: '' }))).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.0.0.1:8080/external/', 'http://127.0.0.1:8080/external'],
    ['http://localhost:1', 'http://localhost:1'],
    ['https://[::1]:8443/x?y=1#z', 'https://[::1]:8443/x'],
    ['http://127.1:80/', 'http://127.0.0.1'],
    [' http://127.255.0.3:9 ', 'http://127.255.0.3:9'],
  ])('takes the loopback address %s', (given, read) => {
    const environment = readEnvironment(run, { BALSONG_NAVER_URL: given });
    expect(environment).toEqual({ naverUrl: read, ignored: [] });
    expect(hasTestAddress(environment)).toBe(true);
  });

  it.each([
    ['https://api.example.com', 'not-loopback'],
    ['http://localhost.example.com', 'not-loopback'],
    ['http://127.0.0.1.example.com', 'not-loopback'],
    ['http://0.0.0.0:80', 'not-loopback'],
    ['http://[::ffff:127.0.0.1]', 'not-loopback'],
    ['http://192.168.0.2', 'not-loopback'],
    ['http://127.0.0.1@example.com', 'has-credentials'],
    ['http://me:pw@127.0.0.1', 'has-credentials'],
    ['file:///etc/hosts', 'not-http'],
    ['127.0.0.1:8080', 'not-a-url'],
  ])('does not take %s', (given, reason) => {
    const environment = readEnvironment(run, { BALSONG_BRIGHTMALL_URL: given });
    expect(environment).toEqual({ ignored: [{ name: 'BALSONG_BRIGHTMALL_URL', reason }] });
    expect(hasTestAddress(environment)).toBe(false);
  });

  it('makes the data folder absolute', () => {
    const { dataDir } = readEnvironment(run, { BALSONG_DATA_DIR: 'desk-data' });
    expect(dataDir !== undefined && isAbsolute(dataDir)).toBe(true);
  });

  it('gives a packaged app no test address', () => {
    const record = {
      BALSONG_NAVER_URL: 'http://127.0.0.1:8080',
      BALSONG_BRIGHTMALL_URL: 'http://localhost:1',
      BALSONG_UPDATE_URL: 'http://127.0.0.1:2',
    };
    const environment = readEnvironment({ isPackaged: true }, record);
    expect(environment).toEqual({
      ignored: Object.keys(record).map((name) => ({ name, reason: 'packaged' })),
    });
    expect(hasTestAddress(environment)).toBe(false);
  });

  it('looks for a newer version only on this computer in place of the hosts of the releases', () => {
    const read = (given: string) => readEnvironment(run, { BALSONG_UPDATE_URL: given });
    const here = read('http://127.0.0.1:8080/releases/');
    expect(here).toEqual({ updateUrl: 'http://127.0.0.1:8080/releases', ignored: [] });
    // No market was replaced: what is saved now are real stores.
    expect(hasTestAddress(here)).toBe(false);
    expect(read('https://updates.example.com')).toEqual({
      ignored: [{ name: 'BALSONG_UPDATE_URL', reason: 'not-loopback' }],
    });
  });

  it('names the variable that would switch the check of certificates off', () => {
    const ignored = [{ name: 'NODE_TLS_REJECT_UNAUTHORIZED', reason: 'unsafe' }];
    expect(readEnvironment(run, { NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual({ ignored });
    expect(readEnvironment(run, { NODE_TLS_REJECT_UNAUTHORIZED: '1' })).toEqual({ ignored: [] });
  });
});
