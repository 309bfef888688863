/**
 * Loaded before everything else of a ring: better-sqlite3 is taken from the file its own package brings, as users get
 * it. One that was built here for an older runtime (resources/setup/native-module.mjs) stays where it is, for `npm test`.
 */
import { registerHooks } from './register-hooks.mjs';

const own = '/better-sqlite3/lib/index.js';
const prebuilt = `/better-sqlite3/lib/${process.platform}-${process.arch}.js`;

registerHooks({
  resolve(name, context, next) {
    const found = next(name, context);
    return found.url.endsWith(own) ? { ...found, url: found.url.replace(own, prebuilt) } : found;
  },
});
