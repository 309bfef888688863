/**
 * What CHANGELOG.md says of a version, for the server of releases and through it for the window: the section of that
 * version, or what is not released yet where it has none.
 * @param {string} changelog Markdown, a `## [version] - day` for each version
 * @param {string} version
 * @returns {string} Markdown without the heading of the section; empty where there is neither
 */
export function releaseNotes(changelog, version) {
  /** @type {Map<string, string>} */
  const sections = new Map();
  for (const part of changelog.replaceAll('\r\n', '\n').split(/^## /mu).slice(1)) {
    const [, name] = /^\[([^\]]+)\]/u.exec(part) ?? [];
    if (name !== undefined) sections.set(name, part.slice(part.indexOf('\n') + 1).trim());
  }
  return sections.get(version) ?? sections.get('Unreleased') ?? '';
}
