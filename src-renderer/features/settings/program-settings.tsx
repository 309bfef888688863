import { useState } from 'react';
import { useAppState } from '../../state/app-state';
import { callOrSay } from '../../state/call-or-say';
import { text } from '../../text';
import { SupportReport } from '../../ui/support-report';
import { changeSettings } from './settings-state';

const words = text.settings;
const undoChoices = [0, 3, 5, 10, 15, 20, 30] as const;

/** 되돌리기 시간, 개인정보 보관 기간, 택배사 이름 기억. */
export function ProgramSettings() {
  const settings = useAppState((state) => state.settings);
  const version = useAppState((state) => state.version);
  const ignored = useAppState((state) => state.ignoredVariables);
  const seconds = [...new Set([...undoChoices, settings.undoSeconds])].toSorted((one, other) => one - other);
  return (
    <section className="card program-settings" aria-label={words.program}>
      <h2>{words.program}</h2>
      <div className="field">
        <label htmlFor="undo-seconds">{words.undo}</label>
        <select
          id="undo-seconds"
          className="select"
          data-testid="undo-seconds"
          value={settings.undoSeconds}
          onChange={(event) => void changeSettings({ undoSeconds: Number(event.target.value) })}
        >
          {seconds.map((each) => (
            <option key={each} value={each}>
              {words.undoSeconds(each)}
            </option>
          ))}
        </select>
        <span className="hint">{words.undoHint}</span>
      </div>
      <KeepDays key={settings.keepPersonalDays} days={settings.keepPersonalDays} />
      <div className="field">
        <label className="tick-label">
          <input
            type="checkbox"
            data-testid="remember-couriers"
            checked={settings.rememberCouriers}
            onChange={(event) => void changeSettings({ rememberCouriers: event.target.checked })}
          />
          {words.remember}
        </label>
        <span className="hint">{words.rememberHint}</span>
      </div>
      <div className="field">
        <button
          type="button"
          className="button small"
          data-testid="open-log-folder"
          onClick={() => void callOrSay('diagnostics-open-folder', {})}
        >
          {words.openLogFolder}
        </button>
        <span className="hint">{words.openLogFolderHint}</span>
      </div>
      <div className="field">
        <SupportReport />
        <span className="hint">{text.support.openHint}</span>
      </div>
      <p className="faint">{words.version(version)}</p>
      {ignored.length === 0 ? null : <p className="faint">{words.ignoredVariables(ignored.join(', '))}</p>}
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
