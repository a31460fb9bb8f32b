import type { ControlCall } from './control-call.ts';

/** What has happened: really, at the door, and where somebody asked for too much. */
export const recordControls: ControlCall[] = [
  {
    method: 'GET',
    path: '/_control/ledger',
    what: 'the real effects in order, each with its customer, time and cause',
    run: ({ ledger }) => ({ entries: ledger.entries() }),
  },
  {
    method: 'DELETE',
    path: '/_control/ledger',
    what: 'forget them',
    run: ({ ledger }) => ledger.forget(),
  },
  {
    method: 'GET',
    path: '/_control/alarms',
    what: 'lists and searches that asked about nobody in particular',
    run: ({ alarms }) => ({ alarms: alarms.list() }),
  },
  {
    method: 'DELETE',
    path: '/_control/alarms',
    what: 'forget them',
    run: ({ alarms }) => alarms.forget(),
  },
  {
    method: 'GET',
    path: '/_control/requests',
    what: 'the calls that came with a secret key',
    run: (simulator) => ({ requests: simulator.requests() }),
  },
  {
    method: 'DELETE',
    path: '/_control/requests',
    what: 'forget them',
    run: (simulator) => simulator.forgetRequests(),
  },
];
