/** An entry of the table of contents: section id, title, count. */
export type Entry = [id: string, title: string, amount?: number];

/** The table of contents, which stays in view. */
export function Contents({ entries }: { entries: Entry[] }) {
  return (
    <nav aria-label="Sections">
      <ul>
        {entries.map(([id, title, amount]) => (
          <li>
            <a href={`#${id}`}>
              {title}
              {amount !== undefined && (
                <span class="pill" data-of={id}>
                  {amount}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
