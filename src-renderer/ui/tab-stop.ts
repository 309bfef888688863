import { createContext, use } from 'react';

/** What is closed or folded is no stop of the Tab key; `inert` would also keep automation from setting it. */
export const TabStop = createContext<0 | -1>(-1);

/** The tabindex of what stands here. */
export const useTabStop = (): 0 | -1 => use(TabStop);
