import { Component } from 'react';
import type { ReactNode } from 'react';
import { text } from '../text';

/** Keeps a bug in one screen from taking the navigation and the other screens with it. */
export class ScreenGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="place" role="alert">
        <p>{text.shell.screenBroke}</p>
        <button type="button" className="button" onClick={() => this.setState({ broken: false })}>
          {text.shell.screenAgain}
        </button>
      </div>
    );
  }
}
