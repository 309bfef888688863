import { shell } from 'electron';
import { mayOpenOutside, pageAddresses } from './outside-links';

/**
 * The one way out of the app into the seller's browser. Rejects where the address may not be opened, or nothing opens it.
 * @param hosts whose pages may be opened; those of the markets unless given
 */
export async function openOutside(address: string, hosts?: ReadonlySet<string>): Promise<void> {
  if (!mayOpenOutside(address, hosts)) throw new Error('an address that may not be opened outside');
  await shell.openExternal(address);
}

/** One of the pages the window can ask for by name. */
export function openPage(page: keyof typeof pageAddresses): Promise<void> {
  return openOutside(pageAddresses[page]);
}
