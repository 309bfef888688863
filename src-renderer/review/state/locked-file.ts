import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { text } from '../../text';

/** The password of one locked file: what the seller typed, or had remembered for files of this form. */
export class LockedFile {
  #recalled = false;
  #remember = false;
  password: string | undefined;

  constructor(private readonly fileName: string) {}

  /** The seller typed one. */
  typed(password: string, remember: boolean): void {
    this.password = password;
    this.#remember = remember;
  }

  /** Takes up the remembered one, if there is any that was not tried yet. */
  async recall(): Promise<boolean> {
    if (this.#recalled || this.password !== undefined) return false;
    this.#recalled = true;
    const answer = await call('sheet-password-recall', { fileName: this.fileName });
    if (!answer.ok || answer.value.password === undefined) return false;
    this.password = answer.value.password;
    return true;
  }

  /** The file opened: only now it is known to be the right one. */
  async opened(): Promise<void> {
    const { password } = this;
    if (!this.#remember || password === undefined) return;
    this.#remember = false;
    const answer = await call('sheet-password-remember', { fileName: this.fileName, password });
    if (!answer.ok) announce(text.send.password.notRemembered);
  }
}
