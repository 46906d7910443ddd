/** Feeds in each format, with an entry for each path. */
type WriteFeed = (paths: readonly string[]) => string

export const RSS: WriteFeed = (paths) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>${paths
    .map(
      (path) =>
        `<item><title>Report ${path}</title><link>${path}</link><pubDate>Sun, 03 Dec 2023 12:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`

export const ATOM: WriteFeed = (paths) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>${paths
    .map(
      (path) =>
        `<entry><title>Report ${path}</title><id>urn:${path}</id><link href="${path}"/><updated>2023-12-03T12:00:00Z</updated></entry>`,
    )
    .join("")}</feed>`

export const RDF: WriteFeed = (paths) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Harbour</title></channel>${paths
    .map(
      (path) =>
        `<item rdf:about="${path}"><title>Report ${path}</title><link>${path}</link><dc:date>2023-12-03</dc:date></item>`,
    )
    .join("")}</rdf:RDF>`

export const JSON_FEED: WriteFeed = (paths) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Harbour",
    items: paths.map((path) => ({
      id: path,
      url: path,
      title: `Report ${path}`,
      date_published: "2023-12-03T12:00:00Z",
    })),
  })
