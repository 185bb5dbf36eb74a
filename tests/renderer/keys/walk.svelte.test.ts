import { afterEach, describe, expect, it } from 'vitest';
import { groupsOf, stopFrom, stopsOf } from '../../../src-renderer/keys/walk.ts';

afterEach(() => document.body.replaceChildren());

const show = (html: string): void => void (document.body.innerHTML = html);
const at = (id: string): HTMLElement => document.getElementById(id)!;
const ids = (elements: readonly (HTMLElement | undefined)[]): (string | undefined)[] =>
  elements.map((element) => element?.id);

const PAGE = `
  <h1 id="title" tabindex="-1">Neck</h1>
  <button id="one">1</button>
  <button disabled>off</button>
  <button style="visibility:hidden">hidden</button>
  <div inert><button>beneath</button></div>
  <p>Text with <span id="term" role="button" tabindex="0">term</span></p>
  <nav id="nav"><button id="home">Home</button><button id="help">Help</button></nav>
  <input id="line" />`;

describe('stops', () => {
  it('are what can be pressed or written on now, in the order of the page', () => {
    show(PAGE);
    expect(ids(stopsOf(document))).toEqual(['one', 'term', 'home', 'help', 'line']);
  });

  it('lie in the sheet above all while there is one', () => {
    show(`${PAGE}<dialog id="sheet"><button id="close">Close</button></dialog>`);
    document.querySelector('dialog')!.showModal();
    expect(ids(stopsOf(document))).toEqual(['close']);
  });

  it('follow one another from wherever the focus is, and begin again beyond the last', () => {
    show(PAGE);
    const stops = stopsOf(document);
    expect(ids([stopFrom(stops, at('title'), 1), stopFrom(stops, at('title'), -1)])).toEqual(['one', 'line']);
    expect(ids([stopFrom(stops, at('one'), 1), stopFrom(stops, at('one'), -1)])).toEqual(['term', 'line']);
    expect(ids([stopFrom(stops, at('line'), 1)])).toEqual(['one']);
    expect(ids([stopFrom(stops, document.body, 1), stopFrom(stops, document.body, -1)])).toEqual([
      'one',
      'line',
    ]);
    expect(stopFrom([], document.body, 1)).toBeUndefined();
  });

  it('that lie together are one group', () => {
    show(PAGE);
    expect(groupsOf(stopsOf(document)).map(({ element, stops }) => [element.id, ...ids(stops)])).toEqual([
      ['one', 'one'],
      ['term', 'term'],
      ['nav', 'home', 'help'],
      ['line', 'line'],
    ]);
  });
});
