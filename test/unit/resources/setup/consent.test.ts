import { expect, it } from 'vitest';
import { mayRun } from '../../../../resources/setup/consent.mjs';

const command = ['apt-get', 'install', '-y', 'xvfb'];
const attended = (answer: string) => {
  const asked: string[] = [];
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    return answer;
  };
  return { asked, way: { isAttended: true, ask } };
};

it.each([
  ['y', true],
  [' YES ', true],
  ['네', true],
  ['', false],
  ['n', false],
  ['yes please', false],
])('asks whoever sits at a terminal, and takes %j for %s', async (answer, may) => {
  const { asked, way } = attended(answer);
  expect(await mayRun(command, way)).toBe(may);
  expect(asked).toEqual([expect.stringContaining('apt-get install -y xvfb')]);
});

it('does not ask without a terminal', async () => {
  const { asked, way } = attended('n');
  expect(await mayRun(command, { ...way, isAttended: false })).toBe(true);
  expect(asked).toEqual([]);
});
