import { expect, it } from 'vitest';
import { fillScreen } from '../../../src-main/browser/fill-screen.ts';

const full = { width: 1080, height: 1920, outerWidth: 1080, outerHeight: 1920, left: 0, top: 0 };

function fill(value: object | undefined) {
  const sent: object[] = [];
  const send = (method: string, params: object = {}) => {
    sent.push({ method, ...params });
    return Promise.resolve({ windowId: 7 });
  };
  return { sent, done: fillScreen({ send }, 'target', { result: { value } }) };
}

it.each([
  ['fills the screen', full],
  ['misses a pixel by rounding', { ...full, outerWidth: 1079 }],
  ['cannot be measured', undefined],
])('leaves a window be that %s', async (_, value) => {
  const { sent, done } = fill(value);
  expect([await done, sent]).toEqual([false, []]);
});

it.each([
  ['is too small', { ...full, outerWidth: 1050, outerHeight: 785 }],
  ['is too large, as after the panel was turned', { ...full, outerWidth: 1920, outerHeight: 1080 }],
  ['stands beside the screen', { ...full, left: 10, top: 10 }],
])('fits a window that %s', async (_, value) => {
  const { sent, done } = fill(value);
  expect(await done).toBe(true);
  expect(sent).toEqual([
    { method: 'Browser.getWindowForTarget', targetId: 'target' },
    { method: 'Browser.setWindowBounds', windowId: 7, bounds: { windowState: 'normal' } },
    {
      method: 'Browser.setWindowBounds',
      windowId: 7,
      bounds: { left: 0, top: 0, width: 1081, height: 1921 },
    },
  ]);
});
