/** Loaded before the stories of the Chromium ring: they start the app in another way, and none of them knows. */
import './use-prebuilt.mjs';
import { registerHooks } from './register-hooks.mjs';

registerHooks({
  resolve(name, context, next) {
    const found = next(name, context);
    return found.url.endsWith('/test/support/app/launch.ts') && !name.includes('/chromium/')
      ? { ...found, url: found.url.replace('/support/app/launch.ts', '/support/chromium/launch.ts') }
      : found;
  },
});
