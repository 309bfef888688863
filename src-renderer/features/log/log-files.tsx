import { Menu } from '@base-ui/react/menu';
import type { LogFile } from '../../../src-preload/contract/calls/log';
import { dayName, shortDay, timeOfDayOf } from '../../ui/clock';
import { MenuButton } from '../../ui/menu-button';
import { LineIcon } from '../../ui/shapes';
import { text } from '../../text';
import { useLogFigures } from './log-figures';
import { show, useLog } from './log-state';

const words = text.log.view;

/** The files of the period at the left, each with what became of it; one of them alone on a press. */
export function LogFiles() {
  const figures = useLogFigures();
  const chosen = useLog((state) => state.shown.files);
  if (figures === undefined) return <aside className="log-files" aria-label={words.files} />;
  const { files, more, all } = figures;
  const named = files.filter(({ name }) => name !== undefined);
  const others = files.filter(({ name }) => name === undefined);
  return (
    <aside className="log-files" aria-label={words.files}>
      <button
        type="button"
        className="log-file"
        aria-current={chosen === undefined ? true : undefined}
        onClick={() => show({ files: undefined })}
      >
        <span className="one-line">{words.allFiles}</span>
        <span className="meta">{words.jobs(all.jobs + all.earlier)}</span>
        <Bar jobs={all.jobs + all.earlier} done={all.done} held={0} rejected={all.tasks} />
      </button>
      {byDay(named).map(([day, own]) => (
        <section key={day} aria-label={day}>
          <p className="meta log-files-day">{day}</p>
          {own.map((file) => (
            <FileButton key={file.id} file={file} chosen={chosen} />
          ))}
        </section>
      ))}
      {others.length > 0 ? (
        <section aria-label={words.withoutFile}>
          <p className="meta log-files-day">{words.withoutFile}</p>
          {others.map((file) => (
            <FileButton key={file.id} file={file} chosen={chosen} />
          ))}
        </section>
      ) : null}
      {more ? <p className="meta log-files-day">{words.olderFiles}</p> : null}
    </aside>
  );
}

/** Files of one day together, under the name of the day. */
function byDay(files: readonly LogFile[]): [string, LogFile[]][] {
  const days = new Map<string, LogFile[]>();
  for (const file of files) {
    const day = dayName(file.at) === dayName(Date.now()) ? words.periods.today : shortDay(file.at);
    days.set(day, [...(days.get(day) ?? []), file]);
  }
  return [...days];
}

function nameOf({ name, kind }: LogFile): string {
  return name ?? text.send.operations[kind];
}

function FileButton({ file, chosen }: { file: LogFile; chosen: readonly string[] | undefined }) {
  const isChosen = chosen?.includes(file.id) ?? false;
  return (
    <button
      type="button"
      className="log-file"
      data-testid="log-file"
      data-file={nameOf(file)}
      aria-current={isChosen ? true : undefined}
      title={nameOf(file)}
      onClick={() => show({ files: isChosen ? undefined : [file.id] })}
    >
      <span className="one-line">{nameOf(file)}</span>
      <span className="meta">{`${timeOfDayOf(file.at)} · ${words.fileDone(file.jobs, file.done)}`}</span>
      <Bar {...file} />
    </button>
  );
}

/** How much of it is done, and what waits for the seller; said in words above it. */
function Bar({ jobs, done, held, rejected }: Pick<LogFile, 'jobs' | 'done' | 'held' | 'rejected'>) {
  const share = (part: number) => ({ width: `${jobs === 0 ? 0 : (100 * part) / jobs}%` });
  return (
    <span className="log-bar" aria-hidden="true">
      <i className="done" style={share(done)} />
      <i className="look" style={share(held)} />
      <i className="stop" style={share(rejected)} />
    </span>
  );
}

/** Where there is no room at the left: the same choice behind one button. */
export function FilePicker() {
  const files = useLogFigures()?.files ?? [];
  const chosen = useLog((state) => state.shown.files);
  const only = files.find(({ id }) => isOnlyFile(chosen, id));
  return (
    <MenuButton
      className="button plain file-picker"
      data-testid="log-file-picker"
      face={
        <>
          {only === undefined ? words.allFiles : nameOf(only)}
          <LineIcon name="down" />
        </>
      }
    >
      {() => (
        <>
          <Menu.Item className="menu-item" onClick={() => show({ files: undefined })}>
            {words.allFiles}
          </Menu.Item>
          {files.map((file) => (
            <Menu.Item key={file.id} className="menu-item" onClick={() => show({ files: [file.id] })}>
              {nameOf(file)}
              <span className="meta">{words.fileDone(file.jobs, file.done)}</span>
            </Menu.Item>
          ))}
        </>
      )}
    </MenuButton>
  );
}

function isOnlyFile(chosen: readonly string[] | undefined, id: string): boolean {
  return chosen?.length === 1 && chosen[0] === id;
}
