import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { reportProblem, watchForProblems } from './state/report-problem';
import { ScreenGuard } from './shell/screen-guard';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shapes.css';
import './styles/shell.css';
import './styles/navigation.css';
import './styles/grid.css';
import './styles/file-tabs.css';
import './styles/send.css';
import './styles/side-sheet.css';
import './styles/review.css';
import './styles/review-notes.css';
import './styles/review-rows.css';
import './styles/review-groups.css';
import './styles/review-panel.css';
import './styles/review-foot.css';
import './styles/run.css';
import './styles/run-foot.css';
import './styles/run-widths.css';
import './styles/review-widths.css';
import './styles/join.css';
import './styles/find.css';
import './styles/asks.css';
import './styles/stock.css';
import './styles/shared.css';
import './styles/log.css';
import './styles/log-files.css';
import './styles/log-rows.css';
import './styles/log-groups.css';
import './styles/log-detail.css';
import './styles/log-foot.css';
import './styles/hold-dialog.css';
import './styles/unread-records.css';
import './styles/orders.css';
import './styles/book.css';
import './styles/book-list.css';
import './styles/book-panel.css';
import './styles/find-sheet.css';
import './styles/book-widths.css';
import './styles/forms.css';
import './styles/layout-sheet.css';
import './styles/untracked.css';
import './styles/pull-outs.css';
import './styles/settings.css';
import './styles/store-card.css';
import './styles/program-settings.css';
import './styles/announcer.css';
import './styles/support.css';
import './styles/notices.css';
import './styles/updates.css';
import './styles/first-run.css';
import './styles/overlays.css';
import './styles/small-window.css';
import './styles/low-window.css';
import './styles/forced-colors.css';

watchForProblems();
const root = document.getElementById('root');
if (root) {
  createRoot(root, {
    onCaughtError: (problem, { componentStack }) => reportProblem('render', problem, componentStack),
    onUncaughtError: (problem, { componentStack }) => reportProblem('render', problem, componentStack),
  }).render(
    <StrictMode>
      <ScreenGuard>
        <App />
      </ScreenGuard>
    </StrictMode>,
  );
}
