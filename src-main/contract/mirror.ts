/** The other side of a pose: the left becomes the right. The kiosk writes out mirrored poses; the page mirrors what it shows. */

export interface PoseNumbers {
  readonly parameters: Readonly<Record<string, number>>;
  readonly activation: Readonly<Record<string, number>>;
}

/** Of the parameters of a diagram, what counts here: `sided` ones take the opposite number. */
export type SidedParameters = Readonly<Record<string, { readonly sided?: boolean | undefined }>>;

/** The other side of a part that is one of a pair; of others, the part itself. */
export const mirroredPart = (part: string): string =>
  part.replace(/\.(left|right)$/, (_, side) => (side === 'left' ? '.right' : '.left'));

/** A parameter that is one of a pair gives its number to the other, as `raise-left` to `raise-right`. */
function mirroredParameter(id: string, parameters: SidedParameters): string {
  const twin = id.replace(/-(left|right)$/, (_, side) => (side === 'left' ? '-right' : '-left'));
  return Object.hasOwn(parameters, twin) ? twin : id;
}

export function mirroredPose(
  { parameters, activation }: PoseNumbers,
  known: SidedParameters,
): { parameters: Record<string, number>; activation: Record<string, number> } {
  const isSided = (id: string): boolean => Object.hasOwn(known, id) && known[id]?.sided === true;
  return {
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([id, is]) => [
        mirroredParameter(id, known),
        isSided(id) && is !== 0 ? -is : is,
      ]),
    ),
    activation: Object.fromEntries(
      Object.entries(activation).map(([part, share]) => [mirroredPart(part), share]),
    ),
  };
}
