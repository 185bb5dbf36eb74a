import type { Diagram } from '../../src-main/contract/api.ts';
import type { Layer, Motion } from '../../src-main/contract/diagram.ts';
import type { DiagramsWords } from '../../src-main/contract/words.ts';
import { clamp, smooth } from '../diagram/model/maths.ts';
import type { Eye, Numbers } from '../diagram/model/model.ts';
import { mixNumbers, progressAt } from '../diagram/model/poses.ts';
import { MotionPlayer } from '../diagram/motion.svelte.ts';
import { eyeOf, hiddenIn } from '../diagram/sight.ts';
import type { Words } from '../i18n/words.svelte.ts';
import type { Clock } from '../session/clock.ts';
import {
  formOf,
  formsOf,
  hasOtherSide,
  viewOf,
  type Form,
  type FormChoice,
  type FormNames,
} from './forms.ts';
import { InkBook } from './ink-book.svelte.ts';
import { eyeThrough, moved, STRAIGHT, type Sight, type SightStep } from './sight.ts';
import type { Snapshot } from './snapshot.ts';

/** What the panel sets. `pictures` only where there is no room for them above the stage. */
export const TABS = ['pictures', 'form', 'parts', 'view', 'draw'] as const;
export type Tab = (typeof TABS)[number];

/** A picture on the stage. */
export interface Picture extends FormChoice {
  readonly diagram: string;
  /** How much of the form is shown, 0 (as it begins) to 1. */
  readonly share: number;
}

/** What a finger on the picture does in the tab that draws. */
export type Tool = 'ink' | 'pointer';

/** At most so many pictures fit on a take-home sheet. */
export const MOST_KEPT = 4;

/** A touch on less or more goes by so much. */
export const SHARE_STEP = 0.25;

/** There and back with a rest at either end. */
const MOVEMENT = {
  poses: ['from', 'to'],
  stepMs: 2600,
  holdMs: 1000,
  returns: true,
  modifiers: [],
  frames: 24,
};

export interface ConsultOptions {
  readonly clock: Clock;
  readonly words: Words;
  /** All diagrams that can be shown, in the order of the strip. */
  readonly diagrams: ReadonlyMap<string, Diagram>;
}

/** Everything of a consultation: what is on the stage, how it is looked at, what is drawn on it. Ends with the visit. */
export class Consult {
  readonly diagrams: ReadonlyMap<string, Diagram>;
  readonly ink = new InkBook();
  /** Pictures for the take-home sheet, at most `MOST_KEPT`. */
  kept = $state.raw<readonly Snapshot[]>([]);
  tab = $state<Tab>('form');
  tool = $state<Tool>('ink');
  /** The part that is told of, in the picture that is set. */
  part = $state<string>();
  /** Names stand on the pictures. */
  named = $state(true);
  /** A finger leads the eye or the movement: the picture follows at once. */
  led = $state(false);
  /** Paints what stands on the stage, while the stage is there. */
  painter: (() => Promise<Snapshot>) | undefined;
  readonly #clock: Clock;
  readonly #words: Words;
  #pictures = $state.raw<readonly Picture[]>([]);
  #at = $state(0);
  #view = $state<string>();
  #sight = $state.raw<Sight>(STRAIGHT);
  #hidden = $state.raw<Readonly<Record<string, readonly Layer[]>>>({});
  #players = $state.raw<readonly MotionPlayer[]>([]);

  constructor({ clock, words, diagrams }: ConsultOptions) {
    this.#clock = clock;
    this.#words = words;
    this.diagrams = diagrams;
    const [first] = diagrams.keys();
    if (first !== undefined) this.#pictures = [this.#fresh(first)];
  }

  /** One, or two that are compared. */
  get pictures(): readonly Picture[] {
    return this.#pictures;
  }

  /** Which of them is set. */
  get at(): number {
    return this.#at;
  }

  get picture(): Picture {
    return this.#pictures[this.#at]!;
  }

