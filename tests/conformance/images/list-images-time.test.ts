import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '../../../fixtures/image-test.js';
import { proves } from '../../../fixtures/index.js';

const operators: Record<string, (time: number, asked: number) => boolean> = {
  gt: (time, asked) => time > asked,
  gte: (time, asked) => time >= asked,
  lt: (time, asked) => time < asked,
  lte: (time, asked) => time <= asked,
  eq: (time, asked) => time === asked,
  neq: (time, asked) => time !== asked,
};

test(
  'a span of time lists the images created in it',
  proves('list-images.created-at'),
  async ({ ims, resources, images, listing }) => {
    const own = [];
    for (let made = 0; made < 3; made += 1) {
      if (made > 0) await sleep(1100);
      const image = await resources.queuedImage(ims);
      own.push({ ...image, time: Date.parse((await images.show(image)).created_at ?? '') });
    }
    const asked = own[1]?.time as number;
    const iso = new Date(asked).toISOString().replace(/\.\d+/, '');
    for (const text of [iso, iso.replace('T', ' ').replace('Z', '')]) {
      for (const [name, holds] of Object.entries(operators)) {
        await listing.expect(
          { created_at: `${name}:${text}` },
          {
            holds: own.filter(({ time }) => holds(time, asked)),
            lacks: own.filter(({ time }) => !holds(time, asked)),
            fits: ({ created_at = '' }) => holds(Date.parse(created_at), asked),
          },
        );
      }
    }
  },
);
