/** A screen that is high enough, for modules that ask for it as they are loaded: imported before them. */
Object.defineProperty(window, 'matchMedia', {
  value: () => ({ matches: true, addEventListener: () => undefined }),
  configurable: true,
});
