import { useState } from 'react';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { changeSettings } from './settings-state';

const words = text.settings;

/** 개인정보 보관: how long names and addresses of the log stay. */
export function KeepSettings() {
  const days = useAppState((state) => state.settings.keepPersonalDays);
  return (
    <section className="card program-settings" aria-label={words.sections.keep}>
      <h2>{words.sections.keep}</h2>
      <KeepDays key={days} days={days} />
    </section>
  );
}

/** Written when the field is left: while typing 30 the 3 must not take effect. */
function KeepDays({ days }: { days: number }) {
  const [draft, setDraft] = useState(String(days));
  function settle(): void {
    const wanted = Math.min(365, Math.max(1, Math.round(Number(draft)) || days));
    setDraft(String(wanted));
    if (wanted !== days) void changeSettings({ keepPersonalDays: wanted });
  }
  return (
    <div className="field">
      <label htmlFor="keep-days">{words.keepPersonal}</label>
      <div className="inline-field">
        <input
          id="keep-days"
          className="input"
          data-testid="keep-personal-days"
          type="number"
          min={1}
          max={365}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? settle() : undefined)}
        />
        <span>{words.days}</span>
      </div>
      <span className="hint">{words.keepPersonalHint}</span>
    </div>
  );
}
