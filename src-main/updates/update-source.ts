/** Where GitHub keeps releases, and where it leads a download of one of their files to. The one list of update hosts. */
const releaseHosts: readonly string[] = [
  'github.com',
  'objects.githubusercontent.com',
  'release-assets.githubusercontent.com',
  'github-releases.githubusercontent.com',
];

/** Where updates may come from: the hosts of the releases, or one address of this computer in a run that is no package. */
export interface UpdateSource {
  /** Base URL; loopback (environment.ts has checked it). */
  testAddress?: string;
}

/** Why a URL is not asked; undefined: it may be. Holds for the first request as for each redirect. */
export function refusalOf(url: URL, { testAddress }: UpdateSource): 'foreign-host' | undefined {
  if (url.username !== '' || url.password !== '') return 'foreign-host';
  if (testAddress !== undefined) return url.origin === new URL(testAddress).origin ? undefined : 'foreign-host';
  const isOurs = url.protocol === 'https:' && url.port === '' && releaseHosts.includes(url.hostname);
  return isOurs ? undefined : 'foreign-host';
}
