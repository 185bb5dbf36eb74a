/**
 * The largest pane that, turned by so many degrees about its middle, still lies within a place.
 * @param degrees of magnitude at most 45
 */
export function tiltedPane(
  place: { readonly width: number; readonly height: number },
  degrees: number,
): { width: number; height: number } {
  const { width, height } = place;
  const turn = (Math.abs(degrees) * Math.PI) / 180;
  if (turn === 0) return { width, height };
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const [long, short] = width >= height ? [width, height] : [height, width];
  // Two corners touch the long edges only, or all four touch.
  if (short <= 2 * sin * cos * long) {
    const [along, across] = [short / 2 / sin, short / 2 / cos];
    return width >= height ? { width: along, height: across } : { width: across, height: along };
  }
  const cos2 = cos * cos - sin * sin;
  return { width: (width * cos - height * sin) / cos2, height: (height * cos - width * sin) / cos2 };
}
