import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchPlace } from '../../../src-renderer/ui/watch-place.ts';

const frame = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

describe('the place of an element', () => {
  let stop = (): void => {};
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  function stand() {
    document.body.innerHTML = '<main><p>above</p><div><p>beside</p><hr></div></main>';
    const line = document.querySelector('hr')!;
    const told = vi.fn<(settled: boolean) => void>();
    stop = watchPlace(line, told);
    return { line, told };
  }

  it('is told after layout, and again whenever something around it changes size', async () => {
    const { told } = stand();
    expect(told).not.toHaveBeenCalled();
    await expect.poll(() => told.mock.lastCall).toEqual([true]);
    for (const selector of ['main > p', 'div > p', 'main']) {
      await frame();
      told.mockClear();
      document.querySelector<HTMLElement>(selector)!.style.height = '200px';
      await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
    }
  });

  it('is not settled while a font is on its way, and is told when it is there', async () => {
    const { told } = stand();
    await expect.poll(() => told.mock.lastCall).toEqual([true]);
    let status: FontFaceSetLoadStatus = 'loading';
    vi.spyOn(document.fonts, 'status', 'get').mockImplementation(() => status);
    document.fonts.dispatchEvent(new Event('loading'));
    expect(told.mock.lastCall).toEqual([false]);
    status = 'loaded';
    document.fonts.dispatchEvent(new Event('loadingdone'));
    expect(told.mock.lastCall).toEqual([true]);
    vi.restoreAllMocks();
  });

  it('is no longer told of when nobody asks', async () => {
    const { told } = stand();
    await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
    stop();
    told.mockClear();
    document.querySelector('p')!.style.height = '300px';
    document.fonts.dispatchEvent(new Event('loadingdone'));
    await frame();
    expect(told).not.toHaveBeenCalled();
  });
});
