import { describe, expect, it } from 'vitest';
import { runtimeName } from '../../../../resources/setup/electron-carrier.mjs';

describe('what is taken from the carrier of the runtime', () => {
  it('is Electron under its own name', () => {
    expect(runtimeName('Cypress/Cypress')).toBe('electron');
    expect(runtimeName('Cypress/icudtl.dat')).toBe('icudtl.dat');
    expect(runtimeName('Cypress/locales/ko.pak')).toBe('locales/ko.pak');
  });

  it('is nothing of the app it carries', () => {
    expect(runtimeName('Cypress/resources/app/package.json')).toBeUndefined();
    expect(runtimeName('Cypress/resources/app-update.yml')).toBeUndefined();
    expect(runtimeName('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(runtimeName('Cypress/')).toBeUndefined();
    expect(runtimeName('elsewhere/Cypress')).toBeUndefined();
  });
});
