import type { Component } from 'svelte';
import Activity from '@lucide/svelte/icons/activity';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Clock from '@lucide/svelte/icons/clock';
import FileText from '@lucide/svelte/icons/file-text';
import Hospital from '@lucide/svelte/icons/hospital';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Monitor from '@lucide/svelte/icons/monitor';
import Wrench from '@lucide/svelte/icons/wrench';
import ClinicSection from './sections/Clinic.svelte';
import ContentSection from './sections/Content.svelte';
import HealthSection from './sections/Health.svelte';
import InputSection from './sections/Input.svelte';
import LanguagesSection from './sections/Languages.svelte';
import ScreenSection from './sections/Screen.svelte';
import ServiceSection from './sections/Service.svelte';
import TimesSection from './sections/Times.svelte';
import UseSection from './sections/Use.svelte';

/** The parts of the panel, in their order. */
export const sections: readonly Section[] = [
  { id: 'clinic', title: 'staff.clinic.title', Icon: Hospital, Part: ClinicSection },
  { id: 'screen', title: 'staff.screen.title', Icon: Monitor, Part: ScreenSection },
  { id: 'input', title: 'staff.input.title', Icon: Keyboard, Part: InputSection },
  { id: 'languages', title: 'staff.languages.title', Icon: Languages, Part: LanguagesSection },
  { id: 'content', title: 'staff.content.title', Icon: FileText, Part: ContentSection },
  { id: 'times', title: 'staff.times.title', Icon: Clock, Part: TimesSection },
  { id: 'health', title: 'staff.health.title', Icon: Activity, Part: HealthSection },
  { id: 'use', title: 'staff.use.title', Icon: ChartColumn, Part: UseSection },
  { id: 'service', title: 'staff.service.title', Icon: Wrench, Part: ServiceSection },
];

export interface Section {
  readonly id: string;
  /** Key of words. */
  readonly title: string;
  readonly Icon: Component<{ 'aria-hidden'?: 'true' }>;
  readonly Part: Component;
}
