import { expect, it } from 'vitest';
import { nameOf } from '../../../src-renderer/touch/name-of.ts';

it.each([
  ['<button aria-label="Bigger text">+</button>', 'Bigger text'],
  ['<button><svg aria-hidden="true"></svg> Next\n step </button>', 'Next step'],
  ['<button><span aria-hidden="true">R</span><span>Right</span></button>', 'Right'],
  ['<button aria-labelledby="what">On</button><p id="what">Calm motion</p>', 'Calm motion'],
  ['<div data-touch><p>inside</p></div>', ''],
])('the name of %s is what a visitor reads', (markup, name) => {
  document.body.innerHTML = markup;
  expect(nameOf(document.body.firstElementChild!)).toBe(name);
  document.body.replaceChildren();
});
