import type { Exchange } from '../../../fixtures/exchange.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { endsAsInTurn, inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { someOrderExplains } from '../../../fixtures/model/serial-order.js';
import { test } from '../../../fixtures/native/native-test.js';

const properties = ['zz_one', 'zz_two', 'zz_three', '__description'];
type State = Record<string, unknown>;

/** Updates by either call, each of some of the properties. */
const race = fc.array(
  fc.record({
    call: fc.constantFrom('UpdateImage' as const, 'GlanceUpdateImage' as const),
    names: fc.shuffledSubarray(properties, { minLength: 2 }),
  }),
  { minLength: 2, maxLength: 5 },
);

const stateOf = (view: ImageView): State => Object.fromEntries(properties.map((name) => [name, view[name]]));

test(
  'parallel updates end as if in turn',
  proves('parallel-calls.updates'),
  async ({ images, native, active, forAll, judge }) => {
    await forAll(
      race,
      async (racers) => {
        const before = Object.fromEntries(properties.map((name) => [name, 'before']));
        await images.given(active, before);
        const sent = racers.map(({ call, names }, at) => {
          const values = Object.fromEntries(names.map((name) => [name, `of update ${at}`]));
          const patch = names.map((name) => ({ op: 'replace', path: `/${name}`, value: values[name] }));
          return { values, desk: call === 'UpdateImage' ? images : native, patch };
        });
        const send = ({ desk, patch }: (typeof sent)[number]) => desk.patch(active, ...patch);
        const endingOf = async (exchanges: Exchange[]) => {
          // One that is refused because of another has no effect.
          const accepted = sent.filter((_, at) => (exchanges[at]?.response.status ?? 500) < 400);
          const calls = accepted.map(({ values }) => ({
            accepted: true,
            effect: (state: State) => ({ ...state, ...values }),
          }));
          const explained = (view: ImageView) => accepted.length > 0 && someOrderExplains(before, calls, stateOf(view));
          const after = await images.settled(active, explained);
          const ends = sent.map(({ values }, at) => `${Object.keys(values)} ${exchanges[at]?.response.status}`);
          return {
            explained: explained(after),
            documented: `after ${ends.join(', ')}: as after one at a time`,
            observed: JSON.stringify(stateOf(after)),
          };
        };
        await endsAsInTurn(judge, await endingOf(await Promise.all(sent.map(send))), async () => {
          await images.given(active, before);
          return endingOf(await inTurn(sent, send));
        });
      },
      { weight: 0.5 },
    );
  },
);
