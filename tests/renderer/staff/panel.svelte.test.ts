import { describe, expect, it } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import StaffPanel from '../../../src-renderer/staff/StaffPanel.svelte';
import { settle } from '../../doubles/held-clock.ts';
import WithPage from '../WithPage.svelte';
import { panelData, PIN, staffDouble } from './staff-double.ts';

async function panel(section = 'clinic', data = panelData) {
  const double = staffDouble(data);
  await double.page.staff.enter(PIN);
  double.page.visit.send({ type: 'staff' });
  double.page.visit.send({ type: 'enter' });
  double.asked.length = 0;
  const { container, unmount } = await render(WithPage, {
    page: double.page,
    component: StaffPanel as never,
    given: { data },
  });
  const find = (selector: string) => container.querySelector<HTMLButtonElement>(selector)!;
  find(`[data-section=${section}]`).click();
  await settle();
  const sent = () =>
    double.asked.filter(({ request }) => request === 'PATCH /staff/settings').map(({ body }) => body);
  return { ...double, container, find, sent, unmount };
}

describe('the staff panel', () => {
  it('saves a change at once, with the pass, and says so', async () => {
    const { find, sent, asked } = await panel('screen');
    find('[data-value="32"]').click();
    await expect.poll(sent).toEqual([{ panelInches: 32 }]);
    expect(asked.at(-1)?.pass).toBe('Bearer p');
    await expect.element(browser.getByText('Saved')).toBeInTheDocument();
    expect(find('[data-value="32"]').getAttribute('aria-pressed')).toBe('true');
  });

  it('sends changes that follow each other in their order, the last one last', async () => {
    const { find, sent, container } = await panel('times');
    for (let times = 0; times < 5; times++) find('[data-stepper=idle] [data-step=more]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ idleSeconds: 330 });
    expect(container.querySelector('[data-stepper=idle] output')?.textContent).toBe('5 min 30 s');
  });

  it('shows a refusal at its control, and the value goes back', async () => {
    const { find, answers, container } = await panel('times');
    answers['PATCH /staff/settings'] = {
      status: 422,
      body: {
        error: { name: 'settings-refused', what: '', why: '', todo: '' },
        faults: [{ severity: 'error', where: 'idleSeconds', what: 'The disk is full', todo: 'Make room.' }],
      },
    };
    find('[data-stepper=idle] [data-step=more]').click();
    await expect
      .poll(() => container.querySelector('[role=alert]')?.textContent)
      .toContain('The disk is full. Make room.');
    expect(container.querySelector('[data-stepper=idle] output')?.textContent).toBe('3 min');
  });

  it('does not let what IT has set be changed', async () => {
    const { find, sent } = await panel('input');
    await expect.element(browser.getByText('Set by IT')).toBeVisible();
    find('[data-stepper=volume] [data-step=more]').click();
    await settle();
    expect(sent()).toEqual([]);
  });

  it('writes the clinic’s name with its own keyboard, and with the machine’s', async () => {
    const { find, sent } = await panel('clinic');
    find('[data-control=write-name]').click();
    const key = (name: string) => browser.getByRole('button', { name, exact: true });
    await key('H').click();
    await key('i').click();
    await key('Space').click();
    await userEvent.keyboard('ó');
    await key('Save').click();
    await expect.poll(sent).toEqual([{ clinicName: 'Hi ó' }]);
  });

  it('offers languages in an order; visits begin in the first, which stays offered', async () => {
    const { find, sent } = await panel('languages');
    expect(find('[data-language=en]').textContent).toContain('Visits begin in this language');
    expect(find('[data-language=en] [data-switch]')).toBeNull();
    find('[data-language=es] [data-control=earlier]').click();
    await expect.poll(sent).toEqual([{ locales: ['es', 'en'], locale: 'es' }]);
    await expect.poll(() => find('[data-language=es] [data-switch]')).toBeNull();
    find('[data-language=en] [data-switch]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ locales: ['es'] });
  });

  it('moves no language where IT has set the order, nor the first where IT has set that', async () => {
    const order = await panel('languages', { ...panelData, locked: ['locales'] });
    expect(order.find('[data-language=es] [data-switch]')).toBeNull();
    order.find('[data-language=es] [data-control=earlier]').click();
    await expect.poll(order.sent).toEqual([{ locale: 'es' }]);
    await order.unmount();
    const first = await panel('languages', { ...panelData, locked: ['locale'] });
    expect(first.find('[data-language=es] [data-control=earlier]').disabled).toBe(true);
    expect(first.find('[data-language=es] [data-switch]').disabled).toBe(false);
  });

  it('asks before it hides the last tour, and says how many are left', async () => {
    const { find, sent, container } = await panel('content');
    find('[data-switch=unreviewed]').click();
    await expect.element(browser.getByRole('heading', { name: 'Hide all tours?' })).toBeVisible();
    expect(sent()).toEqual([]);
    find('[data-control=confirm]').click();
    await expect.poll(sent).toEqual([{ unreviewed: 'hide' }]);
    await expect.poll(() => container.textContent).toContain('Hidden, 0 of 1 tour is left.');
    find('[data-switch=unreviewed]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ unreviewed: 'show' });
  });

  it('hides without asking what leaves something', async () => {
    const [tour] = panelData.content.tours;
    const tours = [tour!, { ...tour!, id: 'eyelids', review: 'reviewed' as const }];
    const { find, sent } = await panel('content', {
      ...panelData,
      content: { ...panelData.content, tours },
    });
    find('[data-switch=unreviewed]').click();
    await expect.poll(sent).toEqual([{ unreviewed: 'hide' }]);
  });

  it('sets opening hours by weekday, and always open again', async () => {
    const { find, sent } = await panel('times');
    expect(find('[data-value=always]').getAttribute('aria-pressed')).toBe('true');
    find('[data-value=weekday]').click();
    await expect.poll(() => find('[data-day=sat] [data-switch]')).not.toBeNull();
    find('[data-day=sat] [data-switch]').click();
    await expect
      .poll(() => sent().at(-1))
      .toMatchObject({ openingHours: { sat: [{ from: '08:00', to: '18:00' }] } });
    find('[data-value=always]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ openingHours: null });
  });

  it('tells the kiosk’s health and use in plain words', async () => {
    const { find, container } = await panel('health');
    await expect.poll(() => container.querySelector('dl')?.textContent).toContain('3 days');
    await expect.element(browser.getByText('All is well')).toBeVisible();
    expect(container.querySelector('nav .attention')).toBeNull();
    await expect.element(browser.getByText('41 GB free of 118 GB')).toBeVisible();
    find('[data-section=use]').click();
    await expect.poll(() => container.querySelector('tbody')?.textContent).toContain('The neck');
    expect([...container.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['143', '58']);
  });

  it('says first what needs attention, and marks it in the list of sections', async () => {
    const { container, find } = await panel('clinic', {
      ...panelData,
      health: { ...panelData.health, host: { kind: 'serve' }, disk: { free: 5e8, total: 118e9 } },
    });
    expect(container.querySelector('[data-section=health] .attention')).not.toBeNull();
    find('[data-section=health]').click();
    await expect.element(browser.getByText('2 things need attention')).toBeVisible();
    const rows = [...container.querySelectorAll('dl .row')];
    expect(rows.map((row) => row.querySelector('.attention') !== null).slice(0, 3)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('shows a month without use as an empty table', async () => {
    const { container } = await panel('use', { ...panelData, use: [] });
    await expect.poll(() => container.querySelectorAll('thead th').length).toBe(3);
    expect(container.querySelector('tbody')?.textContent).toBe('Nothing has been counted yet.');
  });

  it('offers no change of a PIN that IT has set', async () => {
    const { container, find } = await panel('service', { ...panelData, pinLocked: true });
    await expect.poll(() => container.textContent).toContain('Set by IT');
    expect(find('[data-control=change-pin]')).toBeNull();
  });

  it('shows the kiosk’s clock, and in its last minute when it closes', async () => {
    const { clock, container } = await panel();
    const bar = (selector: string) => container.querySelector(`header ${selector}`)?.textContent?.trim();
    const time = (at: string) => new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(Date.parse(at));
    expect(bar('.clock')).toBe(time('2026-11-23T09:30:00Z'));
    clock.pass(4 * 60_000 - 1_000);
    await expect.poll(() => bar('.clock')).toBe(time('2026-11-23T09:33:00Z'));
    expect(bar('.closes')).toBeUndefined();
    clock.pass(19_000);
    await expect.poll(() => bar('.closes')).toBe('This panel closes in 0:42');
    window.dispatchEvent(new Event('pointerdown'));
    await expect.poll(() => bar('.closes')).toBeUndefined();
  });

  it('looks for pictures for the logo, and shows what visitors see', async () => {
    const { asked, find, page, container } = await panel('clinic');
    expect(container.querySelector('.seen')?.textContent).toBe('No name yet');
    page.settings = { ...page.settings, clinicName: 'Hill Clinic' };
    await expect.poll(() => container.querySelector('.seen')?.textContent).toBe('Hill Clinic');
    asked.length = 0;
    find('[data-control=look-logo]').click();
    await expect.poll(() => asked.map(({ request }) => request)).toEqual(['GET /staff/panel']);
  });

  it('looks for packs and rolls one back', async () => {
    const { find, asked } = await panel('content');
    find('[data-control=look]').click();
    await expect.poll(() => asked.at(-1)?.request).toBe('POST /staff/packs/look');
    await expect.poll(() => find('[data-control=roll-back]').disabled).toBe(false);
    find('[data-control=roll-back]').click();
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({ request: 'POST /staff/packs/rollback', body: { name: 'hand' } });
  });

  it('asks once more before it ends the kiosk', async () => {
    const { find, asked, page, container } = await panel('service');
    find('[data-control=leave]').click();
    await expect
      .poll(() => container.querySelector('dialog')?.textContent)
      .toContain('Patients see the computer’s own screen');
    expect(asked.some(({ request }) => request === 'POST /staff/leave')).toBe(false);
    find('[data-control=confirm]').click();
    await expect.poll(() => page.visit.place).toEqual({ at: 'staff', room: 'ended' });
  });

  it('says where the logs have been put', async () => {
    const { find } = await panel('service');
    find('[data-control=export]').click();
    await expect.element(browser.getByText('/media/usb/logs.zip')).toBeVisible();
  });

  it('changes the PIN when the one that stands is given', async () => {
    const { find, asked } = await panel('service');
    find('[data-control=change-pin]').click();
    await userEvent.keyboard(`${PIN}{Enter}301842{Enter}301842{Enter}`);
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({
        request: 'POST /staff/pin',
        body: { before: PIN, pin: '301842' },
      });
    await expect.element(browser.getByText('PIN changed')).toBeInTheDocument();
  });

  it('closes itself after five minutes without a touch, and gives the pass back', async () => {
    const { clock, page, unmount, asked } = await panel();
    clock.pass(4 * 60_000);
    window.dispatchEvent(new Event('pointerdown'));
    clock.pass(5 * 60_000 - 1);
    expect(page.visit.place).toEqual({ at: 'staff', room: 'panel' });
    clock.pass(1);
    expect(page.visit.place.at).toBe('attract');
    await unmount();
    await expect.poll(() => asked.at(-1)).toMatchObject({ request: 'POST /staff/close', pass: 'Bearer p' });
    expect(clock.waiting).toBe(0);
  });

  it('lets the kiosk hear of it while it is touched', async () => {
    const { clock, asked } = await panel();
    asked.length = 0;
    clock.pass(50_000);
    window.dispatchEvent(new Event('pointerdown'));
    expect(asked).toEqual([]);
    clock.pass(20_000);
    window.dispatchEvent(new Event('pointerdown'));
    expect(asked.map(({ request }) => request)).toEqual(['GET /staff/panel']);
  });

  it('closes when the kiosk no longer takes the pass', async () => {
    const { find, answers, page } = await panel('screen');
    answers['PATCH /staff/settings'] = { status: 401, body: { error: { name: 'staff-only' } } };
    find('[data-value="24"]').click();
    await expect.poll(() => page.visit.place.at).toBe('attract');
  });

  it('says when nothing can be kept', async () => {
    const { container } = await panel('clinic', { ...panelData, unsaved: 'There is no folder.' });
    await expect
      .poll(() => container.querySelector('[role=alert]')?.textContent)
      .toContain('There is no folder.');
  });
});
