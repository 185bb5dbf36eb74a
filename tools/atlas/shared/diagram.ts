/** Shape of `diagram.json`, the data that lies beside the pictures of a diagram. */
export interface PartInfo {
  layer: 'skin' | 'muscle' | 'bone' | 'cartilage' | 'nerve' | 'region';
  /** Glossary entry of the part. */
  term?: string;
}

/** Pixel position of a callout, and whether the eye sees the part there. */
export type Anchor = [x: number, y: number, visibility: 'seen' | 'hidden'];

export interface PictureInfo {
  file: string;
  anchors: Record<string, Anchor>;
}

export interface MotionInfo {
  view: string;
  poses: string[];
  frameMs: number;
  holdMs: number;
}

export interface Diagram {
  size: [number, number];
  parts: Record<string, PartInfo>;
  views: string[];
  poses: Record<string, { working: string[] }>;
  pictures: Record<string, PictureInfo>;
  motions: Record<string, MotionInfo>;
}

/** Size of every picture in pixels. */
export const PICTURE_SIZE: [number, number] = [1280, 1152];

/** What a scene offers to the baker. */
export interface Scene {
  /** Diagram without its pictures. */
  frame: Omit<Diagram, 'pictures'>;
  /** Every picture as [pose, view]. */
  pictures: [string, string][];
  /** Draws one picture; gives the canvas and its anchors. */
  render: (pose: string, view: string) => { canvas: HTMLCanvasElement; anchors: Record<string, Anchor> };
}
