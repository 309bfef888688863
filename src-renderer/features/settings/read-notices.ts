/** A package of the app, with the text of its licence. */
export interface Notice {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** Written next to the window's page by resources/build/notices.mjs, once everything else is bundled. */
const address = '/notices.js';

/** @returns undefined where the build made none */
export async function readNotices(): Promise<readonly Notice[] | undefined> {
  try {
    const read: unknown = await import(/* @vite-ignore */ address);
    return noticesOf(read);
  } catch {
    return undefined;
  }
}

/** @param read the module: our own file, and yet not typed by the bundler */
export function noticesOf(read: unknown): readonly Notice[] | undefined {
  if (typeof read !== 'object' || read === null || !('notices' in read) || !Array.isArray(read.notices))
    return undefined;
  return read.notices.filter(isNotice);
}

function isNotice(each: unknown): each is Notice {
  if (typeof each !== 'object' || each === null) return false;
  const { name, version, licence, text }: { [Key in keyof Notice]?: unknown } = each;
  return [name, version, licence, text].every((part) => typeof part === 'string');
}
