import { expect, it } from 'vitest';
import { createHandOver } from '../../../../../src-main/electron/files/hand-over';

function handOverOfTest() {
  const sent: string[][] = [];
  const handOver = createHandOver(
    async (paths) => paths.filter((path) => path !== 'gone.csv').map((name) => ({ name, bytes: new Uint8Array() })),
    (files) => sent.push(files.map(({ name }) => name)),
  );
  return { handOver, sent };
}

it('keeps what the system opens before the page listens, and hands it over once', async () => {
  const { handOver, sent } = handOverOfTest();
  await handOver.take(['first.xlsx']);
  await handOver.take(['second.csv']);
  expect(sent).toEqual([]);
  await handOver.listens();
  expect(sent).toEqual([['first.xlsx', 'second.csv']]);
  // A page that was loaded again listens again.
  await handOver.listens();
  expect(sent).toHaveLength(1);
});

it('hands to a listening page at once, and no empty list', async () => {
  const { handOver, sent } = handOverOfTest();
  await handOver.listens();
  await handOver.take(['later.xls']);
  await handOver.take([]);
  await handOver.take(['gone.csv']);
  expect(sent).toEqual([['later.xls']]);
});

it('keeps what comes while a page is loaded again, for the next one', async () => {
  const { handOver, sent } = handOverOfTest();
  await handOver.listens();
  handOver.leaves();
  await handOver.take(['between.xlsx']);
  expect(sent).toEqual([]);
  await handOver.listens();
  expect(sent).toEqual([['between.xlsx']]);
});
