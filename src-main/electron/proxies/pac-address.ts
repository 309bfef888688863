/**
 * The program that says which PAC file a system is set to, and its arguments; undefined: none is known. By its whole
 * path on Windows, which would otherwise run one that lies next to a sheet the app was opened with.
 * @param windowsFolder where Windows is, such as C:\\Windows
 */
export function pacQuestionOf(
  platform: string,
  windowsFolder: string,
): { program: string; args: readonly string[] } | undefined {
  switch (platform) {
    case 'win32':
      return {
        program: `${windowsFolder}\\System32\\reg.exe`,
        args: ['query', internetSettings, '/v', 'AutoConfigURL'],
      };
    case 'darwin':
      return { program: '/usr/sbin/scutil', args: ['--proxy'] };
    case 'linux':
      return { program: 'gsettings', args: ['list-recursively', 'org.gnome.system.proxy'] };
    default:
      return undefined;
  }
}

const internetSettings = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;

/** Pure: the address of the PAC file in what that program printed; undefined where none is set, or it is switched off. */
export function pacAddressIn(platform: string, printed: string): string | undefined {
  const address = addressIn(platform, printed)?.trim();
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? address : undefined;
}

function addressIn(platform: string, printed: string): string | undefined {
  const first = (pattern: RegExp): string | undefined => pattern.exec(printed)?.[1];
  switch (platform) {
    case 'win32':
      return first(/AutoConfigURL\s+REG_(?:EXPAND_)?SZ\s+(\S+)/u);
    case 'darwin':
      return first(/ProxyAutoConfigEnable\s*:\s*(\d)/u) === '1'
        ? first(/ProxyAutoConfigURLString\s*:\s*(\S+)/u)
        : undefined;
    case 'linux':
      return first(/org\.gnome\.system\.proxy mode '(\w+)'/u) === 'auto'
        ? first(/org\.gnome\.system\.proxy autoconfig-url '([^']*)'/u)
        : undefined;
    default:
      return undefined;
  }
}
