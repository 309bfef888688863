import { useRef, useState } from 'react';
import { useAppState } from '../../state/app-state';
import { openOverlay } from '../../state/overlays';
import { text } from '../../text';
import { settingsSections } from './settings-sections';

/** A section counts as reached when its top is this close to the top of the page, in px. */
const reachedPx = 48;

/** 설정: the list of its sections at the left, and all of them on one page that scrolls. */
export function SettingsScreen() {
  const stores = useAppState((state) => state.stores);
  const sections = settingsSections.filter(({ isShown }) => isShown?.(stores) ?? true);
  const [current, setCurrent] = useState('stores');
  const page = useRef<HTMLDivElement>(null);
  /** What was chosen in the list stays current where the page is too short to bring it to the top. */
  const isLed = useRef(false);

  function show(id: string): void {
    const section = page.current?.querySelector<HTMLElement>(`[data-section=${id}]`);
    if (!section) return;
    isLed.current = true;
    setCurrent(id);
    section.scrollIntoView({ block: 'start' });
    section.focus({ preventScroll: true });
  }

  function follow(): void {
    const top = page.current?.getBoundingClientRect().top;
    if (isLed.current || top === undefined) {
      isLed.current = false;
      return;
    }
    const reached = [...(page.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [])].findLast(
      (section) => section.getBoundingClientRect().top <= top + reachedPx,
    );
    setCurrent(reached?.dataset['section'] ?? 'stores');
  }

  return (
    <div className="settings">
      <nav className="settings-list" aria-label={text.settings.sectionList}>
        <h1>{text.settings.title}</h1>
        {sections.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className="settings-link"
            data-testid="settings-link"
            data-for={id}
            aria-current={current === id ? 'true' : undefined}
            onClick={() => show(id)}
          >
            {title}
          </button>
        ))}
        <button
          type="button"
          className="settings-link"
          data-testid="settings-keys"
          aria-haspopup="dialog"
          onClick={() => openOverlay('keys')}
        >
          {text.shortcuts.title} <kbd>F1</kbd>
        </button>
      </nav>
      <div className="settings-page" ref={page} onScroll={follow}>
        {sections.map(({ id, title, Cards }) => (
          <div key={id} className="settings-section" data-section={id} role="group" aria-label={title} tabIndex={-1}>
            <Cards />
          </div>
        ))}
      </div>
    </div>
  );
}
