import type { Diagram, ServedPicture } from '../../src-main/contract/api.ts';
import type { Drawing } from './drawing.svelte.ts';
import type { Show, ShowEvents } from './live/show.ts';
import type { MotionPlayer } from './motion.svelte.ts';
import { hasFrames, pictureOf, type Anchors } from './parts.ts';

/** What the stage is asked to show. */
export interface Asked {
  readonly diagram: Diagram;
  readonly pose: string;
  readonly camera: string;
  /** The movement of the pose. */
  readonly player: MotionPlayer | undefined;
  /** The visitor may turn the picture: a still serves only where nothing can be drawn. */
  readonly turnable: boolean;
}

/**
 * Which picture of a diagram stands on the stage, a still, a live one, or words in its place, and where in it the parts
 * are. Made while a component is set up.
 */
export class StagePicture {
  /** What draws, while a live picture is there. */
  drawer = $state.raw<Show>();
  readonly #asked: () => Asked;
  readonly #drawing: Drawing;
  readonly #tell: (error: unknown) => void;
  /** The still that could not be fetched, and the diagram that could not be drawn. */
  #failedStill = $state<string>();
  #failedDiagram = $state<string>();
  #liveRest = $state.raw<Anchors>();
  #liveNow = $state.raw<Anchors>();

  /** @param tell told of a diagram that could not be drawn */
  constructor(asked: () => Asked, drawing: Drawing, tell: (error: unknown) => void) {
    this.#asked = asked;
    this.#drawing = drawing;
    this.#tell = tell;
    // It has to be found out first what this machine can do.
    $effect(() => {
      if (this.#isLive || (drawing.mode === undefined && asked().diagram.drawn)) drawing.want();
    });
  }

  /** The view that is shown: of the movement, once it has begun. */
  readonly view = $derived.by(() => this.#moving?.motion.view ?? this.#asked().camera);

  /** The still that is shown, or lies under a live picture that is still to come. */
  readonly still = $derived.by((): ServedPicture | undefined => {
    if (this.#drawing.mode === 'off') return undefined;
    const found = this.#moving ? this.#frame : this.#resting;
    return found && found.src !== this.#failedStill ? found : undefined;
  });

  /** What draws live, where a live picture is to be had. */
  readonly live = $derived.by(() => (this.#isLive ? this.#drawing.live : undefined));

  /** Whether the live picture is there. */
  readonly there = $derived.by(() => this.#isLive && this.drawer !== undefined);

  /** Nothing can be shown: the words have to tell. */
  readonly isWordsOnly = $derived.by(() => this.#drawing.mode !== undefined && !this.#isLive && !this.still);

  /** Whether the movement has begun. */
  readonly isMoving = $derived.by(() => this.#moving !== undefined);

  /** Places by which names stand: of the picture at rest, px of the picture. */
  readonly restAnchors = $derived.by(
    (): Anchors => (this.there && this.#liveRest) || (this.#resting ?? this.still)?.anchors || {},
  );

  /** Places where the parts are now, px of the picture. */
  readonly nowAnchors = $derived.by(
    (): Anchors => (this.there ? (this.#liveNow ?? this.#liveRest) : this.still?.anchors) ?? this.restAnchors,
  );

  readonly #moving = $derived.by(() => {
    const { player } = this.#asked();
    return player?.begun ? player : undefined;
  });

  readonly #resting = $derived.by(() => {
    const { diagram, pose, camera } = this.#asked();
    return pictureOf(diagram, pose, camera);
  });

  /** The still of this moment of the movement, where there is one of every moment. */
  readonly #frame = $derived.by(() => {
    const { diagram } = this.#asked();
    const moving = this.#moving;
    if (!moving || !hasFrames(diagram, moving.id)) return undefined;
    return diagram.pictures[`${moving.id}.${moving.frame}@${moving.motion.view}`];
  });

  readonly #isLive = $derived.by(() => {
    const { diagram, turnable } = this.#asked();
    const { mode } = this.#drawing;
    const isWanted = mode === 'live' || (mode === 'stills' && (turnable || !this.still));
    return diagram.drawn && this.#failedDiagram !== diagram.id && isWanted;
  });

  /** The still could not be fetched. */
  failStill(src: string): void {
    this.#failedStill = src;
  }

  /** What a live picture tells of itself. */
  readonly on: Omit<ShowEvents, 'there'> = {
    aimed: (anchors) => {
      // Whether the eye sees a part is known once the picture has settled; until then as the still has it.
      const known = this.#resting?.anchors ?? {};
      this.#liveRest = Object.fromEntries(
        Object.entries(anchors).map(([part, [x, y]]) => [part, [x, y, known[part]?.[2] ?? 'seen']]),
      );
    },
    moved: (anchors) => (this.#liveNow = anchors),
    settled: (anchors) => {
      this.#liveNow = anchors;
      if (!this.#moving) this.#liveRest = anchors;
    },
    failed: (error) => {
      this.#tell(error);
      this.#failedDiagram = this.#asked().diagram.id;
    },
  };
}
