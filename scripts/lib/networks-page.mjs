/** What each capability means to its user. */
const ABILITIES = {
  collect: 'Find what others say',
  account: 'Connect your own profile',
  inbox: 'Comments, mentions and messages in the inbox',
  hints: 'New things arrive at once',
  reply: 'Answer',
  like: 'Like',
  hide: 'Hide comments under your posts',
  remove: 'Delete your own posts and answers',
  publish: 'Publish',
  edit: 'Change what is published',
  metrics: 'Your own figures',
  profile: "Figures of others' profiles",
  hostMedia: 'Give a picture a public address',
};

const SIGN_INS = {
  none: 'nothing',
  address: 'an address',
  'api-key': 'a key of your own',
  'app-password': 'a password made for apps',
  oauth: 'your consent in the browser',
};

const COUNTERS = {
  graphemes: 'characters as people count them',
  mastodon: 'characters, links at a fixed length',
};

const number = (value) => value.toLocaleString('en-GB');
const megabytes = (bytes) => `${number(Math.round(bytes / 100_000) / 10)} MB`;
const list = (title, lines) =>
  lines.length === 0 ? [] : [`### ${title}`, '', ...lines.map((line) => `- ${line}`), ''];

/** The page of all networks, from what their connectors declare. Markdown, not yet formatted. */
export function networksPage(connectors) {
  const all = [...connectors].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return [
    '# What each network can do, and what it needs',
    '',
    'Made from the connectors by `npm run docs:networks`; change them, not this page. The app shows the same when an account or a source is added.',
    '',
    ...table(all),
    ...all.flatMap(section),
  ].join('\n');
}

function table(all) {
  const rows = Object.entries(ABILITIES).filter(([ability]) =>
    all.some(({ capabilities }) => capabilities.includes(ability)),
  );
  return [
    `| | ${all.map(({ name }) => name).join(' | ')} |`,
    `|---|${all.map(() => ':-:|').join('')}`,
    ...rows.map(
      ([ability, words]) =>
        `| ${words} | ${all.map(({ capabilities }) => (capabilities.includes(ability) ? 'yes' : '–')).join(' | ')} |`,
    ),
    '',
  ];
}

function section(connector) {
  const { name, about, accountSteps, cannot, fields, accountFields } = connector;
  return [
    `## ${name}`,
    '',
    about,
    '',
    ...list('What it needs', [
      `To sign in: ${SIGN_INS[connector.auth] ?? connector.auth}.`,
      ...(connector.collectNeedsAccount ? ['Searching works only through a connected account.'] : []),
      ...accountFields.map((field) => `For an account: ${described(field)}`),
      ...fields.map((field) => `For a source: ${described(field)}`),
    ]),
    ...(accountSteps.length === 0
      ? []
      : ['### Step by step', '', ...accountSteps.map((step, at) => `${at + 1}. ${step}`), '']),
    ...list('Limits', limitsOf(connector)),
    ...list('What cannot be done there', cannot),
  ];
}

const described = ({ label, help, required }) =>
  `${label}${required ? '' : ' (may be left empty)'}${help === '' ? '.' : `: ${help}`}`;

function limitsOf({ limits, publishing }) {
  const { minIntervalMinutes, itemsPerSearch, quotas } = limits;
  return [
    `A source is read at most every ${minIntervalMinutes} ${minIntervalMinutes === 1 ? 'minute' : 'minutes'}${
      itemsPerSearch === null ? '' : `, and a search brings at most ${number(itemsPerSearch)} items`
    }.`,
    ...quotas.map(
      ({ bucket, unit, amount, per }) =>
        `${bucket}: ${amount === null ? 'as much as the limit you set' : `${number(amount)} ${unit}`} a ${per}.`,
    ),
    ...(publishing === null ? [] : publishingOf(publishing)),
  ];
}

function publishingOf({ text, title, images, threads, replyMax, holds }) {
  const counted = COUNTERS[text.counter] ?? text.counter;
  return [
    text.max === null ? 'Texts: no limit known.' : `Texts: ${number(text.max)} ${counted}.`,
    ...(replyMax === null ? [] : [`Answers: ${number(replyMax)} characters.`]),
    ...(title === 'none' ? [] : [`Headline: ${title}.`]),
    images.max === 0
      ? 'No pictures.'
      : `Pictures: up to ${images.max}, ${megabytes(images.maxBytes)} each (larger ones are made smaller)${
          images.altMax === 0 ? '' : `, descriptions up to ${number(images.altMax)} characters`
        }.`,
    threads ? 'A longer text can go out as a thread.' : 'One post at a time, no threads.',
    holds === null
      ? 'Earshot has to run when a post is due.'
      : `The network can hold a post until its time, from ${holds.minMinutes} minutes to ${number(holds.maxDays)} days ahead.`,
  ];
}
