import { EmptyPlace } from '../../shell/empty-place';

/** Its content comes with an issue of its own. */
export function StockScreen() {
  return <EmptyPlace place="stock" next="log" />;
}
