import { ko } from '../src-preload/contract/text/ko';

/** Every string the window shows. Korean is the language of the app; a further one replaces this line. */
export const text = ko;