  get diagram(): Diagram {
    return this.diagramOf(this.picture);
  }

  diagramOf = ({ diagram }: Picture): Diagram => this.diagrams.get(diagram)!;

  namesOf = (diagram: string): FormNames =>
    this.#words.namespace<DiagramsWords>('diagrams')?.words[diagram]?.poses ?? {};

  /** How a picture stands, at its whole. */
  formOf = (picture: Picture): Form =>
    formOf(this.diagramOf(picture), this.namesOf(picture.diagram), picture);

  numbersOf = (picture: Picture): Numbers => {
    const { from, numbers, isGradual } = this.formOf(picture);
    return isGradual ? mixNumbers(from, numbers, picture.share) : numbers;
  };

  /** What a form is called. */
  nameOf = (diagram: string, choice: FormChoice): string => {
    const { name, isMirrored } = formOf(this.diagrams.get(diagram)!, this.namesOf(diagram), choice);
    return isMirrored ? this.#words.t('consult.mirrored', { name }) : name;
  };

  /** The forms of the picture that is set. */
  get forms(): string[] {
    return formsOf(this.diagram, this.namesOf(this.picture.diagram));
  }

  /** The picture's form has another side. */
  get hasOther(): boolean {
    return hasOtherSide(this.diagram, this.picture.form);
  }

  get isCompared(): boolean {
    return this.#pictures.length > 1;
  }

  // What is shown.

  show(diagram: string): void {
    if (diagram === this.picture.diagram) return;
    this.#set(this.#fresh(diagram));
    this.part = undefined;
    if (!this.isCompared) this.#look(undefined);
    this.#seeBest();
  }

  choose(form: string, other = this.picture.other): void {
    this.#set({ ...this.picture, form, other, share: 1 });
    this.#seeBest();
  }

  turnSide(): void {
    if (!this.hasOther) return;
    this.#set({ ...this.picture, other: !this.picture.other });
    this.#seeBest();
  }

