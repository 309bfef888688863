import type { ReactNode } from 'react';

const tick = (
  <>
    <circle cx="8" cy="8" r="6.4" fill="currentColor" stroke="none" />
    <path className="hole" strokeWidth="1.6" d="m5.2 8.2 2 2 3.7-4.1" />
  </>
);
const magnifier = (
  <>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.4 3.4" />
  </>
);

/** States, 16 px: the shape says it, its colour repeats it, a word next to it names it. */
const states = {
  done: tick,
  already: tick,
  ready: <circle cx="8" cy="8" r="5.4" />,
  yet: <circle cx="8" cy="8" r="5.4" strokeDasharray="1.9 2.34" />,
  look: (
    <>
      <path
        d="M7.1 2.5a1 1 0 0 1 1.8 0l5.2 9.6a1 1 0 0 1-.9 1.5H2.8a1 1 0 0 1-.9-1.5z"
        fill="currentColor"
        stroke="none"
      />
      <path className="hole" d="M8 6.2v3M8 11.3v.1" />
    </>
  ),
  stop: (
    <>
      <path d="M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z" fill="currentColor" stroke="none" />
      <path className="hole" strokeWidth="1.6" d="m5.9 5.9 4.2 4.2M10.1 5.9l-4.2 4.2" />
    </>
  ),
  held: (
    <>
      <rect x="1.9" y="1.9" width="12.2" height="12.2" rx="2.6" fill="currentColor" stroke="none" />
      <path className="hole" strokeWidth="1.7" d="M6.3 5.6v4.8M9.7 5.6v4.8" />
    </>
  ),
  queue: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 5.2V8l1.9 1.3" />
    </>
  ),
  run: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 5a3 3 0 0 1 0 6z" fill="currentColor" stroke="none" />
    </>
  ),
  ask: magnifier,
  again: <path d="M12.9 6A5.4 5.4 0 1 0 13.4 8.4M13.3 2.8V6h-3.2" />,
  none: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M5.6 8h4.8" />
    </>
  ),
  sheet: <path d="M3.6 1.9h5.6l3.2 3.2v9H3.6zM9 2v3.4h3.4M5.8 8.2h4.4M5.8 10.8h4.4" />,
  cut: <path d="M1.6 8h4M10.4 8h4M7 5.4 5.6 10.6M10.4 5.4 9 10.6" />,
  note: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4M8 5v.1" />
    </>
  ),
  paused: <path strokeWidth="2.4" d="M5.2 3.6v8.8M10.8 3.6v8.8" />,
} as const satisfies Record<string, ReactNode>;
export type StateName = keyof typeof states;

/** Things and acts, 16 px, drawn in lines of 1.5 px. */
const things = {
  truck: (
    <>
      <path d="M1.8 4.2h7.4v7H1.8zM9.2 6.6h2.7l2.3 2.3v2.3h-5" />
      <circle cx="4.6" cy="12" r="1.3" />
      <circle cx="11.4" cy="12" r="1.3" />
    </>
  ),
  log: <path d="M3.2 2.2h9.6v11.6H3.2zM5.6 5.4h4.8M5.6 8h4.8M5.6 10.6h2.8" />,
  box: <path d="m8 1.9 5.6 2.9v6.4L8 14.1l-5.6-2.9V4.8zM2.6 4.9 8 7.7l5.4-2.8M8 7.8v6" />,
  shelf: <path d="M2.4 2.8h11.2v3.4H2.4zM3.2 6.2h9.6v7.2H3.2zM6.4 8.8h3.2" />,
  chart: <path d="M2.4 13.6h11.2M4.2 11.2V8.4M8 11.2V3.4M11.8 11.2V6.2" />,
  gear: (
    <>
      <path d="M2.2 4.6h6.4M11.8 4.6h2M2.2 11.4h2M7.4 11.4h6.4" />
      <circle cx="10.2" cy="4.6" r="1.6" />
      <circle cx="5.8" cy="11.4" r="1.6" />
    </>
  ),
  pause: <path d="M5.4 3.6v8.8M10.6 3.6v8.8" />,
  play: <path d="M5 3.4 12 8l-7 4.6z" />,
  upDown: <path d="m5.5 6.5 2.5-3 2.5 3M5.5 9.5l2.5 3 2.5-3" />,
  down: <path d="m4.5 6.2 3.5 3.5 3.5-3.5" />,
  right: <path d="m6.2 4.5 3.5 3.5-3.5 3.5" />,
  save: <path d="M8 2.2v7.2M5 6.8l3 3 3-3M2.6 11.2v2.4h10.8v-2.4" />,
  paste: <path d="M5.4 3.2H3.2v10.6h9.6V3.2h-2.2M5.6 1.9h4.8v2.6H5.6z" />,
  undo: <path d="M5.6 3.2 2.6 6.2l3 3M2.8 6.2h6.4a3.8 3.8 0 0 1 0 7.6H6.4" />,
  find: magnifier,
  link: (
    <path d="M6.6 9.4a2.7 2.7 0 0 0 3.8 0l2-2a2.7 2.7 0 0 0-3.8-3.8l-.8.8M9.4 6.6a2.7 2.7 0 0 0-3.8 0l-2 2a2.7 2.7 0 0 0 3.8 3.8l.8-.8" />
  ),
  file: <path d="M3.6 1.9h5.6l3.2 3.2v9H3.6zM9 2v3.4h3.4" />,
  copy: <path d="M5.6 5.6h7.2v7.2H5.6zM3.2 10.4V3.2h7.2" />,
  bolt: <path d="M8.8 1.9 3.4 9h4l-.6 5.1L12.6 7h-4z" />,
  print: <path d="M4.4 5.6V2.4h7.2v3.2M4.4 11H2.2V5.6h11.6V11h-2.2M4.4 9.2h7.2v4.4H4.4z" />,
} as const satisfies Record<string, ReactNode>;
export type ThingName = keyof typeof things;

/** The shape of a state; for the eye only where its word stands next to it. */
export function StateShape({ name, size = 16, label }: { name: StateName; size?: number; label?: string }) {
  return (
    <Drawn className={`state-shape is-${name}`} size={size} label={label}>
      {states[name]}
    </Drawn>
  );
}

/** The picture of a thing or an act; for the eye only, its word stands next to it. */
export function LineIcon({ name, size = 16 }: { name: ThingName; size?: number }) {
  return (
    <Drawn className="line-icon" size={size}>
      {things[name]}
    </Drawn>
  );
}

interface DrawnProps {
  className: string;
  size: number;
  /** Where no word stands next to it. */
  label?: string | undefined;
  children: ReactNode;
}

function Drawn({ className, size, label, children }: DrawnProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 16 16" {...named}>
      {children}
    </svg>
  );
}
