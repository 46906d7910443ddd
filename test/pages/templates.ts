import {
  advertisement,
  ballast,
  comments,
  cookieBanner,
  figure,
  footer,
  headlines,
  menu,
  newsletter,
  related,
  type Surroundings,
  share,
  teasers,
} from "./furniture.ts"
import { escaped, type Story } from "./story.ts"

/** Writes a whole page around a story, in the manner of one kind of outlet. */
type Template = (story: Story, around: Surroundings) => string

const p = (text: string): string => `<p>${escaped(text)}</p>`

const linkedData = (story: Story): string =>
  `<script type="application/ld+json">${JSON.stringify({
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", name: story.publisher },
      {
        "@type": "NewsArticle",
        headline: story.title,
        datePublished: story.published,
        author: [{ "@type": "Person", name: story.author }],
        publisher: { "@type": "NewsMediaOrganization", name: story.publisher },
        mainEntityOfPage: { "@id": story.url },
      },
    ],
  })}</script>`

const openGraph = (story: Story): string =>
  `<title>${escaped(`${story.title} | ${story.publisher}`)}</title><meta property="og:title" content="${escaped(story.title)}"><meta property="og:site_name" content="${escaped(story.publisher)}"><meta property="article:published_time" content="${story.published}"><meta name="author" content="${escaped(story.author)}"><link rel="canonical" href="${story.url}">`

/** A large daily: a grid of unnamed boxes, JSON-LD, boxes of links and advertisements between the paragraphs. */
const daily: Template = (
  story,
  around,
) => `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">${openGraph(story)}${linkedData(story)}${ballast(90, 1)}</head>
<body class="css-0">${cookieBanner()}<div class="css-1"><header class="css-2">${menu(around)}</header><main id="site-content"><div><article class="css-vxcmzt e1lmdhsb0">
<header class="css-3"><h1>${escaped(story.title)}</h1><div class="css-byline byline"><p>By <a rel="author" href="/by">${escaped(story.author)}</a></p><time datetime="${story.published}">a day</time></div>${share()}</header>${figure(around)}
<section name="articleBody" class="meteredContent css-1r7ky0e">${story.paragraphs
  .map((text, index) =>
    index % 3 === 2
      ? `</div></div><div class="css-53u6y8"><div>${advertisement()}</div></div><div class="css-9"><div>${p(text)}${index === 2 ? related(around) : ""}`
      : index === 0
        ? `<div class="css-9"><div>${p(text)}`
        : p(text),
  )
  .join(
    "\n",
  )}</div></div></section>${newsletter()}<div class="css-tags"><a href="/t">Belarus</a>, <a href="/t">Diplomacy</a></div></article>
<aside>${headlines(around, 10)}</aside><section class="css-more"><h2>More in World</h2>${teasers(around, 6, "css-card")}</section></div></main>${footer(around)}</div></body></html>`

/** A blog: one content box, a sidebar of widgets, long comments. */
const blog: Template = (
  story,
  around,
) => `<!DOCTYPE html><html lang="en"><head>${openGraph(story)}${ballast(40, 2)}</head><body class="post-template-default single">
<div id="page"><div id="header">${menu(around, "main-navigation")}</div><div id="primary" class="content-area"><div id="post-1" class="post type-post hentry"><h1 class="entry-title">${escaped(story.title)}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="${story.published}">a day</time> by <span class="author vcard">${escaped(story.author)}</span></div>
<div class="entry-content">${story.paragraphs.map(p).join("\n")}<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3>${share()}</div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>${teasers(around, 3, "jp-relatedposts-post")}</div></div>
<div class="entry-footer">Tagged <a href="/t">China</a>, <a href="/t">trade</a></div></div>${comments(around, 12)}</div>
<div id="secondary" class="sidebar widget-area"><div class="widget"><h2>About</h2><p>A weblog on foreign affairs, kept since 2009 by people who read treaties, with coffee, and who like to argue.</p></div>${headlines(around, 8, "Recent posts")}</div>${footer(around)}</div></body></html>`

/** An agency's old site: tables for layout, line breaks for paragraphs, a date only in words, no markup of meaning. */
const agency: Template = (
  story,
  around,
) => `<html><head><title>${escaped(story.title)}</title><link rel="canonical" href="${story.url}">${ballast(10, 3)}</head><body bgcolor=white><table width=980><tr><td colspan=3><table><tr>${Array.from({ length: 8 }, () => `<td><a href=/s>Section</a>`).join("")}</tr></table>
<tr><td width=180 valign=top>${headlines(around, 14, "News line")}<td width=600 valign=top><font size=5><b>${escaped(story.title)}</b></font><br><div class="news-date">${story.published.slice(8, 10)}.${story.published.slice(5, 7)}.${story.published.slice(0, 4)}</div><br>${story.paragraphs.map(escaped).join("<br><br>\n")}<br><br><a href="/print">Print version</a> <a href="/back">Back</a>
<td width=200 valign=top>${around.others
  .slice(0, 6)
  .map(
    (other) =>
      `<a href="${other.url}"><b>${escaped(other.title)}</b></a><br><small>${escaped(other.paragraphs[0]!.slice(0, 120))}…</small><hr>`,
  )
  .join("")}</table><center>© Agency. Use of materials only with a link.</center></body></html>`

