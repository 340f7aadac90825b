import { randomBytes } from 'node:crypto';
import type { Client } from '../../../fixtures/client.js';
import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { type OsVersion, osVersions } from '../../../fixtures/images/os-versions.js';
import { test as base, proves } from '../../../fixtures/index.js';
import type { Judge } from '../../../fixtures/judging/judge.js';

interface Version {
  platform?: string;
  os_version_key?: string;
  os_version?: string;
  os_bit?: number;
  os_type?: string;
}
interface Answer {
  exchange: Exchange;
  platforms: { platform?: string; version_list: Version[] }[];
  versions: Version[];
}

/** What the page lets a client ask for. */
const tags = ['bms', 'uefi', 'arm', 'x86'];

interface VersionFixtures {
  list: (tag?: string) => Promise<Answer>;
  /** The whole list, and that under each tag. A tag that is refused is another rule's matter. */
  each: () => Promise<Answer[]>;
}

const test = base.extend<VersionFixtures>({
  list: async ({ ims, judge }, use) => {
    await use(async (tag) => answerOf(judge.accepted(await listed(ims, tag)), judge));
  },
  each: async ({ ims, list, judge }, use) => {
    await use(async () => {
      const answers = [await list()];
      for (const tag of tags) {
        const exchange = await listed(ims, tag);
        if (exchange.response.status === 200) answers.push(answerOf(exchange, judge));
      }
      return answers;
    });
  },
});

const listed = (ims: Client, tag?: string) => ims.call('ListOsVersions', tag ? { query: { tag } } : {});

/** The versions of an answer. @throws {ConformanceFailure} when it is no list. */
function answerOf(exchange: Exchange, judge: Judge): Answer {
  const body = jsonOf(exchange);
  const seen = JSON.stringify(body)?.slice(0, 200) ?? 'nothing';
  judge.that(Array.isArray(body), 'a list of platforms', seen, { exchange });
  const platforms = body as Answer['platforms'];
  return { exchange, platforms, versions: platforms.flatMap(({ version_list = [] }) => version_list) };
}

/** Whether a system goes by the name of a Linux that the references list. */
const isLinux = (version: string, known: OsVersion[]) =>
  known.some((one) => !one.windows && version.startsWith(one.version.split(' ')[0] as string));

const names = ({ versions }: Answer) => versions.map(({ os_version }) => os_version).sort();

test('a list that no page describes is noted', proves('list-os-versions.named-alone'), async ({ ims, judge }) => {
  const exchange = await ims.call('ListOsVersions');
  const seen = Array.isArray(jsonOf(exchange)) ? 'a list' : 'no list';
  judge.observe(`It answers ${exchange.response.status} with ${seen}.`);
});

test('operating systems are listed', proves('list-os-versions.lists'), async ({ list, judge }) => {
  const answer = await list();
  judge.that(answer.versions.length > 0, 'some versions', 'none', answer);
});

test('a version is listed once', proves('list-os-versions.once'), async ({ list, judge }) => {
  const answer = await list();
  const texts = answer.versions.map(({ platform, os_version }) => `${platform}/${os_version}`);
  const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
  judge.equal(twice, [], 'the versions that are there twice', answer);
});

test('a version stands under its platform', proves('list-os-versions.platform'), async ({ each, judge }) => {
  for (const { platforms, exchange } of await each()) {
    for (const { platform, version_list } of platforms) {
      const others = version_list.filter((version) => version.platform !== platform);
      judge.equal(others, [], `the versions of other platforms under ${platform}`, { exchange });
    }
  }
});

test('the key of a version is its name', proves('list-os-versions.key'), async ({ each, judge }) => {
  for (const { versions, exchange } of await each()) {
    const others = versions.filter(({ os_version_key, os_version }) => os_version_key !== os_version);
    judge.equal(others, [], 'the versions with another key', { exchange });
  }
});

test('a version has its number of bits', proves('list-os-versions.bits'), async ({ each, judge }) => {
  for (const { versions, exchange } of await each()) {
    const others = versions.filter(({ os_version, os_bit }) => {
      const [, told] = /(32|64) ?bit/i.exec(os_version ?? '') ?? [];
      return told !== undefined && Number(told) !== os_bit;
    });
    judge.equal(others, [], 'the versions with another number of bits', { exchange });
  }
});

test('a version has its kind of system', proves('list-os-versions.os-type'), async ({ each, session, judge }) => {
  const known = osVersions(session.profile);
  for (const { versions, exchange } of await each()) {
    const others = versions.filter(({ os_version = '', os_type = '' }) =>
      /^windows/i.test(os_version)
        ? os_type !== 'Windows'
        : !(isLinux(os_version, known) ? ['Linux', 'Other'] : ['Linux', 'Other', 'Windows']).includes(os_type),
    );
    judge.equal(others, [], 'the versions of another kind', { exchange });
  }
});

test('a tag lists a part of all', proves('list-os-versions.tag'), async ({ list, judge }) => {
  const all = names(await list());
  for (const tag of tags) {
    const answer = await list(tag);
    judge.equal(
      names(answer).filter((name) => !all.includes(name)),
      [],
      `the versions under ${tag} that the whole list lacks`,
      answer,
    );
  }
});

test('architectures have lists of their own', proves('list-os-versions.tag-selects'), async ({ list, judge }) => {
  const [arm, x86] = [names(await list('arm')), names(await list('x86'))];
  judge.that(JSON.stringify(arm) !== JSON.stringify(x86), 'different lists under arm and x86', 'the same list');
});

test('both architectures together have all', proves('list-os-versions.architectures'), async ({ list, judge }) => {
  const either = [...names(await list('arm')), ...names(await list('x86'))];
  const answer = await list();
  const missing = names(answer).filter((name) => !either.includes(name));
  judge.equal(missing, [], 'the versions that neither architecture has', answer);
});

test('what other tags list is noted', proves('list-os-versions.other-tags'), async ({ ims, list, judge }) => {
  const all = (await list()).versions.length;
  const told = [];
  for (const tag of ['bms', 'uefi', `zz${randomBytes(4).toString('hex')}`]) {
    const exchange = await ims.call('ListOsVersions', { query: { tag } });
    const body = jsonOf(exchange);
    const versions = Array.isArray(body) ? (body as Answer['platforms']).flatMap((each) => each.version_list) : [];
    told.push(exchange.response.status === 200 ? `${tag} ${versions.length}` : `${tag} is refused`);
  }
  judge.observe(`Of ${all} versions: ${told.join(', ')}.`);
});

test('several tags may be combined', proves('list-os-versions.several-tags'), async ({ ims, list, judge }) => {
  const body = jsonOf(
    await ims.raw({ method: 'GET', path: '/v1/cloudimages/os_version?tag=kvm&tag=uefi', headers: {} }),
  );
  const versions = Array.isArray(body) ? (body as Answer['platforms']).flatMap((each) => each.version_list) : [];
  const uefi = (await list('uefi')).versions.length;
  judge.observe(`tag=kvm&tag=uefi lists ${versions.length} versions, tag=uefi ${uefi}`);
});
