/** What of keytar is used. Every method may reject: a keychain can be missing, locked or refused by the user. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Long enough for a seller to type the password of a locked keychain, short enough not to look like a crash. */
export const keychainTimeoutMs = 30_000;

/** Loads keytar when asked, not at start: on a Linux without libsecret already the import fails. */
export async function loadKeytar(): Promise<Keychain> {
  const keytar = await import('keytar');
  return 'default' in keytar && isKeychain(keytar.default) ? keytar.default : keytar;
}

function isKeychain(module: unknown): module is Keychain {
  return typeof module === 'object' && module !== null && 'setPassword' in module;
}

/** A keychain that waits for a prompt no one sees must not stop the app. */
export async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the keychain did not answer')), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
