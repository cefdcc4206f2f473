import type { Who } from '#demo/story/northbeam.js';

/** A mail that comes in, by the name of its file, at the moment it reaches Northbeam. */
export type Mail = { readonly at: string; readonly mail: string; readonly from: string };

/** What somebody at Northbeam does about the deal of a mail, as at the door of the API. */
export type Deed = {
  readonly at: string;
  readonly who: Who;
  readonly does: 'take' | 'decline' | 'clock' | 'follow-up/send' | 'wrote' | 'step' | 'links';
  readonly on: string;
  readonly said?: object;
};

/** Before the first mail: the day on which Northbeam is set up. */
export const BEGINS = '2026-02-24T08:40:00-05:00';

/** When the demo begins: Friday, 6 March 2026, 08:52 in New York. */
export const NOW = '2026-03-06T08:52:00-05:00';

/** What happened at Northbeam until then, in order. Times are New York's. */
export const HAPPENINGS: readonly (Mail | Deed)[] = [
  { at: '2026-02-24T10:12:08-05:00', mail: 'gilden-bakeries', from: 'beth.amsler@larkspursystems.example' },
  {
    at: '2026-02-24T15:47:00-05:00',
    who: 'owen',
    does: 'decline',
    on: 'gilden-bakeries',
    said: { why: 'Gilden takes on no new supplier before the autumn. Rosalind told Beth and me by phone.' },
  },
  { at: '2026-02-25T08:02:14-05:00', mail: 'bounce', from: '' },
  { at: '2026-03-02T09:15:33-05:00', mail: 'dunmore-freight', from: 'renata.alves@cobaltridge.example' },
  { at: '2026-03-02T09:31:00-05:00', who: 'dana', does: 'take', on: 'dunmore-freight' },
  {
    at: '2026-03-02T10:20:00-05:00',
    who: 'dana',
    does: 'follow-up/send',
    on: 'dunmore-freight',
    said: {
      to: [{ name: 'Lena Whitcombe', address: 'lena.whitcombe@dunmorefreight.example' }],
      cc: [{ name: 'Renata Alves', address: 'renata.alves@cobaltridge.example' }],
      subject: 'Re: Lena (Dunmore Freight), meet Dana (Northbeam)',
      text: [
        'Lena,',
        '',
        'Renata has told me about the eleven minutes at the gate and the three systems that each log a different number, so you need not tell it again.',
        '',
        'For a first hour, I can do Wednesday 11 March at 10:00 or Thursday 12 March at 14:00. We follow one truck from the booking to the gate, and Renata takes the customs part.',
        '',
        'When you pick one, I send the invitation the same hour.',
        '',
        'Dana',
      ].join('\n'),
    },
  },
  {
    at: '2026-03-03T08:41:14-05:00',
    mail: 'dunmore-freight-reply',
    from: 'lena.whitcombe@dunmorefreight.example',
  },
  {
    at: '2026-03-03T08:55:00-05:00',
    who: 'dana',
    does: 'step',
    on: 'dunmore-freight',
    said: {
      what: 'pick one of the two times',
      due: '2026-03-09',
      owner: {
        side: 'buyer',
        person: null,
        name: 'Lena Whitcombe',
        email: 'lena.whitcombe@dunmorefreight.example',
      },
    },
  },
  { at: '2026-03-03T09:10:24-05:00', mail: 'ashgrove-hospitals', from: 'dana.whitlock@northbeam.example' },
  {
    at: '2026-03-03T09:12:00-05:00',
    who: 'dana',
    does: 'clock',
    on: 'ashgrove-hospitals',
    said: { answer: 'already-handled' },
  },
  { at: '2026-03-03T09:13:00-05:00', who: 'dana', does: 'take', on: 'ashgrove-hospitals' },
  { at: '2026-03-03T09:14:00-05:00', who: 'dana', does: 'wrote', on: 'ashgrove-hospitals' },
  {
    at: '2026-03-03T09:15:00-05:00',
    who: 'dana',
    does: 'step',
    on: 'ashgrove-hospitals',
    said: {
      what: 'send the map of the interface engine',
      due: '2026-03-10',
      owner: {
        side: 'partner',
        person: null,
        name: 'Renata Alves',
        email: 'renata.alves@cobaltridge.example',
      },
    },
  },
  { at: '2026-03-04T09:22:19-05:00', mail: 'cold-pitch', from: 'tessa@rampwise.example' },
  { at: '2026-03-04T15:30:47-05:00', mail: 'pellworth-foods', from: 'ama.osei@fenwickosei.example' },
  { at: '2026-03-05T09:02:42-05:00', mail: 'out-of-office', from: '' },
  { at: '2026-03-05T09:50:14-05:00', mail: 'sandpiper-air', from: 'aoife@kilbridenetworks.example' },
  { at: '2026-03-05T10:06:00-05:00', who: 'dana', does: 'take', on: 'sandpiper-air' },
  { at: '2026-03-05T10:40:22-05:00', mail: 'klinik-sonnenrain', from: 'jutta@steinbach-beratung.example' },
  { at: '2026-03-05T12:20:53-05:00', mail: 'marlowe-libraries', from: 'idris@quillondata.example' },
  { at: '2026-03-05T13:00:24-05:00', mail: 'newsletter', from: 'letters@marginnote.example' },
  { at: '2026-03-05T14:05:29-05:00', mail: 'tarn-valley-water', from: 'beth.amsler@larkspursystems.example' },
  { at: '2026-03-05T14:31:00-05:00', who: 'owen', does: 'take', on: 'tarn-valley-water' },
  {
    at: '2026-03-05T16:10:04-05:00',
    mail: 'tarn-valley-water-reply',
    from: 'd.achebe-ross@tarnvalleywater.example',
  },
  { at: '2026-03-05T16:42:31-05:00', mail: 'harbor-mutual', from: 'theo.lindqvist@cobaltridge.example' },
  // Once more, from Marcus's mailbox, which hands on what he gets in copy.
  { at: '2026-03-05T16:43:10-05:00', mail: 'harbor-mutual', from: 'marcus.oyelaran@northbeam.example' },
  { at: '2026-03-05T16:44:00-05:00', who: 'dana', does: 'take', on: 'harbor-mutual' },
  // Theo's page is the one that the demo's strip leads to.
  {
    at: '2026-03-05T16:45:00-05:00',
    who: 'dana',
    does: 'links',
    on: 'harbor-mutual',
    said: { email: 'theo.lindqvist@cobaltridge.example' },
  },
  {
    at: '2026-03-05T17:48:17-05:00',
    mail: 'copperfield-credit-union',
    from: 'no-reply@portal.tidegate.example',
  },
  {
    at: '2026-03-06T08:12:36-05:00',
    mail: 'transports-giraudet',
    from: 'maxence.tisserand@ateliervauban.example',
  },
  { at: '2026-03-06T08:31:12-05:00', mail: 'brightwater-schools', from: 'marcus.oyelaran@northbeam.example' },
  { at: '2026-03-06T08:47:37-05:00', mail: 'not-theo', from: 'theo.lindqvist@cobaltrigde.example' },
];
