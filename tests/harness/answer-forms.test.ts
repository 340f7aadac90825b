import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { operationById } from '../../schemas/contract.js';
import { validateAnswer } from '../../schemas/validate-answer.js';

type Shown = Record<string, unknown>;
const contract = JSON.parse(readFileSync('schemas/generated/openapi.json', 'utf8')) as {
  components: { examples: { PrivateImage: { value: Shown } } };
};

/** What is wrong with an image of the contract's example that is listed with other values. */
function mistakes(change: Shown): string[] {
  const image = { ...contract.components.examples.PrivateImage.value, ...change };
  return validateAnswer(operationById('ListImages'), 200, { images: [image] }).map(({ pointer }) => pointer);
}

/** What references and recorded answers show, and what says nothing. */
const right: Record<string, unknown[]> = {
  size: [0, 18, 5_000_000_000, null],
  virtual_size: [0, null],
  max_ram: ['', '0', '4096', 4096, null],
  os_shutdown_timeout: ['', '60', 300, null],
  __image_size: ['', '0', '12040331264', null],
  __isregistered: ['true', 'True', 'false', 'False'],
  __lazyloading: ['true', 'True', 'False', '', null],
  __whole_image: [true, 'true', 'False', '', null],
  // Any other value than true says that keys are injected (ims_03_0703).
  __support_fc_inject: ['true', 'false', 'yes', '', null],
  __support_kvm: ['true', 'false', '', null],
  // A service may keep the word that it was given; listed values are a rule of their own.
  __support_xen: ['yes'],
  __os_bit: ['32', '64', '', null],
  __platform: ['Huawei Cloud EulerOS', 'a new one', '', null],
};

const wrong: Record<string, unknown[]> = {
  size: [-5, '0', 0.5],
  virtual_size: [-1],
  max_ram: ['much', '4 GB', -1],
  os_shutdown_timeout: ['-4', -4, 'soon'],
  __image_size: ['big', '-1', '1.5'],
  __isregistered: ['yes', '', '1'],
  __lazyloading: ['maybe', 'TRUE '],
  __whole_image: ['whole'],
  __support_kvm: [true],
  hw_vif_multiqueue_enabled: ['on'],
};

for (const [property, values] of Object.entries(right)) {
  test(`${property} is taken in each notation`, () => {
    const absent = property === '__isregistered' ? [] : [undefined];
    expect([...values, ...absent].filter((value) => mistakes({ [property]: value }).length > 0)).toEqual([]);
  });
}

for (const [property, values] of Object.entries(wrong)) {
  test(`${property} of another form is found`, () => {
    for (const value of values) expect(mistakes({ [property]: value })).toEqual([`/images/0/${property}`]);
  });
}
