import '../../support/window/match-media';
import { afterEach, expect, it } from 'vitest';
import { runAct } from '../../../src-renderer/shell/run-act';

afterEach(() => document.body.replaceChildren());

it('leaves a text that is taken over on leaving before it presses what sends it, as a click does', () => {
  document.body.innerHTML =
    '<main class="screen"><textarea></textarea><button class="button primary">1건</button></main>';
  const [field, button] = [document.querySelector('textarea'), document.querySelector('button')];
  if (!field || !button) throw new Error('both are there');
  // jsdom lays nothing out.
  button.checkVisibility = () => true;
  const happened: string[] = [];
  field.addEventListener('blur', () => happened.push('left'));
  button.addEventListener('click', () => happened.push('pressed'));
  field.focus();
  expect(runAct('primary')).toBe(true);
  expect(happened).toEqual(['left', 'pressed']);
});