  /** The picture that is set next. */
  turnTo(at: number): void {
    if (at === this.#at || !this.#pictures[at]) return;
    this.#at = at;
    this.part = undefined;
  }

  /** Two pictures, the other side of the first where it has one; or the one that is set. */
  compare(): void {
    this.pause();
    const { picture } = this;
    if (this.isCompared) {
      this.#pictures = [picture];
      this.#at = 0;
    } else {
      const rest = this.forms[0] ?? picture.form;
      const isOther = hasOtherSide(this.diagram, picture.form);
      const second = isOther ? { ...picture, other: !picture.other } : { ...picture, form: rest, share: 1 };
      this.#pictures = [picture, second];
      this.#at = 1;
    }
    this.part = undefined;
  }

  tell(part: string | undefined): void {
    this.part = part;
    if (part !== undefined) this.tab = 'parts';
  }

  // How much of the form, and its movement.

  /** All pictures on the stage move together. */
  slide(share: number): void {
    this.pause();
    this.#pictures = this.#pictures.map((one) => ({ ...one, share: clamp(share, 0, 1) }));
  }

  get share(): number {
    const player = this.#players[0];
    return player ? eased(player.frame / MOVEMENT.frames) : this.picture.share;
  }

  get isMoving(): boolean {
    return this.#players.length > 0;
  }

  /** Any of the pictures can be shown in part. */
  get canMove(): boolean {
    return this.#pictures.some((picture) => this.formOf(picture).isGradual);
  }

  play(): void {
    if (this.isMoving) return this.pause();
    const { share } = this.picture;
    const beginsAt = (share >= 1 ? 0 : progressOf(share)) * MOVEMENT.stepMs;
    this.#players = this.#pictures.map((picture) => {
      const { from, numbers, isGradual } = this.formOf(picture);
      const motion: Motion = { ...MOVEMENT, view: this.viewOf(picture) };
      const numbersAt = (ms: number): Numbers =>
        isGradual ? mixNumbers(from, numbers, eased(progressAt(motion, ms))) : numbers;
      return new MotionPlayer('consult', motion, this.#clock, { numbersAt, beginsAt });
    });
    for (const player of this.#players) player.toggle();
  }

  playerOf = (at: number): MotionPlayer | undefined => this.#players[at];

  /** Stays where the movement has come. */
  pause(): void {
    const [player] = this.#players;
    if (!player) return;
    const share = eased(progressAt(player.motion, player.time));
    for (const each of this.#players) each.stop();
    this.#players = [];
    this.#pictures = this.#pictures.map((one) => ({ ...one, share }));
  }

  // How it is looked at.

  /** The view of a picture: the one that was asked for, where its diagram has it. */
  viewOf = (picture: Picture): string => {
    const { views } = this.diagramOf(picture);
    return this.#view !== undefined && views[this.#view] ? this.#view : Object.keys(views)[0]!;
  };

  /** Where the eye stands, if not where the view has it. */
  eyeOf = (picture: Picture): Eye | undefined =>
    this.#sight === STRAIGHT
      ? undefined
      : eyeThrough(this.#sight, eyeOf(this.diagramOf(picture), this.viewOf(picture)));

  /** The eye is where a view has it. */
  get isStraight(): boolean {
    return this.#sight === STRAIGHT;
  }

  /** From another side; all pictures at once. */
  look(view: string): void {
    this.pause();
    this.#look(view);
  }

  /** Turns, moves or brings nearer; all pictures at once. */
  step(by: SightStep): void {
    this.#sight = moved(this.#sight, by);
  }

  /** The eye back to where the view has it. */
  straighten(): void {
    this.#sight = STRAIGHT;
  }

  hiddenOf = (picture: Picture): readonly Layer[] =>
    this.#hidden[picture.diagram] ?? hiddenIn(this.diagramOf(picture), this.viewOf(picture));

  /** Layers of the diagram that is set which are laid aside. */
  hide(hidden: readonly Layer[]): void {
    this.#hidden = { ...this.#hidden, [this.picture.diagram]: hidden };
  }

  // The take-home sheet.

  /** What stands on the stage, with its ink. @throws where nothing stands there */
  snapshot = async (): Promise<Snapshot> => {
    if (!this.painter) throw new Error('There is no stage to paint.');
    return this.painter();
  };

  /** Keeps what stands on the stage; beyond the most that a sheet takes, nothing more. */
  keep = async (): Promise<void> => {
    if (this.kept.length >= MOST_KEPT) return;
    const kept = await this.snapshot();
    this.kept = [...this.kept, kept].slice(0, MOST_KEPT);
  };

  /** The visit has ended. */
  close(): void {
    for (const player of this.#players) player.stop();
    this.#players = [];
    this.painter = undefined;
    this.kept = [];
    this.ink.wipe();
  }

  #fresh(diagram: string): Picture {
    const { poses } = this.diagrams.get(diagram)!;
    const [first] = formsOf(this.diagrams.get(diagram)!, this.namesOf(diagram));
    return { diagram, form: first ?? Object.keys(poses)[0]!, other: false, share: 1 };
  }

  #set(picture: Picture): void {
    this.pause();
    this.#pictures = this.#pictures.map((one, at) => (at === this.#at ? picture : one));
  }

  /** A form is seen from where it shows best, unless somebody has turned the picture, or two are compared. */
  #seeBest(): void {
    const best = viewOf(this.diagram, this.picture);
    if (best !== undefined && this.isStraight && !this.isCompared) this.#view = best;
  }

  #look(view: string | undefined): void {
    this.#view = view;
    this.#sight = STRAIGHT;
  }
}

const eased = (progress: number): number => smooth(0, 1, progress);

/** How far a movement has come that shows so much. */
const progressOf = (share: number): number => 0.5 - Math.sin(Math.asin(1 - 2 * clamp(share, 0, 1)) / 3);