/** A broadcaster: each paragraph in a box of its own, with pictures, pointers and a list of top stories between. */
const broadcaster: Template = (
  story,
  around,
) => `<!DOCTYPE html><html lang="en"><head>${openGraph(story)}${linkedData(story)}${ballast(150, 4)}</head><body>${menu(around, "orbit-header")}<main><div class="ssrcss-grid"><article class="ssrcss-article"><header><h1 id="main-heading">${escaped(story.title)}</h1><div data-component="byline-block" class="ssrcss-byline"><span>By ${escaped(story.author)}</span><span>World Service</span></div><time data-testid="timestamp" datetime="${story.published}">a day</time></header>
${story.paragraphs
  .map(
    (text, index) =>
      `${index % 4 === 1 ? `<div data-component="image-block">${figure(around)}</div>` : ""}<div data-component="text-block" class="ssrcss-block"><div class="ssrcss-rich"><p class="ssrcss-p"><span>${escaped(text)}</span></p></div></div>${
        index === 1
          ? `<div data-component="unordered-list-block"><div><ul>${around.others
              .slice(0, 3)
              .map((other) => `<li><a href="${other.url}"><span>${escaped(other.title)}</span></a></li>`)
              .join("")}</ul></div></div>`
          : ""
      }`,
  )
  .join(
    "\n",
  )}<section data-component="tag-list"><h2>Related Topics</h2><ul><li><a href="/t">Belarus</a></li><li><a href="/t">China</a></li></ul></section></article>
<div class="ssrcss-top"><h2>Top stories</h2>${teasers(around, 8, "ssrcss-promo")}</div><div><h2>Elsewhere</h2>${teasers(around, 6, "ssrcss-promo")}</div></div></main>${footer(around)}${cookieBanner()}</body></html>`

/** A magazine: a drop cap, pull quotes, asides, bold pointers among the paragraphs, a box about the author. */
const magazine: Template = (
  story,
  around,
) => `<!DOCTYPE html><html lang="en-US"><head>${openGraph(story)}${ballast(60, 5)}</head><body><div class="wrap">${menu(around)}<div class="article-hero"><h1>${escaped(story.title)}</h1><p class="author-line">By <span itemprop="author">${escaped(story.author)}</span></p></div>${share()}<div class="article-body" itemprop="articleBody">
${story.paragraphs
  .map((text, index) => {
    const pointer =
      index === 2
        ? `<p><strong>Read more: <a href="/x">${escaped(around.others[0]!.title)}</a></strong></p>`
        : ""
    const quote = index === 3 ? `<aside class="pullquote"><p>“${escaped(text.slice(0, 80))}”</p></aside>` : ""
    return `${index === 0 ? `<p><span class="dropcap">${escaped(text.slice(0, 1))}</span>${escaped(text.slice(1))}</p>` : p(text)}${pointer}${quote}`
  })
  .join(
    "\n",
  )}<p><em>Follow us on <a href="/tw">social media</a></em></p></div><div class="author-bio"><p>${escaped(story.author)} writes on foreign affairs, has reported from thirty countries, and lives, with two cats, by the sea.</p></div>${newsletter()}<div class="recommended">${teasers(around, 5)}</div>${comments(around, 5)}</div>${footer(around)}</body></html>`

/** A state outlet: text straight in a box, with line ends only, and a long column of news beside it. */
const stateOutlet: Template = (
  story,
  around,
) => `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escaped(story.title)} - ${escaped(story.publisher)}</title><meta property="og:url" content="${story.url}">${ballast(25, 6)}</head><body><div class="container">${menu(around, "top_menu")}<div class="row"><div class="col_left"><div class="news_list">${around.others
  .slice(0, 12)
  .map(
    (other) =>
      `<div class="news_item"><span class="date_news">12:3${Math.floor(around.random() * 10)}</span><a href="${other.url}">${escaped(other.title)}</a></div>`,
  )
  .join("")}</div></div>
<div class="col_center"><h1>${escaped(story.title)}</h1><div class="date_full">${story.published.slice(8, 10)}.${story.published.slice(5, 7)}.${story.published.slice(0, 4)}, 10:00</div><div class="js-mediator-article" itemprop="articleBody">${story.paragraphs.map(escaped).join("<br />\n<br />\n")}</div><div class="news_tags_block"><a href="/t">President</a><a href="/t">Foreign policy</a></div><div class="rltd">${around.others
  .slice(0, 4)
  .map((other) => `<a href="${other.url}">${escaped(other.title)}</a>`)
  .join("")}</div></div></div></div>${footer(around)}</body></html>`

/** A tabloid: short paragraphs, facts in a list, boxes of stories in the text, endless stories below. */
const tabloid: Template = (
  story,
  around,
) => `<!DOCTYPE html><html><head>${openGraph(story)}${linkedData(story)}${ballast(200, 7)}</head><body>${menu(around)}<div id="content"><div class="article-text wide"><h1>${escaped(story.title)}</h1><p class="author-section byline-plain">By <a class="author" href="/a" rel="nofollow">${escaped(story.author)}</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published"><span>Published:</span> <time datetime="${story.published}">a day</time></span></p>${share()}
<div itemprop="articleBody">${story.paragraphs
  .map(
    (text, index) =>
      `<p class="mol-para-with-font"><span>${escaped(text)}</span></p>${index === 1 ? `<div class="artSplitter">${figure(around)}</div>` : ""}${
        index === 2
          ? `<div class="related-carousel"><ul>${around.others
              .slice(0, 6)
              .map(
                (other) =>
                  `<li><a href="${other.url}"><span>${escaped(other.title)}</span></a><p>${escaped(other.paragraphs[0]!)}</p></li>`,
              )
              .join("")}</ul></div>`
          : ""
      }`,
  )
  .join(
    "",
  )}</div></div>${comments(around, 15)}<div class="puff">${teasers(around, 20, "puff-item")}</div></div>${footer(around)}</body></html>`

export const TEMPLATES: Readonly<Record<string, Template>> = {
  daily,
  blog,
  agency,
  broadcaster,
  magazine,
  stateOutlet,
  tabloid,
}
