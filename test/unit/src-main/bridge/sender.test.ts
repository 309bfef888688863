import { describe, expect, it } from 'vitest';
import { isOurWindow } from '../../../../src-main/bridge/sender';

const ours = { webContentsId: 7, origin: 'app://desk' };
const page = { webContentsId: 7, frameUrl: 'app://desk/index.html', isMainFrame: true };

describe('who may call the main process', () => {
  it('is the main frame of our window on our page', () => {
    expect(isOurWindow(page, ours)).toBe(true);
  });

  it.each([
    ['another window', { ...page, webContentsId: 8 }],
    ['a frame inside', { ...page, isMainFrame: false }],
    ['a page of another origin', { ...page, frameUrl: 'https://desk/index.html' }],
    ['a host that only begins like ours', { ...page, frameUrl: 'app://desk.evil/index.html' }],
    ['a frame that is gone', { ...page, frameUrl: null }],
    ['something that is no address', { ...page, frameUrl: 'not an address' }],
  ])('is not %s', (_who, sender) => {
    expect(isOurWindow(sender, ours)).toBe(false);
  });

  it('is no one before the window exists', () => {
    expect(isOurWindow(page, undefined)).toBe(false);
  });
});
