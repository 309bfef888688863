import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { keepNote, MissedNotes } from '../../../src-renderer/shell/missed-notes';

afterEach(cleanup);
const titles = () => screen.queryAllByTestId('missed-note').map((note) => note.getAttribute('aria-label'));

it('keeps one note of a topic, the newest, and every note without one', () => {
  render(<MissedNotes />);
  act(() => {
    keepNote({ title: 'one box', body: '', topic: 'boxes' });
    keepNote({ title: 'an order', body: '' });
    keepNote({ title: 'an order', body: '' });
    keepNote({ title: 'another store', body: '', topic: 'boxes there' });
    keepNote({ title: 'two boxes', body: '', topic: 'boxes' });
  });
  expect(titles()).toEqual(['an order', 'an order', 'another store', 'two boxes']);
  fireEvent.click(screen.getAllByTestId('missed-note-close')[0] ?? document.body);
  expect(titles()).toEqual(['an order', 'another store', 'two boxes']);
});
