/**
 * An even easing in steps: a fade that changes no oftener than a film. Where the processor composes the screen, each picture
 * more costs as much as the first.
 * @param duration ms
 * @param pace changes a second
 */
export function stepped(duration: number, pace: number): (t: number) => number {
  const count = Math.max(1, Math.round((duration / 1000) * pace));
  return (t) => Math.round(t * count) / count;
}
