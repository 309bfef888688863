import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { changeSettings } from './settings-state';

const words = text.settings;
const undoChoices = [0, 3, 5, 10, 15, 20, 30] as const;

/** 발송 처리: 되돌리기 시간 and 택배사 이름 기억. */
export function SendingSettings() {
  const settings = useAppState((state) => state.settings);
  const seconds = [...new Set([...undoChoices, settings.undoSeconds])].toSorted((one, other) => one - other);
  return (
    <section className="card program-settings" aria-label={words.sections.sending}>
      <h2>{words.sections.sending}</h2>
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
    </section>
  );
}
