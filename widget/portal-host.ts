import type { ReactiveControllerHost } from 'lit';
import type { Setup } from './setup.ts';
import type { MessageOverrides } from './wording.ts';

/** The element, as the controller needs it. */
export interface PortalHost extends ReactiveControllerHost, HTMLElement, Setup {
  readonly renderRoot: HTMLElement | DocumentFragment;
  subscriptionId: string | null;
  locale: string | null;
  messages: MessageOverrides;
}
