import { describe, expect, it } from 'vitest';
import { classOf, drawingMode, median } from '../../../src-renderer/diagram/drawing-class.ts';

const GPU = 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 630 (CFL GT2), OpenGL 4.6)';

describe('how a machine draws', () => {
  it.each([
    [undefined, undefined, 'none'],
    [GPU, undefined, 'live'],
    [GPU, 12, 'live'],
    [GPU, 40, 'live'],
    [GPU, 41, 'stills'],
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', 5, 'stills'],
    ['llvmpipe (LLVM 17.0.6, 256 bits)', 5, 'stills'],
    ['Software Rasterizer', 5, 'stills'],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', 5, 'stills'],
  ] as const)('%s at %s ms: %s', (renderer, frameMs, drawing) => {
    expect(classOf({ renderer, frameMs })).toBe(drawing);
  });

  it.each([
    ['auto', GPU, 'live'],
    ['auto', 'llvmpipe', 'stills'],
    ['auto', undefined, 'none'],
    ['live', 'llvmpipe', 'live'],
    ['live', undefined, 'none'],
    ['stills', GPU, 'stills'],
    ['stills', undefined, 'none'],
    ['off', GPU, 'off'],
    ['off', undefined, 'off'],
  ] as const)('staff say %s, the machine is %s: %s', (setting, renderer, mode) => {
    expect(drawingMode(setting, { renderer, frameMs: undefined })).toBe(mode);
  });

  it('is judged by the picture in the middle', () => {
    expect(median([90, 10, 12])).toBe(12);
    expect(median([7])).toBe(7);
  });
});
