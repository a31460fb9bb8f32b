import type { FlowRequest } from './flow.ts';

/**
 * An empty tab to be led somewhere later. Must run inside the click itself: a tab that opens after
 * an answer has come is taken for a pop-up. Null where the browser holds it back anyway.
 */
export function openTab(): Window | null {
  const tab = window.open('', '_blank');
  if (tab) tab.opener = null;
  return tab;
}

/** Takes away the empty tab of something that does not begin. */
export function closeTab(request: FlowRequest): void {
  if ('tab' in request) request.tab?.close();
}
