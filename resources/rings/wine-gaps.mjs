/** What cannot be green under Wine 8, and why. @type {readonly import('./known-gaps.mjs').Gap[]} */
export const wineGaps = [];
