import { describe, expect, it } from 'vitest';
import { contactWith, printerRows } from '../../../src-renderer/staff/sections/printing.ts';

const OFFICE = { name: 'Office', called: 'Office on floor 2' };
const state = { able: true, printers: [OFFICE, { name: 'Ward-2' }], usual: 'Office' };
const chosen = (setting?: string) =>
  printerRows(state, setting)
    .filter(({ isChosen }) => isChosen)
    .map(({ value, key }) => value ?? key);

describe('the printers to choose from', () => {
  it('are the usual one, each by name, and none', () => {
    expect(printerRows(state, undefined).map(({ value }) => value)).toEqual([
      undefined,
      'Office',
      'Ward-2',
      'none',
    ]);
    expect(printerRows(state, undefined)[0]).toMatchObject({ called: 'Office on floor 2', isChosen: true });
  });

  it.each([
    [undefined, 'staff.printing.usual'],
    ['Ward-2', 'Ward-2'],
    ['none', 'none'],
    ['Gone', 'Gone'],
  ])('have one that is chosen: %s', (setting, expected) => {
    expect(chosen(setting)).toEqual([expected]);
  });

  it('say which is missing', () => {
    expect(printerRows(state, 'Gone').find(({ value }) => value === 'Gone')).toMatchObject({
      isMissing: true,
    });
  });

  it('say that there is no usual one', () => {
    expect(printerRows({ able: true, printers: [] }, undefined)[0]).toMatchObject({
      key: 'staff.printing.noUsual',
    });
  });
});

it('closes up the lines of the contact', () => {
  expect(contactWith(['a', 'b'], 2, ' c ')).toEqual(['a', 'b', 'c']);
  expect(contactWith(['a', 'b'], 0, ' ')).toEqual(['b']);
  expect(contactWith(['a'], 0, '')).toBeNull();
});
