import { useMedia } from '../../ui/use-media';
import { useLogFigures } from './log-figures';
import { useLog } from './log-state';

/** px of the window with room for one more column: the list of files at the left, or under 1100 px without it. */
const roomy = '(min-width: 1250px), (min-width: 960px) and (max-width: 1099px)';

/** Whether rows say from which file they came: where those of several files stand together, and there is room. */
export function useFileColumn(): boolean {
  const isRoomy = useMedia(roomy);
  const files = useLogFigures()?.files.length ?? 0;
  const hasMany = useLog(({ shown }) => shown.by !== 'file' && shown.files?.length !== 1);
  return isRoomy && hasMany && files > 1;
}
