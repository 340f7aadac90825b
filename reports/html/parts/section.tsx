import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  /** A short remark beside the title, such as a count. */
  aside?: string;
  children: ComponentChildren;
}

/** One part of the page: a landmark with its heading. */
export function Section({ id, title, aside, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title}
        {aside && <small>{aside}</small>}
      </h2>
      {children}
    </section>
  );
}
