import { afterEach, expect, it, vi } from 'vitest';
import { takenAct } from '../../../src-renderer/shell/taken-act';

afterEach(() => document.body.replaceChildren());

/** The act of a key that is pressed on an element. */
function pressOn(target: HTMLElement, init: KeyboardEventInit & { keyCode?: number }) {
  const onKeyDown = vi.fn(takenAct);
  window.addEventListener('keydown', onKeyDown, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  return onKeyDown.mock.results[0]?.value;
}

function put(html: string): HTMLElement {
  document.body.innerHTML = html;
  const target = document.querySelector<HTMLElement>('[data-here]');
  if (!target) throw new Error('nothing is marked');
  target.checkVisibility = () => true;
  return target;
}

it('hears a key in a field, but not one that writes there', () => {
  const field = put('<input data-here>');
  expect(pressOn(field, { key: 'f', ctrlKey: true })).toBe('find');
  expect(pressOn(field, { key: '?', shiftKey: true })).toBeUndefined();
  expect(pressOn(put('<p data-here></p>'), { key: '?', shiftKey: true })).toBe('keys');
});

it('leaves every key of an open composition alone', () => {
  const field = put('<input data-here>');
  expect(pressOn(field, { key: 'Enter', ctrlKey: true, isComposing: true })).toBeUndefined();
  expect(pressOn(field, { key: 'Escape', isComposing: true })).toBeUndefined();
  expect(pressOn(field, { key: 'Escape', keyCode: 229 })).toBeUndefined();
});

it('leaves a key to whatever took it, and to a dialog', () => {
  const taken = put('<p data-here></p>');
  taken.addEventListener('keydown', (event) => event.preventDefault());
  expect(pressOn(taken, { key: 'k', ctrlKey: true })).toBeUndefined();
  expect(pressOn(put('<div role="dialog" data-here></div>'), { key: 'k', ctrlKey: true })).toBeUndefined();
});

it('sends nothing while a value is being typed into a cell, or was emptied there', () => {
  const cell = (className: string, value: string) =>
    put(`<div role="gridcell"><input data-here class="${className}" value="${value}"></div>`);
  const enter = { key: 'Enter', ctrlKey: true };
  expect(pressOn(cell('cell-input editing', '5307'), enter)).toBeUndefined();
  expect(pressOn(cell('cell-input editing', ''), enter)).toBeUndefined();
  expect(pressOn(cell('cell-input', ''), enter)).toBe('primary');
  // A line is ticked and sent without leaving its box.
  const box = put('<div role="gridcell"><input type="checkbox" data-here></div>');
  expect(pressOn(box, enter)).toBe('primary');
  expect(pressOn(box, { key: '?', shiftKey: true })).toBe('keys');
});

it('takes nothing back by the Escape that empties a field', () => {
  expect(pressOn(put('<input type="search" data-here value="5307">'), { key: 'Escape' })).toBeUndefined();
  expect(pressOn(put('<input type="search" data-here>'), { key: 'Escape' })).toBe('undo');
});

it('leaves the sign of a question to a list that is chosen from by typing', () => {
  expect(pressOn(put('<select data-here></select>'), { key: '?', shiftKey: true })).toBeUndefined();
});
