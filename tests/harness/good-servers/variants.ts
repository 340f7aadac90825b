/** A correct IMS as a run may meet it: how long things take there, what room it leaves, and who else is there. */
export interface Variant {
  name: string;
  /** How long jobs take there. Default: as the emulator has it, 0.1. */
  jobSeconds?: number;
  /** Milliseconds that every answer takes longer. */
  delay?: number;
  /** Milliseconds that reads are behind writes. */
  lag?: number;
  /** What the configuration of a run says of it. */
  configuration?: object;
  /** Images that fit into the project beside those of others. */
  room?: number;
  /** Images of others in the project. */
  others?: number;
  /** Runs at once in the project. Default: one. */
  runs?: number;
  /** Processes of each run for a part of the rules and for all: more where they wait more than they work. */
  workers: { part: number; whole: number };
  /** The requirements that every change looks at. Default: none. */
  part?: string[];
  /** What cannot be judged there, with good reason. */
  unjudged?: string[];
}

const second = 1000;
/** Reads that lag by a second, and a profile that leaves a margin for the way there. */
const lagging = { lag: second, configuration: { consistencySeconds: 1.5 } };
/** Thirty images have no room in a quota of twenty. */
const noRoom = ['list-images-tags.many-images'];
/** What counts, lists or looks for images in the whole project. */
const crowded = ['list-*', 'tags.*', 'show-image-quota.*', 'glance-list-images.*', 'image-life.*'];
/** One of each kind of state: tags, lists, members, jobs, other projects, whole lives. */
const states = [
  'add-image-tag.*',
  'list-images-v11.*',
  'batch-add-members.*',
  'show-job.*',
  'isolation.reads',
  'image-life.quota',
];
const jobs = ['ends', 'in-time', 'times', 'entities', 'absent', 'foreign'].map((rule) => `show-job.${rule}`);

export const variants: Variant[] = [
  {
    name: 'quick-jobs',
    jobSeconds: 0.1,
    workers: { part: 2, whole: 6 },
    part: ['show-job.*', 'glance-delete-image.*'],
  },
  {
    name: 'slow-jobs',
    jobSeconds: 65,
    workers: { part: 3, whole: 50 },
    part: ['show-job.ends', 'show-job.times', 'show-job.entities'],
  },
  {
    name: 'latency',
    delay: 500,
    // Longer than two calls: some rules are about what is asked for while a job is under way.
    jobSeconds: 3,
    workers: { part: 6, whole: 24 },
    part: ['tags.any-sequence', 'list-images.sort', ...jobs],
  },
  { name: 'lag', ...lagging, workers: { part: 6, whole: 24 }, part: states },
  {
    name: 'small-quota',
    room: 20,
    workers: { part: 6, whole: 6 },
    part: ['image-life.*', 'show-image-quota.*'],
    unjudged: noRoom,
  },
  {
    name: 'others',
    others: 120,
    room: 20,
    workers: { part: 4, whole: 6 },
    part: ['list-images-tags.*', 'glance-list-images.default-limit', 'batch-tags.*', 'show-image-quota.*'],
    unjudged: noRoom,
  },
  { name: 'two-runs', runs: 2, others: 120, workers: { part: 2, whole: 4 }, part: crowded },
  {
    name: 'two-runs-slow',
    runs: 2,
    others: 120,
    jobSeconds: 2,
    delay: 100,
    ...lagging,
    workers: { part: 0, whole: 12 },
  },
  { name: 'small-and-slow', room: 20, jobSeconds: 5, ...lagging, workers: { part: 0, whole: 6 }, unjudged: noRoom },
];
