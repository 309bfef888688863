import { EmptyPlace } from '../../ui/empty-place';

/** Its content comes with an issue of its own. */
export function InsightsScreen() {
  return <EmptyPlace place="insights" next="log" />;
}
