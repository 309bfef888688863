import { describe, expect, it } from 'vitest';
import { proxyName, readProxyList } from '../../../../src-main/network/proxy-list';

const direct = { via: 'direct' };
const http = (host: string, port: number, secure = false) => ({ via: 'http', host, port, secure });

describe('a list of proxies', () => {
  it.each<[string, object[]]>([
    ['DIRECT', [direct]],
    ['', [direct]],
    [
      'PROXY a.example:3128;HTTPS b.example:443;SOCKS5 c:1080;DIRECT',
      [http('a.example', 3128), http('b.example', 443, true), { via: 'socks5', host: 'c', port: 1080 }, direct],
    ],
    [' proxy  a.example:8080 ;  direct ', [http('a.example', 8080), direct]],
    ['PROXY a.example', [http('a.example', 80)]],
    ['PROXY a.example:80', [http('a.example', 80)]],
    ['PROXY [2001:db8::1]:8080', [http('2001:db8::1', 8080)]],
    ['SOCKS old:1080; PROXY a:1', [http('a', 1)]],
    ['SOCKS old:1080', [direct]],
    ['PROXY; PROXY a b; QUIC c:1; PROXY d:99999; DIRECT', [direct]],
    ['PROXY user:word@a:1; PROXY a:1/path', [direct]],
  ])('%s is read in its order, without what is not known', (list, routes) => {
    expect(readProxyList(list)).toEqual(routes);
  });

  it('names a proxy by host and port', () => {
    expect(proxyName({ host: 'a', port: 1 })).toBe('a:1');
    expect(proxyName({ host: '2001:db8::1', port: 1 })).toBe('[2001:db8::1]:1');
  });
});
