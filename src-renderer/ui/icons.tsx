import type { ReactNode } from 'react';

/** Shapes that stand for a state next to its word and colour; 14 px, drawn by hand so that no icon set is shipped. */
export const icons = {
  check: <path d="M3 7.5 6 10.5 11.5 4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  triangle: (
    <>
      <path d="M7 1.5 13 12.5H1Z" fill="currentColor" />
      <path d="M7 5.5v3.2M7 10.6v.2" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  octagon: (
    <>
      <path d="M4.3 1h5.4L13 4.3v5.4L9.7 13H4.3L1 9.7V4.3Z" fill="currentColor" />
      <path d="m4.8 4.8 4.4 4.4m0-4.4L4.8 9.2" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  hand: (
    <>
      <rect x="1.5" y="1.5" width="11" height="11" rx="2.5" fill="currentColor" />
      <path d="M5.2 4.5v5M8.8 4.5v5" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  clock: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 4v3.2l2 1.4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  arrow: (
    <path
      d="M2 7h9M7.5 3.5 11 7l-3.5 3.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  folded: (
    <path
      d="M5 2.5 9.5 7 5 11.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  unfolded: (
    <path
      d="M2.5 5 7 9.5 11.5 5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  undo: (
    <path
      d="M4.5 2 2 4.5 4.5 7M2 4.5h6a3.5 3.5 0 0 1 0 7H5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  redo: (
    <path
      d="M9.5 2 12 4.5 9.5 7M12 4.5H6a3.5 3.5 0 0 0 0 7h3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  again: (
    <path
      d="M11.6 5A5 5 0 1 0 12 7.8M12 2v3.2H8.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  glass: (
    <>
      <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m9.2 9.2 3.3 3.3" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  bar: <path d="M2.5 7h9" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
  dot: <circle cx="7" cy="7" r="4.5" fill="currentColor" />,
  ring: <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="5 3" />,
  info: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M7 6.4v3.6M7 4v.2" stroke="#fff" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  down: <path d="m3.5 5.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  up: <path d="m3.5 8.5 3.5-3.5 3.5 3.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  plus: <path d="M7 2.5v9M2.5 7h9" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
  right: <path d="M5.5 3.5 9 7l-3.5 3.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  more: <path d="M3 7h.01M7 7h.01M11 7h.01" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  grip: (
    <path
      d="M5 3h.01M9 3h.01M5 7h.01M9 7h.01M5 11h.01M9 11h.01"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  ),
  cross: <path d="m3.5 3.5 7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
} as const satisfies Record<string, ReactNode>;
export type IconName = keyof typeof icons;

/** One of the shapes; for the eye only, the word stands next to it. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {icons[name]}
    </svg>
  );
}
