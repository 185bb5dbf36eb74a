/** The forms that are taught: named poses of a diagram, each with its other side where it has one. */
import type { Diagram } from '../../src-main/contract/api.ts';
import type { Motion } from '../../src-main/contract/diagram.ts';
import { mirroredPart, mirroredPose } from '../../src-main/contract/mirror.ts';
import type { Numbers } from '../diagram/model/model.ts';
import { numbersOf } from '../diagram/model/poses.ts';

/** Pose id → what clinicians call it. */
export type FormNames = Readonly<Record<string, string>>;

/** A form as it is asked for. */
export interface FormChoice {
  /** A pose that has a name. */
  readonly form: string;
  /** Its other side. */
  readonly other: boolean;
}

/** A form as it stands. */
export interface Form {
  /** What clinicians call it; of the other side of one that has no name of its own, that of the first. */
  readonly name: string;
  /** The name is that of the first side. */
  readonly isMirrored: boolean;
  /** The pose of which there may be a still. */
  readonly pose: string;
  readonly numbers: Numbers;
  /** How it begins: at rest, or as the movement begins that leads to it. */
  readonly from: Numbers;
  /** Parts that are shown as working, in the order of the parts. */
  readonly working: readonly string[];
  /** It can be shown in part: nothing of another scene has to come for it. */
  readonly isGradual: boolean;
}

type Posed = Pick<Diagram, 'poses' | 'parameters' | 'parts' | 'motions'>;

const isSame = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? 0) === (b[key] ?? 0));

const isSamePose = (a: Numbers, b: Numbers): boolean =>
  isSame(a.parameters, b.parameters) && isSame(a.activation, b.activation);

const otherSide = (numbers: Numbers, { parameters }: Posed): Numbers => mirroredPose(numbers, parameters);

/** The pose that is the other side of another, where the diagram has it. */
export function twinOf(diagram: Posed, pose: string): string | undefined {
  const mirrored = otherSide(numbersOf(diagram, pose), diagram);
  return Object.keys(diagram.poses).find((id) => id !== pose && isSamePose(numbersOf(diagram, id), mirrored));
}

/**
 * Whether a pose has another side. One that moves a limb of one side by a number that knows no side, as a foot that is
 * drawn once, has none.
 */
export function hasOtherSide(diagram: Posed, pose: string): boolean {
  const numbers = numbersOf(diagram, pose);
  const mirrored = otherSide(numbers, diagram);
  const isStill = Object.values(numbers.parameters).every((value) => value === 0);
  return !isSamePose(numbers, mirrored) && (isStill || !isSame(numbers.parameters, mirrored.parameters));
}

/** The forms of a diagram, each side of one only once, in the order of its poses. */
export function formsOf(diagram: Posed, names: FormNames): string[] {
  const named = Object.keys(diagram.poses).filter((pose) => names[pose] !== undefined);
  return named.filter((pose, index) => {
    const twin = twinOf(diagram, pose);
    return twin === undefined || !named.slice(0, index).includes(twin);
  });
}

/** The movement that ends in a pose. */
const motionTo = ({ motions }: Posed, pose: string): Motion | undefined =>
  Object.values(motions).find(({ poses }) => poses.at(-1) === pose);

export function formOf(diagram: Posed, names: FormNames, { form, other }: FormChoice): Form {
  const isOther = other && hasOtherSide(diagram, form);
  const side = (numbers: Numbers): Numbers => (isOther ? otherSide(numbers, diagram) : numbers);
  const twin = isOther ? twinOf(diagram, form) : undefined;
  const first = Object.keys(diagram.poses)[0] ?? form;
  const own = numbersOf(diagram, form);
  const start = numbersOf(diagram, motionTo(diagram, form)?.poses[0] ?? first);
  const { working = [] } = diagram.poses[form] ?? {};
  const works = new Set(isOther ? working.map(mirroredPart) : working);
  return {
    name: (twin !== undefined && names[twin]) || (names[form] ?? form),
    isMirrored: isOther && (twin === undefined || names[twin] === undefined),
    pose: isOther ? (twin ?? first) : form,
    numbers: side(own),
    from: side(start),
    working: Object.keys(diagram.parts).filter((part) => works.has(part)),
    isGradual: !isSamePose(own, start) && !changesScene(diagram, start, own),
  };
}

/** Whether parts come or go between two poses, as in a diagram of several scenes. */
function changesScene({ parts }: Posed, from: Numbers, to: Numbers): boolean {
  const scenes = new Set(Object.values(parts).flatMap(({ appears }) => appears ?? []));
  const isOn = (numbers: Numbers, id: string): boolean => (numbers.parameters[id] ?? 0) > 0;
  return [...scenes].some((id) => isOn(from, id) !== isOn(to, id));
}

/** Every form, of either side, in which a part works. */
export function formsWith(diagram: Posed, names: FormNames, part: string): FormChoice[] {
  return formsOf(diagram, names)
    .flatMap((form) => [
      { form, other: false },
      ...(hasOtherSide(diagram, form) ? [{ form, other: true }] : []),
    ])
    .filter((choice) => formOf(diagram, names, choice).working.includes(part));
}

/** The view from which a form is seen best: its own, or that of the movement that leads to it, of either side. */
export function viewOf(
  diagram: Posed & Pick<Diagram, 'views'>,
  { form, other }: FormChoice,
): string | undefined {
  const isOther = other && hasOtherSide(diagram, form);
  const best = (pose: string): string | undefined =>
    diagram.poses[pose]?.view ?? motionTo(diagram, pose)?.view;
  const own = best(form);
  const twin = twinOf(diagram, form);
  const twins = twin === undefined ? undefined : best(twin);
  const [here, there] = isOther ? [twins, own] : [own, twins];
  const view = here ?? (there && mirroredView(there));
  const found = view !== undefined && diagram.views[view] ? view : undefined;
  // The other side of a form is not to be seen where only the first is in the picture.
  const isHalf = isOther && found !== undefined && isOneSided(diagram, found);
  return isHalf ? Object.keys(diagram.views).find((id) => !isOneSided(diagram, id)) : found;
}

const mirroredView = (view: string): string => (view === 'left' ? 'right' : view === 'right' ? 'left' : view);

const isOneSided = ({ views }: Pick<Diagram, 'views'>, view: string): boolean =>
  views[view]?.side === 'left' || views[view]?.side === 'right';
