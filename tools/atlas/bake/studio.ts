/** A Chromium without a window, whose pages draw with the engine of the kiosk's page. */
import { chromium, type Page } from 'playwright-core';
import type { Planned, Subject } from './plan.ts';
import type { Drawn } from './store.ts';
import type { DrawPage } from '../draw-page.ts';

declare global {
  var atlas: DrawPage;
}

/** Cells of a touch map across a picture: about as wide as a fingertip is exact. */
const TOUCH_COLUMNS = 96;

/** Graphics by the processor: the same pixels on every machine. */
const ARGUMENTS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--log-level=3'];

/** A picture that has not come by then is not coming, ms. */
const PATIENCE = 120_000;

/** By measure: about 45 kB a picture and 43 dB; below it fibres begin to smear, above it only the files grow. */
const QUALITY = 0.82;

/** Draws one picture at a time. */
export interface Artist {
  draw(planned: Planned): Promise<Drawn>;
}

export interface Studio {
  /** One that draws beside the others. */
  artist(): Promise<Artist>;
  /** A page with the engine, see `draw-page.ts`. */
  page(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * @param program the browser's path
 * @param engine the script that draws, see `engine.ts`
 */
export async function openStudio(program: string, engine: string): Promise<Studio> {
  const browser = await chromium.launch({
    executablePath: program,
    args: ARGUMENTS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
  });
  const page = async (): Promise<Page> => {
    const opened = await browser.newPage();
    await opened.setContent('<!doctype html><title>Atlas</title>');
    await opened.addScriptTag({ content: engine });
    return opened;
  };
  return {
    artist: async () => artistOn(await page()),
    page,
    close: () => browser.close(),
  };
}

function artistOn(page: Page): Artist {
  let present: Subject | undefined;

  const begin = async (subject: Subject): Promise<void> => {
    const { diagram, shapes } = subject;
    const last = present?.diagram.id;
    present = undefined;
    await page.evaluate(
      ({ last, id, shapes, parts }) => {
        if (last !== undefined) atlas.release(last);
        atlas.load(id, shapes, parts);
      },
      { last, id: diagram.id, shapes, parts: diagram.parts },
    );
    present = subject;
  };
  const draw = async ({ subject, drawing }: Planned): Promise<Drawn> => {
    if (present !== subject) await begin(subject);
    const { picture, anchors, touch } = await page.evaluate((request) => atlas.draw(request), {
      ...drawing,
      id: subject.diagram.id,
      format: 'webp' as const,
      quality: QUALITY,
      touchColumns: TOUCH_COLUMNS,
    });
    return { webp: Buffer.from(picture, 'base64'), anchors, ...(touch && { touch }) };
  };
  return { draw: (planned) => inTime(draw(planned)) };
}

/** @throws when it takes too long: a browser whose graphics hang never answers */
async function inTime<Value>(job: Promise<Value>): Promise<Value> {
  let callOff = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`it took longer than ${PATIENCE / 1000} s`)), PATIENCE);
    callOff = () => clearTimeout(timer);
  });
  return Promise.race([job, late]).finally(() => callOff());
}
