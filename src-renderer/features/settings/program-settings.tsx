import { useAppState } from '../../state/app-state';
import { callOrSay } from '../../state/call-or-say';
import { text } from '../../text';
import { SupportReport } from '../../ui/support-report';

const words = text.settings;

/** 프로그램: what helps when something is wrong. */
export function ProgramSettings() {
  const ignored = useAppState((state) => state.ignoredVariables);
  return (
    <section className="card program-settings" aria-label={words.program}>
      <h2>{words.program}</h2>
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
      {ignored.length === 0 ? null : <p className="faint">{words.ignoredVariables(ignored.join(', '))}</p>}
    </section>
  );
}
