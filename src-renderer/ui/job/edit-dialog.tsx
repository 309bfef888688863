import { Dialog } from '@base-ui/react/dialog';
import type { FormEvent, ReactNode } from 'react';
import type { DispatchValues, Job, StockValues } from '../../../src-preload/contract/job';
import { text } from '../../text';
import { takeAction } from './job-actions';
import { whoAndWhat } from './job-words';

interface Props {
  job: Job;
  title: string;
  /** What it would be sent with; undefined while something is missing or wrong. */
  values: DispatchValues | StockValues | undefined;
  /** The seller has looked at the values and wants them as they are. */
  chosen?: boolean;
  /** Handles of the form and of its button. */
  formId: string;
  saveId: string;
  onDone(): void;
  children: ReactNode;
}

/** Where a job that was not sent, or refused, is corrected; saving puts it back in the queue. */
export function EditDialog({ job, title, values, chosen = false, formId, saveId, onDone, children }: Props) {
  const who = whoAndWhat(job);
  function save(event: FormEvent): void {
    event.preventDefault();
    if (values === undefined) return;
    void takeAction({ action: 'edit', jobs: [job.id], values, chosen }).then((done) => (done ? onDone() : undefined));
  }
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onDone())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog">
          <Dialog.Title render={<h2 />}>{title}</Dialog.Title>
          <form onSubmit={save} className="form" data-testid={formId}>
            <p className="digits">{job.target}</p>
            {who === '' ? null : (
              <p className="product-name" data-testid="product-name">
                {who}
              </p>
            )}
            {children}
            <div className="acts">
              <button type="button" className="button" onClick={onDone}>
                {text.log.keep}
              </button>
              <button type="submit" className="button primary" data-testid={saveId} disabled={values === undefined}>
                {text.log.save}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
