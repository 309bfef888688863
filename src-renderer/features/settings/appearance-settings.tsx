import { themes, zooms } from '../../../src-preload/contract/appearance';
import { changeAppearance, useAppearance } from '../../state/appearance';
import { text } from '../../text';
import { ChoiceRow } from '../../ui/choice-row';

const words = text.settings.appearance;

/** 화면: 글자 크기 and 테마. */
export function AppearanceSettings() {
  const { theme, zoom } = useAppearance();
  return (
    <section className="card appearance-settings" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ChoiceRow
        name="zoom-choice"
        label={words.zoom}
        hint={words.zoomHint}
        value={zoom}
        choices={zooms.map((value) => ({ value, label: words.zooms[value] }))}
        onChoose={(value) => void changeAppearance({ zoom: value })}
      />
      <ChoiceRow
        name="theme-choice"
        label={words.theme}
        hint={words.themeHint}
        value={theme}
        choices={themes.map((value) => ({ value, label: words.themes[value] }))}
        onChoose={(value) => void changeAppearance({ theme: value })}
      />
    </section>
  );
}
