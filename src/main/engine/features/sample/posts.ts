import type { ActionState } from '#shared/model/action.ts';
import type { PostState } from '#shared/model/post.ts';
import type { ChannelKey } from './inbox.ts';

export interface SamplePost {
  /** Days from today, and the time on the wall in Constanța. Null: it has no time yet. */
  when: readonly [days: number, hour: number, minute: number] | null;
  state: PostState;
  channels: readonly ChannelKey[];
  text: string;
  title?: string;
  note?: string;
  /** What became of it; left out: nothing was handed over. */
  action?: Extract<ActionState, 'queued' | 'sent' | 'missed'>;
}

const BOTH = ['bluesky', 'mastodon'] as const;

/** What the hotel published and plans: a month around today. */
export const posts: readonly SamplePost[] = [
  {
    when: [-13, 9, 0],
    state: 'approved',
    channels: BOTH,
    text: 'Luna viitoare, la primăvară sau chiar mâine: cu voucherul Miramar alegeți voi când vine marea la rând.',
    action: 'sent',
  },
  {
    when: [-11, 18, 30],
    state: 'approved',
    channels: ['bluesky'],
    text: 'Tonight in the bar: the trio from Tulcea, from eight. No ticket, just come down.',
    action: 'sent',
  },
  {
    when: [-8, 9, 0],
    state: 'approved',
    channels: BOTH,
    text: 'Am schimbat toate saltelele de la etajul doi. Camerele 21–26 vă așteaptă să le încercați.',
    action: 'sent',
  },
  {
    when: [-5, 10, 15],
    state: 'approved',
    channels: ['wordpress', 'bluesky'],
    title: 'Cinci plimbări pe malul mării',
    text: 'Litoralul e cel mai frumos când e gol. Iată cinci trasee care pornesc din fața hotelului.',
    action: 'sent',
  },
  {
    when: [-3, 17, 0],
    state: 'approved',
    channels: BOTH,
    text: 'Lumina de la ora cinci, văzută din camera 31.',
    action: 'sent',
  },
  {
    when: [-1, 9, 0],
    state: 'approved',
    channels: BOTH,
    text: 'Terasa e deschisă și când bate vântul: pături, ceai de cătină și marea doar pentru voi.',
    action: 'sent',
  },
  {
    when: [-1, 21, 0],
    state: 'approved',
    channels: ['mastodon'],
    text: 'The bar stays open until midnight tonight, the sea does all night.',
    action: 'missed',
  },
  {
    when: [1, 9, 0],
    state: 'approved',
    channels: BOTH,
    text: 'Oferta săptămânii: trei nopți la preț de două, de duminică până joi, cu mic dejun.',
    action: 'queued',
  },
  {
    when: [2, 18, 30],
    state: 'approved',
    channels: ['bluesky'],
    text: 'Jazz night again next Saturday. Write to us if you want the table by the window.',
    action: 'queued',
  },
  {
    when: [4, 9, 0],
    state: 'review',
    channels: BOTH,
    text: 'Colegul nostru Mihai face de douăzeci de ani cafeaua de dimineață. Sâmbătă îi spunem „La mulți ani!”',
    note: 'Poza o trimite Mihai vineri.',
  },
  {
    when: [6, 10, 0],
    state: 'draft',
    channels: ['wordpress'],
    title: 'O zi cu copiii la Constanța',
    text: 'Delfinariul, o înghețată pe faleză, meniul pentru copii și cum ajungeți cu trenul.',
    note: 'Lipsesc prețurile.',
  },
  {
    when: [8, 17, 0],
    state: 'approved',
    channels: BOTH,
    text: 'Piscina interioară: 29 de grade, orice ar fi afară.',
    action: 'queued',
  },
  {
    when: [12, 9, 0],
    state: 'review',
    channels: ['bluesky', 'mastodon', 'wordpress'],
    title: 'Masa lungă de duminică',
    text: 'Masa lungă de duminică: mai avem unsprezece locuri. Cine vine cu trenul primește transferul de la gară.',
  },
  {
    when: null,
    state: 'draft',
    channels: ['bluesky'],
    text: 'Un gând pentru primăvară: să arătăm grădina lună de lună, din același loc.',
  },
];

/** What the channels of the sample posted before Earshot knew them. */
export const captions: readonly string[] = [
  'Bună dimineața de pe faleză.',
  'Fresh bread, salty butter, and nobody on the beach yet.',
  'Azi am plantat lavandă la intrare.',
  'Ploaie mică, supă mare.',
  'A quiet table by the window is free tonight.',
  'Marea, ora șase, fără filtru.',
  'Colegii de la bucătărie vă salută.',
];
