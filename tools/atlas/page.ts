/** Runs inside the browser: draws pictures on request and hands them back as text. */
import { encodeWebp } from './shared/picture.ts';
import type { Anchor, Diagram, Scene } from './shared/diagram.ts';
import { createNeckScene } from './neck/scene.ts';
import { createEyesScene } from './eyes/scene.ts';

const creators: Record<string, () => Scene> = { neck: createNeckScene, eyes: createEyesScene };
const scenes = new Map<string, Scene>();

const sceneOf = (name: string): Scene => {
  const scene = scenes.get(name) ?? creators[name]();
  scenes.set(name, scene);
  return scene;
};

export interface BakedPicture {
  webp: string;
  anchors: Record<string, Anchor>;
}

const atlas = {
  names: (): string[] => Object.keys(creators),
  frame: (name: string): Omit<Diagram, 'pictures'> => sceneOf(name).frame,
  pictures: (name: string): [string, string][] => sceneOf(name).pictures,
  async bake(name: string, pose: string, view: string, quality: number): Promise<BakedPicture> {
    const { canvas, anchors } = sceneOf(name).render(pose, view);
    return { webp: await encodeWebp(canvas, quality), anchors };
  },
};

export type Atlas = typeof atlas;
(globalThis as unknown as { atlas: Atlas }).atlas = atlas;
