/** When `npm start` draws pictures, with a stand-in for the drawing. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawFirstPictures, drawPictures, drawTheRest, REST_AFTER } from '../../tools/start/pictures.mjs';
import { folderWith, write } from './folder.ts';

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined));

function setUp(code = 0) {
  const folder = folderWith({ 'assets/home.json': '{}', 'src-renderer/diagram/gl/draw.ts': 'one' });
  const draw = vi.fn(() => Promise.resolve(code));
  const first = () => drawFirstPictures(folder, { node: 'node', draw });
  return { folder, draw, first };
}

describe('the first pictures', () => {
  it('are drawn at the first start, not at the second', async () => {
    const { draw, first } = setUp();
    await first();
    await first();
    expect(draw).toHaveBeenCalledOnce();
    expect(draw.mock.calls[0]?.slice(0, 2)).toEqual([
      'node',
      ['tools/atlas/bake.ts', '--first', '--within', '15'],
    ]);
    expect(console.log).not.toHaveBeenCalled();
  });

  it.each([
    'assets/home.json',
    'assets/diagrams/neck/shapes.json',
    'src-renderer/diagram/gl/draw.ts',
    'tools/atlas/bake.ts',
  ])('are looked after when %s changes', async (file) => {
    const { folder, draw, first } = setUp();
    await first();
    write(folder, file, 'changed');
    await first();
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('are there when all are', async () => {
    const { folder, draw, first } = setUp();
    await drawPictures(folder, 'all', { node: 'node', draw });
    await first();
    expect(draw).toHaveBeenCalledOnce();
  });

  it.each([
    [1, 'The first pictures could not be drawn. Going on without them.'],
    [3, 'Going on without pictures drawn beforehand.'],
    [4, 'The other pictures are drawn later.'],
  ])('never keep the kiosk from starting: exit code %i', async (code, line) => {
    const { draw, first } = setUp(code);
    await first();
    await first();
    expect(draw).toHaveBeenCalledTimes(2);
    expect(console.log).toHaveBeenLastCalledWith(line);
  });

  it('may fail to be drawn at all', async () => {
    const { folder } = setUp();
    const draw = () => Promise.reject(new Error('no node'));
    await drawFirstPictures(folder, { node: 'node', draw });
    expect(console.log).toHaveBeenCalledOnce();
  });
});

describe('the other pictures', () => {
  function beside(code = 0) {
    const { folder } = setUp();
    const drawing = { ended: Promise.resolve(code), end: vi.fn(() => Promise.resolve()) };
    const start = vi.fn(() => drawing);
    const callOff = vi.fn();
    let call = (): void => undefined;
    const after = vi.fn((_ms: number, given: () => void) => {
      call = given;
      return callOff;
    });
    const run = () => drawTheRest(folder, { node: 'node', start, after });
    return { folder, start, drawing, callOff, after, run, call: () => call() };
  }

  it('wait until the kiosk has run for a while', () => {
    const { run, after, start, call } = beside();
    run();
    expect(after).toHaveBeenCalledExactlyOnceWith(REST_AFTER, expect.anything());
    expect(start).not.toHaveBeenCalled();
    call();
    expect(start).toHaveBeenCalledOnce();
  });

  it('end with the kiosk', async () => {
    const { run, drawing, callOff, call } = beside();
    const end = run();
    call();
    await end();
    expect([callOff.mock.calls.length, drawing.end.mock.calls.length]).toEqual([1, 1]);
  });

  it('are not begun when the kiosk ends before', async () => {
    const { run, start, callOff } = beside();
    await run()();
    expect(callOff).toHaveBeenCalledOnce();
    expect(start).not.toHaveBeenCalled();
  });

  it.each([
    [0, 1],
    [4, 2],
  ])('are drawn once: exit code %i', async (code, times) => {
    const { run, start, drawing, call } = beside(code);
    run();
    call();
    await drawing.ended;
    await Promise.resolve();
    run();
    call();
    expect(start).toHaveBeenCalledTimes(times);
  });
});
